import type { NewFinding } from "../contract/findings.ts";
import type { TableColumn, TableRow } from "../tables/match-headings.ts";
import { type FindingRow, toFindingRow } from "./finding-rows.ts";
import { cellReader, type Lookups } from "./import-cells.ts";

/** The columns of a file of citizens' letters. */
export const FINDING_COLUMNS: readonly TableColumn[] = [
  { key: "title", headings: ["标题", "问题", "title"], required: true },
  { key: "severity", headings: ["严重程度", "severity"], required: true },
  { key: "date", headings: ["日期", "来信日期", "date"], required: true },
  { key: "zone", headings: ["分区", "社区", "小区", "zone"], required: false },
  { key: "lon", headings: ["经度", "lon"], required: false },
  { key: "lat", headings: ["纬度", "lat"], required: false },
  { key: "indicator", headings: ["指标", "指标编号", "indicator"], required: false },
  { key: "edition", headings: ["指标版本", "edition"], required: false },
  { key: "value", headings: ["数值", "value"], required: false },
  { key: "note", headings: ["说明", "note"], required: false },
  { key: "level", headings: ["级别", "level"], required: false },
];

/** A row of letters as a finding, or what is wrong with its cells. */
export function findingOfRow(row: TableRow, lookups: Lookups) {
  const read = cellReader(row, FINDING_COLUMNS, lookups);
  const title = read.required("title", 200);
  const severity = read.severity("severity");
  const asOf = read.date("date");
  const zone = read.zone("zone");
  const place = placeOf(read);
  const indicator = read.indicator("indicator");
  const value = read.indicatorValue("value", indicator);
  const level = read.level("level");
  if (read.faults.length === 0 && zone === null && place === null) read.fault("zone", "no-place", "");
  const { faults } = read;
  if (faults.length > 0) return { faults, row: null };
  const given: NewFinding = {
    ...{ title: title!, note: read.textOf("note")?.slice(0, 2000) ?? null },
    ...{ edition: indicator?.edition ?? null, indicator: indicator?.code ?? null },
    ...{ zone, place, severity: severity!, source: "letter", value, asOf: asOf!, level: level! },
  };
  return {
    faults,
    row: toFindingRow(given, { threshold: indicator?.threshold ?? null }) satisfies FindingRow,
  };
}

function placeOf({ textOf, number, fault }: ReturnType<typeof cellReader>): NewFinding["place"] {
  const [lon, lat] = [number("lon"), number("lat")];
  if (textOf("lon") === null && textOf("lat") === null) return null;
  if (textOf("lon") === null || textOf("lat") === null)
    return fault(textOf("lon") === null ? "lon" : "lat", "half-place", "");
  if (lon === null || lat === null) return null;
  if (Math.abs(lon) > 180) return fault("lon", "bad-degrees", "-180…180");
  if (Math.abs(lat) > 90) return fault("lat", "bad-degrees", "-90…90");
  return { type: "Point", coordinates: [lon, lat] };
}
