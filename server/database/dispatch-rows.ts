import { z } from "zod";
import { DISPATCH_TESTS, SCORE_MEASURES } from "../contract/dispatch.ts";
import { integerCell, listCell, numberCell, oneOf, orEmpty, positiveCell, textCell } from "./csv-rows.ts";
import { Basis } from "./programme-rows.ts";

/** What gives a dispatched project a light; `scope` says which stages are dispatched. */
export const DispatchRuleRow = z
  .strictObject({
    rule: textCell,
    ordinal: integerCell,
    light: orEmpty(z.enum(["red", "yellow"], { error: "must be empty, red or yellow" })),
    test: oneOf(DISPATCH_TESTS),
    stages: listCell,
    limit_value: orEmpty(numberCell),
    text_zh: textCell,
    text_en: textCell,
    ...Basis,
  })
  .refine((row) => (row.light === null) === (row.test === "scope"), {
    error: "a light is given, or the test is scope",
  })
  .refine((row) => (row.limit_value === null) === (row.test === "scope"), {
    error: "a limit is given, or the test is scope",
  });

/** What a scorecard weighs; without a measure it is typed in. */
export const ScorecardItemRow = z.strictObject({
  item: textCell,
  ordinal: integerCell,
  measure: orEmpty(z.enum(SCORE_MEASURES, { error: `must be empty or one of ${SCORE_MEASURES.join(", ")}` })),
  weight: positiveCell,
  name_zh: textCell,
  name_en: textCell,
  basis_zh: textCell,
  basis_en: textCell,
  ...Basis,
});
