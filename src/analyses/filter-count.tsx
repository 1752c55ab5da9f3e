import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { FilterCondition, FilterCountResult } from "../../server/contract/filter-count.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AnalysisView } from "./analysis-view.ts";

/** The counts the sheet always gives, a line each. */
export function FilterCounts({ counts }: { readonly counts: AnswerSheetResult["filterCounts"] }) {
  const { t } = useTranslation();
  if (counts.length === 0) return null;
  return (
    <div className="filter-counts" data-field="filterCounts">
      {counts.map(({ name, conditions, result }) => (
        <section key={name}>
          <h4>{t(`filter.${name}`, { defaultValue: conditionsText(conditions, t) })}</h4>
          <FilterCount result={result} />
        </section>
      ))}
    </div>
  );
}

function FilterCount({ result }: { readonly result: FilterCountResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const unknown = result.unknown.filter(({ buildings }) => buildings > 0);
  return (
    <>
      <p className="counts">
        <b>{numbers.number(result.buildings, 1)}</b> {t("unit.buildings")} · {t("field.gfaAboveSqm")}{" "}
        {numbers.floorArea(result.gfaAboveSqm)} · {t("field.dwellings")} {numbers.count(result.dwellings)} ·{" "}
        {t("field.residents")} {numbers.count(result.residents)}
      </p>
      {unknown.length === 0 ? null : (
        <p className="hint">
          {unknown
            .map(({ field, share }) =>
              t("sheet.unknownShare", {
                field: t(`field.${field}`, { defaultValue: field }),
                share: numbers.share(share),
              }),
            )
            .join(" · ")}
        </p>
      )}
    </>
  );
}

function conditionsText(conditions: readonly FilterCondition[], t: TFunction): string {
  return conditions
    .map(({ field, op, value }) => `${t(`field.${field}`)} ${t(`op.${op}`)} ${valueText(value, t)}`)
    .join(" · ");
}

function valueText(value: FilterCondition["value"], t: TFunction): string {
  if (typeof value === "boolean") return t(value ? "value.yes" : "value.no");
  return Array.isArray(value) ? value.join("/") : String(value);
}

export const filterCountView: AnalysisView<"filter-count"> = {
  Form: null,
  Result: ({ answer }) => <FilterCount result={answer.result} />,
};
