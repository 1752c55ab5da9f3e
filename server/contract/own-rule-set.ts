import { z } from "zod";
import { Tier } from "./life-circle-coverage.ts";

export const MAX_OWN_REQUIREMENTS = 500;
/** Own rule sets of one district. */
export const MAX_OWN_RULE_SETS = 50;

/** One row of an own rule set, with the columns of life-circle-requirement.csv that a person decides. */
export const OwnRequirement = z.strictObject({
  tier: Tier,
  category: z.string().min(1).max(64).meta({ description: "a code of /api/facility-categories" }),
  required: z
    .enum(["required", "as-needed"])
    .meta({ description: "as-needed: shown, never counted as required" }),
  distanceM: z
    .number()
    .int()
    .min(1)
    .max(5000)
    .nullable()
    .meta({ description: "shortest walk at most, inclusive; null: judged by time only" }),
  test: z.enum(["walk", "capacity", "presence"]).default("walk"),
  clause: z.string().max(200).default("").meta({ description: "where it stands in its source" }),
});
export type OwnRequirement = z.infer<typeof OwnRequirement>;

/** POST /api/rule-sets */
export const OwnRuleSetBody = z.strictObject({
  title: z.string().trim().min(1).max(80),
  requirements: z
    .array(OwnRequirement)
    .min(1)
    .max(MAX_OWN_REQUIREMENTS)
    .meta({ description: "each category once in a tier" }),
});
export type OwnRuleSetBody = z.infer<typeof OwnRuleSetBody>;

/** The id of an own rule set. */
export const OwnRuleSetId = z.string().regex(/^own-[0-9a-f]{16}$/, "the id of an own rule set");
