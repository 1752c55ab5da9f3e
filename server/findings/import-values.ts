import type { NewIndicatorValue } from "../contract/indicator-values.ts";
import type { TableColumn, TableRow } from "../tables/match-headings.ts";
import { cellReader, type Lookups } from "./import-cells.ts";
import { toValueRow, type ValueRow } from "./indicator-values.ts";

/** The columns of a file of values told by departments. */
export const VALUE_COLUMNS: readonly TableColumn[] = [
  { key: "indicator", headings: ["指标", "指标编号", "indicator"], required: true },
  { key: "zone", headings: ["分区", "社区", "街道", "zone"], required: true },
  { key: "date", headings: ["日期", "截至日期", "date"], required: true },
  { key: "value", headings: ["数值", "value"], required: true },
  { key: "toldBy", headings: ["填报单位", "toldBy", "told by"], required: true },
  { key: "edition", headings: ["指标版本", "edition"], required: false },
  { key: "note", headings: ["说明", "note"], required: false },
  { key: "level", headings: ["级别", "level"], required: false },
];

/** A row as a value of an indicator, or what is wrong with its cells. */
export function valueOfRow(row: TableRow, lookups: Lookups) {
  const read = cellReader(row, VALUE_COLUMNS, lookups);
  const code = read.required("indicator", 200);
  const indicator = code === null ? null : read.indicator("indicator");
  if (indicator !== null && indicator.computability !== "survey")
    read.fault("indicator", "computed-indicator", "");
  const zone = read.required("zone", 200) === null ? null : read.zone("zone");
  const asOf = read.date("date");
  const value = read.required("value", 40) === null ? null : read.indicatorValue("value", indicator);
  const toldBy = read.required("toldBy", 200);
  const level = read.level("level");
  const { faults } = read;
  if (faults.length > 0) return { faults, row: null };
  const given: NewIndicatorValue = {
    ...{ edition: indicator!.edition, indicator: indicator!.code, zone: zone!, asOf: asOf!, value: value! },
    ...{ toldBy: toldBy!, note: read.textOf("note")?.slice(0, 1000) ?? null, level: level! },
  };
  return { faults, row: toValueRow(given) satisfies ValueRow };
}
