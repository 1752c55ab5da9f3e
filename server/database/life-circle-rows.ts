import { z } from "zod";
import {
  categoryCell,
  integerCell,
  jurisdictionCell,
  optionalTextCell,
  orEmpty,
  positiveIntegerCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";

/** A category of facilities. */
export const FacilityCategoryRow = z.strictObject({
  ordinal: integerCell,
  code: categoryCell,
  name_zh: textCell,
  name_en: textCell,
  group: z.enum([
    "education",
    "sport",
    "health",
    "elderly",
    "culture",
    "service",
    "commerce",
    "utility",
    "transport",
    "environment",
    "park",
  ]),
});

/** A standard or an own set of requirements, as one that is chosen. */
export const RuleSetRow = z.strictObject({
  id: textCell,
  title_zh: textCell,
  title_en: textCell,
  edition: textCell,
  issued: optionalTextCell,
  effective: optionalTextCell,
  jurisdiction: jurisdictionCell,
  status: statusCell,
  note: optionalTextCell,
});

/** A life circle of a rule set, by its minutes. */
export const TierRow = z.strictObject({
  rule_set: textCell,
  tier: positiveIntegerCell,
  minutes: positiveIntegerCell,
  default_distance_m: orEmpty(positiveIntegerCell),
  clause: textCell,
  status: statusCell,
  source: textCell,
});

/** What a rule set asks of a tier, a category each. */
export const RequirementRow = z.strictObject({
  rule_set: textCell,
  edition: textCell,
  clause: textCell,
  // minutes; 0 is the residential block
  tier: integerCell.pipe(
    z.union([z.literal(0), z.literal(5), z.literal(10), z.literal(15)], { error: "must be 0, 5, 10 or 15" }),
  ),
  category: categoryCell,
  required: z.enum(["required", "as-needed"], { error: "must be required or as-needed" }),
  distance_m: orEmpty(positiveIntegerCell),
  test: z.enum(["walk", "capacity", "presence"], { error: "must be walk, capacity or presence" }),
  building_sqm_min: orEmpty(positiveIntegerCell),
  land_sqm_min: orEmpty(positiveIntegerCell),
  status: statusCell,
  source: textCell,
  note: optionalTextCell,
});
