import { z } from "zod";
import { ESTATE_RULES } from "../contract/estates.ts";
import { integerCell, numberCell, oneOf, orEmpty, positiveCell, textCell } from "./csv-rows.ts";
import { Basis } from "./programme-rows.ts";

/** A figure a rule of estates rests on: value ÷ per. */
export const EstateRuleRow = z.strictObject({
  rule: oneOf(ESTATE_RULES),
  ordinal: integerCell,
  value: numberCell,
  per: positiveCell,
  name_zh: textCell,
  name_en: textCell,
  ...Basis,
});

/** How often a building is inspected: ages from min_age, inclusive, to max_age, exclusive, in years. */
export const InspectionIntervalRow = z.strictObject({
  min_age: integerCell,
  max_age: orEmpty(integerCell),
  years: positiveCell.pipe(z.number().int("must be a whole number")),
  ...Basis,
});
