import { z } from "zod";
import { RuleBasis } from "./basis.ts";
import { Extent } from "./geometry.ts";

/** The traffic lights of dispatch; unknown is grey: the record does not tell. */
export const LIGHTS = ["red", "yellow", "green", "unknown"] as const;
export type Light = (typeof LIGHTS)[number];
/** How a rule of geodata/standards/dispatch-rule.csv judges; its limit is a day of the month, a share of the schedule, or days. */
export const DISPATCH_TESTS = [
  "scope",
  "no-return",
  "completed-share",
  "blocking-overdue",
  "matter-overdue",
] as const;
/** What of a scorecard is measured; the rest is typed in. */
export const SCORE_MEASURES = ["returned", "completed", "paid", "not-red"] as const;

export const MonthText = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, "is a month such as 2026-11")
  .meta({ description: "YYYY-MM" });
export const Level = z.enum(["public", "internal"]);

/** The amounts of a return, in 万元 (10,000 yuan), in the order of the sheet; each also a column of dispatch_return. */
export const AMOUNT_FIELDS = [
  "totalWanYuan",
  "yearPlanWanYuan",
  "monthDoneWanYuan",
  "yearDoneWanYuan",
  "totalDoneWanYuan",
  "arrivedWanYuan",
  "paidWanYuan",
] as const;
export const TEXT_FIELDS = [
  "unit",
  "implementer",
  "leader",
  "uniformCode",
  "progressText",
  "problem",
  "coordination",
] as const;
const amount = (description: string) => z.number().min(0).nullable().meta({ description });
const text = (description: string) => z.string().nullable().meta({ description });

/** What a unit returned of a project for a month; null = not told, which is never zero. */
export const DispatchValues = z.object({
  unit: text("责任单位"),
  implementer: text("实施主体"),
  leader: text("牵头领导"),
  uniformCode: text("项目统一代码"),
  totalWanYuan: amount("总投资, 万元"),
  yearPlanWanYuan: amount("年度计划投资, 万元"),
  monthDoneWanYuan: amount("本月完成投资, 万元"),
  yearDoneWanYuan: amount("本年累计完成投资, 万元"),
  totalDoneWanYuan: amount("自开工累计完成投资, 万元"),
  arrivedWanYuan: amount("资金到位, 万元"),
  paidWanYuan: amount("资金拨付, 万元"),
  progressText: text("形象进度"),
  progressShare: z.number().min(0).max(1).nullable().meta({ description: "形象进度, share 0…1" }),
  problem: text("存在问题"),
  coordination: text("需协调事项"),
});
export type DispatchValues = z.infer<typeof DispatchValues>;
export type DispatchField = keyof DispatchValues;

/** Why a light: the rule with its words, and the numbers it was judged by. `hit` null = the record does not tell. */
export const LightReason = z.object({
  rule: z.string(),
  light: z.enum(["red", "yellow"]),
  test: z.enum(DISPATCH_TESTS),
  hit: z.boolean().nullable(),
  textZh: z.string(),
  textEn: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()]).nullable()),
  ...RuleBasis.omit({ asOf: true }).shape,
});
export type LightReason = z.infer<typeof LightReason>;

