import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { Day } from "./day.ts";
import { HEALTH_DIMENSIONS, HEALTH_UNITS } from "./health-check.ts";

const Code = z.string().min(1).max(64);

/** An indicator of an edition, without any value. */
export const Indicator = z.object({
  edition: z.string(),
  code: z.string(),
  dimension: z.enum(HEALTH_DIMENSIONS),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.enum(HEALTH_UNITS),
  direction: z.enum(["lower", "higher", "none"]),
  threshold: NumberOrNull,
  computability: z.enum(["computed", "proxy", "survey"]),
  clause: z.string(),
  status: ClauseStatus,
  source: z.string(),
});
export type Indicator = z.infer<typeof Indicator>;
export const IndicatorList = z.object({
  items: z.array(Indicator),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type IndicatorList = z.infer<typeof IndicatorList>;

/** A value told of an indicator in a zone; `stands` where it is the last told of its date. */
export const IndicatorValue = z.object({
  id: z.string(),
  edition: z.string(),
  indicator: z.string(),
  zone: z.string(),
  zoneZh: z.string().nullable(),
  zoneEn: z.string().nullable(),
  asOf: Day,
  value: z.number(),
  toldBy: z.string(),
  note: z.string().nullable(),
  level: z.enum(["public", "internal"]),
  enteredAt: z.string(),
  stands: z.boolean(),
});
export type IndicatorValue = z.infer<typeof IndicatorValue>;
export const IndicatorValueList = z.object({
  items: z.array(IndicatorValue),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type IndicatorValueList = z.infer<typeof IndicatorValueList>;

export const ValueFilters = z.object({
  edition: Code.optional(),
  indicator: Code.optional(),
  zone: z.string().max(200).optional(),
});
export type ValueFilters = z.infer<typeof ValueFilters>;

/** POST /api/indicator-values: only of indicators that this data cannot tell. A share is 0…1. */
export const NewIndicatorValue = z.strictObject({
  edition: Code,
  indicator: Code,
  zone: z.string().min(1).max(200),
  asOf: Day,
  value: z.number().finite(),
  toldBy: z.string().trim().min(1).max(200),
  note: z.string().trim().max(1000).nullable().default(null),
  level: z.enum(["public", "internal"]).default("public"),
});
export type NewIndicatorValue = z.infer<typeof NewIndicatorValue>;

/** Kinds of zones an indicator is ranked by. */
export const RANKED_KINDS = ["subdistrict", "community", "renewal-district", "estate"] as const;

/** A zone in the order of an indicator, the worst first; `value` null = not known, then it has no rank. */
export const RankedZone = z.object({
  rank: z.number().int().nullable().meta({ description: "equal values share one" }),
  zone: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  value: NumberOrNull,
  asOf: Day.nullable(),
  toldBy: z.string().nullable(),
  kind: z.enum(["entered", "finding", "recheck"]).nullable(),
});
export type RankedZone = z.infer<typeof RankedZone>;
export const RankingList = z.object({
  indicator: Indicator,
  items: z.array(RankedZone),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type RankingList = z.infer<typeof RankingList>;

export const IMPORT_KINDS = ["findings", "indicator-values"] as const;

/** A cell that cannot be taken: `line` of the file from 1, `column` as its heading says, `expected` what would be right. */
export const RowFault = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  expected: z.string(),
});
export type RowFault = z.infer<typeof RowFault>;

/** What a file would bring, row by row; `version` is set once it was taken, and only a file without faults is. */
export const ImportReport = z.object({
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  encoding: z.enum(["utf-8", "gb18030", "xlsx"]),
  rows: z.number().int(),
  faults: z.array(RowFault).meta({ description: "at most 200" }),
  faultRows: z.number().int(),
  fresh: z.array(z.object({ line: z.number().int(), text: z.string() })).meta({ description: "at most 200" }),
  freshRows: z.number().int(),
  known: z
    .array(z.object({ line: z.number().int(), text: z.string() }))
    .meta({ description: "already there, or twice in the file: left out; at most 200" }),
  knownRows: z.number().int(),
  version: z.number().int().nullable(),
});
export type ImportReport = z.infer<typeof ImportReport>;

/** A file that was taken; `undone` once all its rows were taken back. */
export const TakenImport = z.object({
  version: z.number().int(),
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  rows: z.number().int(),
  at: z.string(),
  undone: z.boolean(),
});
export type TakenImport = z.infer<typeof TakenImport>;
export const TakenImportList = z.object({
  items: z.array(TakenImport),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type TakenImportList = z.infer<typeof TakenImportList>;
