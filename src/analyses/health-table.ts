import type { TFunction } from "i18next";
import type { HealthIndicator } from "../../server/contract/health-check.ts";
import type { Table } from "../formats/table.ts";
import { nameIn } from "../locale/name-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { HealthAnswer } from "../state/health-state.ts";

const COLUMNS = [
  ...(["code", "dimension", "aspect", "tag", "name", "value", "unit", "of", "unknown", "threshold"] as const),
  ...(["reason", "basis", "clause", "status", "origin", "entered", "enteredAsOf", "enteredBy"] as const),
] as const;

interface Writer {
  readonly t: TFunction;
  readonly language: Language;
  readonly title: string;
}

/** The indicators as a table to work on, in the unit of each; shares 0…1, numbers unrounded, unknown left empty. */
export function healthTable({ result }: HealthAnswer, { t, language, title }: Writer): Table {
  const cellsOf = (each: HealthIndicator) => ({
    ...each,
    dimension: t(`health.dimension.${each.dimension}`),
    name: nameIn(language, each),
    reason: each.reason && t(`health.reason.${each.reason}`),
    basis: language === "en" ? each.basisEn : each.basisZh,
    status: t(`sheet.${each.status}`),
    origin: each.source,
    entered: each.entered?.value ?? null,
    enteredAsOf: each.entered?.asOf ?? null,
    enteredBy: each.entered?.toldBy ?? null,
  });
  return {
    title,
    columns: COLUMNS.map((column) => t(`health.column.${column}`)),
    rows: result.indicators.map((each) => {
      const cells = cellsOf(each);
      return COLUMNS.map((column) => cells[column] ?? null);
    }),
  };
}
