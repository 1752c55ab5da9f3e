import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { RuleBasis } from "./basis.ts";
import { Day } from "./day.ts";
import { EstateRule } from "./estates.ts";
import { DISPOSITIONS, SAFETY_GRADES } from "./filter-count.ts";
import { Extent } from "./geometry.ts";
import { ProgrammeChange } from "./programme.ts";

/**
 * When a building is to be inspected next: overdue · soon = within the days of the rule · later · never = it has not been
 * inspected, as far as is known · unknown = inspected, but how old it was is not known, and so neither when next.
 */
export const DUE_STATES = ["overdue", "soon", "later", "never", "unknown"] as const;
export const DueState = z.enum(DUE_STATES);
export type DueState = z.infer<typeof DueState>;

const Grade = z.enum(SAFETY_GRADES);
const Disposition = z.enum(DISPOSITIONS);
const text = (max: number) => z.string().trim().min(1).max(max);

/** A building of the housing safety archive; internal throughout. */
export const SafetyRecord = z.object({
  id: z.string().meta({ description: "of the building" }),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  estateZh: z.string().nullable(),
  estateEn: z.string().nullable(),
  yearBuilt: NumberOrNull,
  structure: z.string().nullable(),
  floorsAbove: NumberOrNull,
  gfaAboveSqm: NumberOrNull,
  grade: Grade.nullable().meta({ description: "of the last inspection that gave one, else of the data" }),
  gradeBy: z.enum(["inspection", "data"]).nullable(),
  inspectedOn: Day.nullable().meta({ description: "last" }),
  intervalYears: NumberOrNull.meta({ description: "by its age when it was last inspected" }),
  dueOn: Day.nullable(),
  dueState: DueState,
  openHazards: z.number().int(),
  insuredUntil: Day.nullable().meta({ description: "inclusive; null = no insurance known" }),
  disposition: Disposition.nullable().meta({ description: "of 一楼一策; null = not decided" }),
  extent: Extent,
});
export type SafetyRecord = z.infer<typeof SafetyRecord>;

/** How often buildings are inspected: ages from minAge, inclusive, to maxAge, exclusive, years; a row of the standards. */
export const InspectionInterval = z.object({
  minAge: z.number().int(),
  maxAge: z.number().int().nullable(),
  years: z.number().int(),
  ...RuleBasis.shape,
});
export type InspectionInterval = z.infer<typeof InspectionInterval>;

/** Filters of GET /api/safety-records, all passed together. */
export const SafetyFilters = z.object({
  due: DueState.optional(),
  grade: z.enum([...SAFETY_GRADES, "none"]).optional(),
  hazards: z.enum(["open"]).optional(),
  disposition: z.enum([...DISPOSITIONS, "none"]).optional(),
  text: text(100)
    .optional()
    .meta({ description: "in the name or id of a building, or the name of its estate" }),
});
export type SafetyFilters = z.infer<typeof SafetyFilters>;

/** By the day they are due, the earliest first, those without a day last; `states` counts what passes all filters but `due`. */
export const SafetyRecordList = z.object({
  items: z.array(SafetyRecord),
  total: z.number().int(),
  next: z.string().nullable(),
  states: z.record(DueState, z.number().int()),
  today: Day.meta({ description: "of Beijing time: overdue is before it" }),
  intervals: z.array(InspectionInterval),
  rules: z.array(EstateRule),
});
export type SafetyRecordList = z.infer<typeof SafetyRecordList>;

/** POST /api/safety-records/{id}/inspections. */
export const NewInspection = z.strictObject({
  inspectedOn: Day,
  inspector: text(200),
  grade: Grade.nullable().default(null).meta({ description: "JGJ 125; null = none was given" }),
  result: text(2000).nullable().default(null),
});
export type NewInspection = z.infer<typeof NewInspection>;

/** POST /api/safety-records/{id}/hazards. */
export const NewHazard = z.strictObject({ foundOn: Day, description: text(1000) });
export type NewHazard = z.infer<typeof NewHazard>;

/** PATCH /api/safety-records/{id}/hazards/{hazard}: it is gone, and how. */
export const HazardClosing = z.strictObject({ closedOn: Day, closing: text(1000) });
export type HazardClosing = z.infer<typeof HazardClosing>;

/** PUT /api/safety-records/{id}/file: fund, insurance and 一楼一策; null = not known, not decided. */
export const SafetyFile = z.strictObject({
  fundAccount: text(200).nullable().default(null),
  insuredUntil: Day.nullable().default(null),
  disposition: Disposition.nullable().default(null),
  measures: text(2000).nullable().default(null),
});
export type SafetyFile = z.infer<typeof SafetyFile>;

/** One building of the archive with all that is on record of it, the newest first. */
export const SafetyPage = z.object({
  record: SafetyRecord,
  file: SafetyFile.nullable(),
  inspections: z.array(NewInspection.extend({ id: z.string() })),
  hazards: z.array(
    NewHazard.extend({ id: z.string(), closedOn: Day.nullable(), closing: z.string().nullable() }),
  ),
  intervals: z.array(InspectionInterval),
  changes: z.array(ProgrammeChange),
});
export type SafetyPage = z.infer<typeof SafetyPage>;
