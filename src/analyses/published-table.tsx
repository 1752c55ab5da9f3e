import { useTranslation } from "react-i18next";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import { useNumbers } from "../locale/use-numbers.ts";

/** Official figures as printed, with date, basis and source; ours beside them where the area is the whole district. */
export function PublishedTable({
  result,
  isDistrict,
}: {
  readonly result: PlotRatioResult;
  readonly isDistrict: boolean;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (result.published.length === 0) return null;
  const ours: Readonly<Record<string, string>> = {
    "gross-plot-ratio": numbers.ratio(result.grossPlotRatio),
    "construction-land-area": numbers.area(result.constructionLandSqm),
    "gfa-above": numbers.floorArea(result.gfaAboveSqm),
    "land-area": numbers.area(result.landAreaSqm),
  };
  return (
    <div className="published" data-field="published">
      <h4>{t("sheet.official")}</h4>
      <p className="hint">
        {t("sheet.officialHint")} {isDistrict ? null : t("sheet.officialScope")}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("field.published")}</th>
            <th scope="col">{t("sheet.value")}</th>
            {isDistrict ? <th scope="col">{t("sheet.ours")}</th> : null}
          </tr>
        </thead>
        <tbody>
          {result.published.map((value) => (
            <tr key={value.id}>
              <th scope="row">
                {t(`quantity.${value.quantity}`, { defaultValue: value.quantity })}
                <small>
                  {value.jurisdiction} · {value.asOf === "unknown" ? t("app.asOfUnknown") : value.asOf} ·{" "}
                  {value.basis}
                  <br />
                  {value.source}
                </small>
              </th>
              <td>{publishedText(value, numbers)}</td>
              {isDistrict ? <td>{ours[value.quantity] ?? "–"}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function publishedText({ value, unit }: PublishedValue, numbers: ReturnType<typeof useNumbers>): string {
  switch (unit) {
    case "km2":
      return `${numbers.number(value, 2)} km²`;
    case "m2":
      return numbers.floorArea(value);
    case "persons/km2":
      return numbers.perSqkm(value);
    case "1":
      return numbers.number(value, 2);
    default:
      return numbers.count(value);
  }
}
