import { useTranslation } from "react-i18next";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import { useNumbers } from "../locale/use-numbers.ts";

/**
 * Official figures as printed, with date, basis and source; where the area is the whole district ours beside them, by
 * quantity, and why the two differ.
 */
export function PublishedTable({
  published,
  isDistrict,
  ours,
  reasons,
}: {
  readonly published: readonly PublishedValue[];
  readonly isDistrict: boolean;
  readonly ours: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (published.length === 0) return null;
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
          {published.map((value) => (
            <tr key={value.id}>
              <th scope="row">
                {t(`quantity.${value.quantity}`, { defaultValue: value.quantity })}
                <small>
                  {value.jurisdiction} · {value.asOf === "unknown" ? t("app.asOfUnknown") : value.asOf} ·{" "}
                  {value.basis}
                  <br />
                  {value.source}
                  {isDistrict && reasons[value.quantity] ? (
                    <>
                      <br />
                      {reasons[value.quantity]}
                    </>
                  ) : null}
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
