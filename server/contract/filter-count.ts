import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { Area } from "./geometry.ts";
import { BUILDING_USES } from "./plot-ratio.ts";

/** What a condition on numbers may name: both ends inclusive; `whole` numbers have no fraction. */
interface NumberField {
  readonly kind: "number";
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}
/** Texts: one of `values`, or any text of the data where that is null. */
interface TextField {
  readonly kind: "text";
  readonly values: readonly string[] | null;
}
interface BooleanField {
  readonly kind: "boolean";
}

const number = (min: number, max: number, whole = false): NumberField => ({
  kind: "number",
  min,
  max,
  whole,
});
const oneOf = (values: readonly string[]): TextField => ({ kind: "text", values });

export const SAFETY_GRADES = ["A", "B", "C", "D"] as const;
export const DISPOSITIONS = ["keep", "repair", "convert", "demolish", "new"] as const;

const FIELD_NAMES = [
  "yearBuilt",
  "floorsAbove",
  "hasLift",
  "safetyGrade",
  "use",
  "structure",
  "heritage",
  "disposition",
  "gfaAboveSqm",
  "footprintSqm",
  "heightM",
  "dwellings",
  "residents",
] as const;
export type FilterField = (typeof FIELD_NAMES)[number];

/** Attributes of a building a condition may name, with the values that can be meant; beyond them a number is a slip. */
export const FILTER_FIELDS: Readonly<Record<FilterField, NumberField | TextField | BooleanField>> = {
  yearBuilt: number(1000, 2100, true),
  floorsAbove: number(0, 300),
  hasLift: { kind: "boolean" },
  safetyGrade: oneOf(SAFETY_GRADES),
  use: oneOf(BUILDING_USES.filter((use) => use !== "unknown")),
  structure: { kind: "text", values: null },
  heritage: { kind: "boolean" },
  disposition: oneOf(DISPOSITIONS),
  gfaAboveSqm: number(0, 10_000_000),
  footprintSqm: number(0, 1_000_000),
  heightM: number(0, 1000),
  dwellings: number(0, 100_000, true),
  residents: number(0, 1_000_000, true),
};

/** Order is for numbers, equality for all, `in` for numbers and texts; `known` asks whether there is a value at all. */
export const FILTER_OPS = ["lt", "lte", "eq", "ne", "gte", "gt", "in", "known"] as const;
export type FilterOp = (typeof FILTER_OPS)[number];

export const FilterCondition = z
  .strictObject({
    field: z.enum(FIELD_NAMES),
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
    const { kind } = FILTER_FIELDS[field];
    const refuse = (path: "op" | "value", message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (ORDERED_OPS.includes(op) && kind !== "number")
      refuse("op", `${op} is for numbers, ${field} is a ${kind}`);
    else if (op === "in" && kind === "boolean")
      refuse("op", `in is for numbers and texts, ${field} is a boolean`);
    else if (!fits(value, op, field)) refuse("value", `expected ${expected(op, field)} for ${field} ${op}`);
  });
export type FilterCondition = z.infer<typeof FilterCondition>;

const ORDERED_OPS: readonly FilterOp[] = ["lt", "lte", "gte", "gt"];

function fits(value: FilterCondition["value"], op: FilterOp, field: FilterField): boolean {
  if (op === "known") return typeof value === "boolean";
  return op === "in" ? Array.isArray(value) && value.every((each) => isOf(field, each)) : isOf(field, value);
}

function isOf(name: FilterField, value: unknown): boolean {
  const field = FILTER_FIELDS[name];
  if (field.kind === "boolean") return typeof value === "boolean";
  if (field.kind === "text")
    return typeof value === "string" && (field.values === null || field.values.includes(value));
  const { min, max, whole } = field;
  return typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value));
}

function expected(op: FilterOp, name: FilterField): string {
  const field = FILTER_FIELDS[name];
  if (op === "known" || field.kind === "boolean") return "true or false";
  const list = op === "in";
  if (field.kind === "number") {
    const what = `${field.whole ? "whole number" : "number"}${list ? "s" : ""} from ${field.min} to ${field.max}`;
    return list ? `a list of ${what}` : `a ${what}`;
  }
  if (field.values === null) return list ? "a list of texts" : "a text";
  return `${list ? "a list of" : "one of"} ${field.values.join(", ")}`;
}

export const FilterCountParams = z.strictObject({
  area: Area,
  conditions: z.array(FilterCondition).max(20).default([]),
  ordinals: z
    .boolean()
    .default(false)
    .meta({ description: "whether to name the buildings by their place in the tiles and in /api/reach" }),
});
export type FilterCountParams = z.infer<typeof FilterCountParams>;

/** Most buildings that are named by ordinal in one answer. */
export const MAX_ORDINALS = 100_000;

/**
 * Buildings for which every condition is known and true, by share of footprint inside. A use of "unknown" is not known.
 * `unknown` counts, per condition, the buildings in the area whose value is not known; where that is all of them nothing
 * can be counted, and the figures are null. `ordinals` names every building that counts, in whole or in part, where asked.
 */
export const FilterCountResult = z.object({
  buildings: NumberOrNull,
  gfaAboveSqm: NumberOrNull,
  dwellings: NumberOrNull,
  residents: NumberOrNull,
  ordinals: z
    .array(z.number().int())
    .nullable()
    .optional()
    .meta({
      description: `where asked for, rising; null where nothing can be counted or over ${MAX_ORDINALS}`,
    }),
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