/** A project of the dispatch of a month. `values` null = nothing was returned; `reasons` are the rules that hit or cannot be told. */
export const DispatchRow = z.object({
  project: z.string(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
  renewalDistrict: z.string().nullable(),
  subdistrict: z.string().nullable().meta({ description: "id of the zone its point on surface lies in" }),
  subdistrictZh: z.string().nullable(),
  subdistrictEn: z.string().nullable(),
  unit: z.string().nullable().meta({ description: "of the return, else of the last one before" }),
  level: Level,
  extent: Extent,
  place: z.tuple([z.number(), z.number()]),
  values: DispatchValues.nullable(),
  light: z.enum(LIGHTS),
  reasons: z.array(LightReason),
});
export type DispatchRow = z.infer<typeof DispatchRow>;

/** Filters of a month's dispatch, all passed together. `zone`: a subdistrict or a renewal district, by its id. */
export const DispatchFilters = z.object({
  unit: z.string().min(1).max(200).optional(),
  zone: z.string().min(1).max(200).optional(),
  light: z.enum(LIGHTS).optional(),
});
export type DispatchFilters = z.infer<typeof DispatchFilters>;

export const DispatchFacet = z.object({
  field: z.enum(["unit", "subdistrict", "renewal-district", "light"]),
  value: z.string().nullable(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  projects: z.number().int(),
});
export type DispatchFacet = z.infer<typeof DispatchFacet>;

/** What the returns of a month add up to, by amount; `unknown` = projects of which it was not returned, in no sum. */
export const DispatchSums = z.record(
  z.enum(AMOUNT_FIELDS),
  z.object({ wanYuan: amount("null = returned of none"), unknown: z.number().int() }),
);
export type DispatchSums = z.infer<typeof DispatchSums>;

/** A rule that gives a light, as the standards have it. */
export const DispatchRule = LightReason.omit({ hit: true, values: true });
export type DispatchRule = z.infer<typeof DispatchRule>;

/** GET /api/dispatch: the projects under dispatch in a month, a page after the other, as their lights are judged at `judgedOn`. */
export const DispatchMonth = z.object({
  month: MonthText,
  judgedOn: z.iso.date().meta({ description: "the last day of the month, or today while it runs" }),
  items: z.array(DispatchRow),
  total: z.number().int(),
  next: z.string().nullable(),
  sums: DispatchSums.meta({ description: "over all pages" }),
  facets: z.array(DispatchFacet).meta({ description: "counts with the other filters applied" }),
  rules: z.array(DispatchRule).meta({ description: "those that give lights, in the order they are asked" }),
});
export type DispatchMonth = z.infer<typeof DispatchMonth>;

/** Why a cell of a sheet is not taken. `right` is what would be right, where it can be told. */
export const FAULTS = [
  "no-sheet",
  "wrong-month",
  "no-header",
  "wrong-header",
  "missing-column",
  "merged",
  "no-code",
  "unknown-code",
  "duplicate-code",
  "wrong-name",
  "date-for-text",
  "number-for-text",
  "date-for-number",
  "text-for-number",
  "wrong-unit",
  "negative",
  "too-large",
  "too-long",
  "percent-as-share",
  "not-percent",
  "uniform-code",
  "duplicate-uniform-code",
  "cell-error",
  "less-than-part",
  "too-many-rows",
] as const;
export const SheetFault = z.object({
  cell: z.string().meta({ description: "address such as I7, or a range" }),
  column: z.string().nullable(),
  value: z.string().nullable(),
  code: z.enum(FAULTS),
  right: z.string().nullable(),
});
export type SheetFault = z.infer<typeof SheetFault>;

const Cell = z.union([z.string(), z.number()]).nullable();
/** A cell that differs; `before` is of the month's return, else of the last one (`beforeMonth`), null where there is none. */
export const DispatchChange = z.object({
  project: z.string(),
  code: z.string().nullable(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  field: z.string(),
  cell: z.string(),
  beforeMonth: MonthText.nullable(),
  before: Cell,
  after: Cell,
});
export type DispatchChange = z.infer<typeof DispatchChange>;

/** What a sheet would change. With faults nothing can be confirmed, and `digest` is null; else it is what confirms. */
export const ImportPreview = z.object({
  month: MonthText.nullable(),
  rows: z.number().int(),
  returned: z.number().int().meta({ description: "rows that differ and would be written" }),
  untouched: z
    .number()
    .int()
    .meta({ description: "rows as they were handed out: no return is made of them" }),
  changes: z.array(DispatchChange),
  faults: z.array(SheetFault),
  digest: z.string().nullable(),
  written: z.number().int().nullable().meta({ description: "the version, once it is confirmed" }),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const DispatchImport = z.object({
  version: z.number().int(),
  month: MonthText,
  fileName: z.string(),
  at: z.string(),
  actor: z.string(),
  projects: z.number().int(),
  undoneAt: z.string().nullable(),
});
export type DispatchImport = z.infer<typeof DispatchImport>;
export const DispatchImportList = z.object({
  items: z.array(DispatchImport),
  total: z.number().int(),
  next: z.null(),
});
export type DispatchImportList = z.infer<typeof DispatchImportList>;

/** GET /api/projects/{id}/dispatch: its returns, the oldest first. */
export const ProjectReturns = z.object({
  project: z.string(),
  items: z.array(z.object({ month: MonthText, level: Level, values: DispatchValues })),
  total: z.number().int(),
  next: z.null(),
});
export type ProjectReturns = z.infer<typeof ProjectReturns>;
