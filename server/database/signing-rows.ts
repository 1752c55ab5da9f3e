import { z } from "zod";
import { CONSENT_MEASURES, HOUSEHOLD_KINDS } from "../contract/acquisition-plots.ts";
import { CONSENT_PURPOSES } from "../contract/consent-purposes.ts";
import { LIST_KINDS } from "../contract/programme-items.ts";
import {
  booleanCell,
  dateCell,
  integerCell,
  jurisdictionCell,
  kebabCell,
  numberCell,
  oneOf,
  optionalTextCell,
  orEmpty,
  statusCell,
  textCell,
} from "./csv-rows.ts";

const countCell = numberCell.pipe(z.number().int("must be a whole number").min(0, "must not be negative"));

/** A stage households of a plot, or the plot itself, come to. */
export const SigningStageRow = z.strictObject({
  purpose: oneOf(CONSENT_PURPOSES),
  code: kebabCell,
  ordinal: integerCell,
  counted: oneOf(["households", "plot"]),
  within: optionalTextCell,
  name_zh: textCell,
  name_en: textCell,
  source: textCell,
  status: statusCell,
});

/** A share the law asks for before a lift is added or a building renewed by its owners. */
export const ConsentThresholdRow = z
  .strictObject({
    purpose: oneOf(CONSENT_PURPOSES),
    ordinal: integerCell,
    stage: kebabCell,
    base: orEmpty(kebabCell),
    measure: oneOf(CONSENT_MEASURES),
    numerator: countCell,
    denominator: countCell,
    inclusive: booleanCell,
    jurisdiction: jurisdictionCell,
    as_of: dateCell,
    clause: textCell,
    source: textCell,
    status: statusCell,
  })
  .refine((row) => row.numerator > 0 && row.numerator <= row.denominator, {
    error: "numerator and denominator must be a share above 0 and up to 1",
  });

/** The households of one kind of a plot of a case elsewhere, and how many of them signed. */
export const CasePlotRow = z
  .strictObject({
    ordinal: integerCell,
    plot: textCell,
    case_zh: textCell,
    case_en: textCell,
    name_zh: textCell,
    name_en: textCell,
    kind: oneOf(HOUSEHOLD_KINDS),
    households: countCell,
    signed: countCell,
    stated_figure: textCell,
    as_of: dateCell,
    source: textCell,
    note_zh: optionalTextCell,
    note_en: optionalTextCell,
  })
  .refine((row) => row.signed <= row.households, { error: "signed must not be above households" })
  .refine((row) => (row.note_zh === null) === (row.note_en === null), {
    error: "a note is in both languages",
  });

/** One of the lists of the programme. */
export const ProgrammeListRow = z.strictObject({
  ordinal: integerCell,
  code: kebabCell,
  kind: oneOf(LIST_KINDS),
  name_zh: textCell,
  name_en: textCell,
  figure: textCell,
});
