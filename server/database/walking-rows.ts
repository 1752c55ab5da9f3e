import { z } from "zod";
import { PARAMETER_USES } from "../contract/walking-standards.ts";
import { booleanCell, integerCell, orEmpty, positiveCell, statusCell, textCell } from "./csv-rows.ts";

/** All ages, or age groups; empty = none. */
export const AGES = /^(all|((0-2|3-5|6-11|12-14|15-59|60-64|65-79|80\+)(;|$))*)$/;

/** Who walks, and how fast. */
export const PersonaRow = z
  .strictObject({
    id: textCell,
    ordinal: integerCell,
    name_zh: textCell,
    name_en: textCell,
    flat_mps: positiveCell,
    stairs_up_horizontal_mps: orEmpty(positiveCell),
    stairs_down_horizontal_mps: orEmpty(positiveCell),
    stairs_up_vertical_mps: orEmpty(positiveCell),
    stairs_down_vertical_mps: orEmpty(positiveCell),
    escalator: booleanCell,
    lift: booleanCell,
    max_grade: orEmpty(positiveCell),
    step_free: booleanCell,
    group_ages: z.string().regex(AGES, "must be all, empty, or age groups such as 65-79;80+"),
    source: textCell,
    source_en: textCell,
    status: statusCell,
  })
  .refine(
    (row) =>
      new Set([
        row.stairs_up_horizontal_mps === null,
        row.stairs_down_horizontal_mps === null,
        row.stairs_up_vertical_mps === null,
        row.stairs_down_vertical_mps === null,
        row.step_free,
      ]).size === 1,
    { error: "the four stair speeds are all given, or all empty for a step-free persona" },
  );

/** A value that walking rests on, and the bounds it may be set within. */
export const WalkingParameterRow = z
  .strictObject({
    name: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be kebab-case"),
    value: positiveCell,
    unit: z.enum(["1", "m", "s", "m/s", "km/km2"], { error: "must be 1, m, s, m/s or km/km2" }),
    minimum: positiveCell,
    maximum: positiveCell,
    used: z.enum(PARAMETER_USES, { error: "must be walking, import, answer or bound" }),
    source: textCell,
    source_en: textCell,
    status: statusCell,
  })
  .refine(({ value, minimum, maximum }) => minimum <= value && value <= maximum, {
    error: "the value lies between minimum and maximum",
  });
