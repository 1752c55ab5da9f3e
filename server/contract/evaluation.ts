import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { Day } from "./day.ts";
import { RECHECK_REASONS } from "./findings.ts";
import { Extent } from "./geometry.ts";
import { HEALTH_UNITS } from "./health-check.ts";

const Code = z.string().min(1).max(64);
const Level = z.enum(["public", "internal"]);

/** Which indicator of which zone a project is to move. */
export const TargetKey = z.object({ edition: Code, indicator: Code, zone: z.string().min(1).max(200) });
export type TargetKey = z.infer<typeof TargetKey>;

/**
 * PUT /api/projects/{id}/targets: what an indicator was and is to be, in its unit. With `measureBefore` the value before is
 * measured now, or taken as last told; `level` default as what the indicator rests on.
 */
export const TargetBody = TargetKey.strict().extend({
  beforeValue: z.number().finite().nullable().default(null),
  beforeOn: Day.nullable().default(null),
  measureBefore: z.boolean().default(false),
  targetValue: z.number().finite(),
  targetYear: z.number().int().min(1900).max(2200).nullable().default(null),
  basis: z.string().trim().min(1).max(500),
  level: Level.nullable().default(null),
});
export type TargetBody = z.infer<typeof TargetBody>;

/** A value of an indicator as it was read: when, and told by whom or measured on which data. */
export const Reading = z.object({
  readOn: Day,
  value: NumberOrNull,
  reason: z.enum(RECHECK_REASONS).nullable().meta({ description: "why there is no value" }),
  toldBy: z.string().nullable(),
  measuredVersion: z.number().int().nullable(),
});
export type Reading = z.infer<typeof Reading>;

/** met = the target is reached; improved = better than before and short of it; unread = not read since. */
export const EVALUATION_OUTCOMES = ["met", "improved", "not-improved", "unknown", "unread"] as const;

/** One indicator: before, target and now; of a target set here, or of a finding the project takes up and its check after works. */
export const EvaluationItem = TargetKey.extend({
  zone: z.string().nullable(),
  zoneZh: z.string().nullable(),
  zoneEn: z.string().nullable(),
  extent: Extent.nullable(),
  nameZh: z.string(),
  nameEn: z.string(),
  unit: z.enum(HEALTH_UNITS),
  direction: z.enum(["lower", "higher", "none"]),
  computability: z.enum(["computed", "proxy", "survey"]),
  finding: z.string().nullable().meta({ description: "id of the finding; null = a target set here" }),
  beforeValue: NumberOrNull,
  beforeOn: Day.nullable(),
  targetValue: NumberOrNull,
  targetYear: z.number().int().nullable(),
  basis: z.string().nullable(),
  readings: z.array(Reading).meta({ description: "the oldest first" }),
  outcome: z.enum(EVALUATION_OUTCOMES),
});
export type EvaluationItem = z.infer<typeof EvaluationItem>;

/** 效果评估 of a project: every indicator it was to move, and how many came to what. */
export const ProjectEvaluation = z.object({
  project: z.string(),
  items: z.array(EvaluationItem),
  counts: z.object(
    Object.fromEntries(EVALUATION_OUTCOMES.map((outcome) => [outcome, z.number().int()])) as Record<
      (typeof EVALUATION_OUTCOMES)[number],
      z.ZodNumber
    >,
  ),
});
export type ProjectEvaluation = z.infer<typeof ProjectEvaluation>;
