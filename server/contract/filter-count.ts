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

/** Order is for numbers, equality for all, `in` for numbers and texts; `known` asks whether there is a value at all. */
export const FILTER_OPS = ["lt", "lte", "eq", "ne", "gte", "gt", "in", "known"] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

export const FilterCondition = z
  .strictObject({
    field: z.enum(Object.keys(FILTER_FIELDS) as [FilterField, ...FilterField[]]),
    op: z.enum(FILTER_OPS),
    value: z
      .union([
        z.number(),
        z.string(),
        z.boolean(),
        z
          .array(z.union([z.number(), z.string()]))
          .min(1)
          .max(50),
      ])
      .meta({ description: "of the field's kind; a list of them for `in`; true or false for `known`" }),
  })
  .superRefine(({ field, op, value }, context) => {
    const kind = FILTER_FIELDS[field];
    const refuse = (path: "op" | "value", message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (ORDERED_OPS.includes(op) && kind !== "number")
      refuse("op", `${op} is for numbers, ${field} is a ${kind}`);
    else if (op === "in" && kind === "boolean")
      refuse("op", `in is for numbers and texts, ${field} is a boolean`);
    else if (!fits(value, op, kind)) refuse("value", `expected ${expected(op, kind)} for ${field} ${op}`);
  });
export type FilterCondition = z.infer<typeof FilterCondition>;

type FieldKind = (typeof FILTER_FIELDS)[FilterField];
const ORDERED_OPS: readonly FilterOp[] = ["lt", "lte", "gte", "gt"];
const JS_TYPE = { number: "number", text: "string", boolean: "boolean" } as const;

function fits(value: unknown, op: FilterOp, kind: FieldKind): boolean {
  if (op === "known") return typeof value === "boolean";
  const isKind = (item: unknown) => typeof item === JS_TYPE[kind];
  return op === "in" ? Array.isArray(value) && value.every(isKind) : isKind(value);
}

function expected(op: FilterOp, kind: FieldKind): string {
  if (op === "known") return "true or false";
  return op === "in" ? `a list of ${kind}s` : `a ${kind}`;
}

export const FilterCountParams = z.strictObject({
  area: Area,
  conditions: z.array(FilterCondition).max(20).default([]),
});
export type FilterCountParams = z.infer<typeof FilterCountParams>;

/**
 * Buildings for which every condition is known and true, by share of footprint inside. A use of "unknown" is not known.
 * `unknown` counts, per condition, the buildings in the area whose value is not known; where that is all of them nothing
 * can be counted, and the figures are null.
 */
export const FilterCountResult = z.object({
  buildings: NumberOrNull,
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
