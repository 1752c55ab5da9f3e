import "../look/isochrone.css";
import { useTranslation } from "react-i18next";
import type { IsochroneResult } from "../../server/contract/isochrone.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { WalkAnswer } from "../state/walk-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { facilitiesByKind, isochroneFeatures, isochroneTable } from "./isochrone-table.ts";
import { useCategories } from "./use-categories.ts";

/** The facilities within each of the times, kind by kind. */
export function IsochroneFacilities({ features }: { readonly features: IsochroneResult["features"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { codes, nameOf } = useCategories();
  const kinds = facilitiesByKind(features, codes);
  if (kinds.length === 0) return null;
  return (
    <details className="notes" data-field="facilities">
      <summary>
        {t("isochrone.facilities")} <b>{t("isochrone.kinds", { count: kinds.length })}</b>
      </summary>
      <table className="classes isochrone-kinds">
        <thead>
          <tr>
            <th scope="col">{t("isochrone.kind")}</th>
            {features.map(({ properties: { minutes } }) => (
              <th key={minutes} scope="col">
                {minutes} {t("unit.minutes")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map(({ category, counts }) => (
            <tr key={category}>
              <th scope="row">{nameOf(category)}</th>
              {counts.map((count, index) => (
                <td key={features[index]!.properties.minutes}>{numbers.number(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** The areas to take away: figures as CSV or a workbook, outlines as GeoJSON. */
export function IsochroneDownloads({ answer }: { readonly answer: WalkAnswer }) {
  const { t } = useTranslation();
  const { nameOf } = useCategories();
  const { features } = answer.result;
  return (
    <AnswerDownloads
      label={t("isochrone.download")}
      answer={answer}
      titleOf={({ walk: { persona, direction } }) =>
        `${t("isochrone.title")} ${t(`persona.${persona}`)} ${t(`isochrone.${direction}`)}`
      }
      tableOf={(_, title) => isochroneTable(features, { t, title, nameOf })}
      featuresOf={(_, source) => isochroneFeatures(answer, source)}
    />
  );
}
