import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { Area } from "./geometry.ts";

/** Attributes of a building a condition may name, with the kind of value each takes. */
export const FILTER_FIELDS = {
  floorsAbove: "number",
  heightM: "number",
  footprintSqm: "number",
  gfaAboveSqm: "number",
  yearBuilt: "number",
  dwellings: "number",
  residents: "number",
  use: "text",
  structure: "text",
  safetyGrade: "text",
  disposition: "text",
  hasLift: "boolean",
  heritage: "boolean",
} as const;
export type FilterField = keyof typeof FILTER_FIELDS;

export const FILTER_OPS = ["lt", "lte", "eq", "ne", "gte", "gt", "in"] as const;

export const FilterCondition = z.object({
  field: z.enum(Object.keys(FILTER_FIELDS) as [FilterField, ...FilterField[]]),
  op: z.enum(FILTER_OPS),
  value: z.union([
    z.number(),
    z.string(),
    z.boolean(),
    z
      .array(z.union([z.number(), z.string()]))
      .min(1)
      .max(50),
  ]),
});
export type FilterCondition = z.infer<typeof FilterCondition>;

export const FilterCountParams = z.strictObject({
  area: Area,
  conditions: z.array(FilterCondition).max(20).default([]),
});
export type FilterCountParams = z.infer<typeof FilterCountParams>;

/**
 * Buildings for which every condition is known and true, by share of footprint inside.
 * `unknown` counts, per condition, the buildings in the area whose value is not known.
 */
export const FilterCountResult = z.object({
  buildings: z.number(),
  gfaAboveSqm: NumberOrNull,
  dwellings: NumberOrNull,
  residents: NumberOrNull,
  unknown: z.array(
    z.object({
      field: z.string(),
      buildings: z.number(),
      share: z
        .number()
        .min(0)
        .max(1)
        .nullable()
        .meta({ description: "of the buildings in the area; null where there is none" }),
    }),
  ),
});
export type FilterCountResult = z.infer<typeof FilterCountResult>;
