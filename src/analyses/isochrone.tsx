import { useTranslation } from "react-i18next";
import type { IsochroneResult } from "../../server/contract/isochrone.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";

/** What lies within each of the times, a row each. */
function IsochroneTable({ features }: { readonly features: IsochroneResult["features"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <table className="classes" data-field="isochrone">
      <caption>{t("isochrone.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("isochrone.within")}</th>
          <th scope="col">{t("field.areaSqm")}</th>
          <th scope="col">{t("field.residents")}</th>
          <th scope="col">{t("field.buildings")}</th>
        </tr>
      </thead>
      <tbody>
        {features.map(({ properties: { minutes, areaSqm, residents, buildings } }) => (
          <tr key={minutes} data-minutes={minutes}>
            <th scope="row">
              {minutes} {t("unit.minutes")}
            </th>
            <td>{numbers.area(areaSqm)}</td>
            <td>{numbers.count(residents)}</td>
            <td>{numbers.number(buildings, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export const isochroneView: AnalysisView<"isochrone"> = {
  Form: null,
  Result: ({ answer }) => (
    <>
      <IsochroneTable features={answer.result.features} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} />
    </>
  ),
};
