import { z } from "zod";
import {
  COUNTED_BY,
  FIGURE_LISTS,
  FIGURE_NATURES,
  FIGURE_QUALIFIERS,
  FIGURE_THEMES,
} from "../contract/programme-figures.ts";
import {
  booleanCell,
  dateCell,
  integerCell,
  jurisdictionCell,
  numberCell,
  oneOf,
  optionalTextCell,
  orEmpty,
  positiveIntegerCell,
  textCell,
} from "./csv-rows.ts";

/** A document the figures of the programme are taken from. */
export const ProgrammeSourceRow = z.strictObject({
  id: textCell,
  title_zh: textCell,
  title_en: textCell,
  dated: dateCell,
});

/** A figure of the programme as printed. */
export const ProgrammeFigureRow = z
  .strictObject({
    ordinal: integerCell,
    code: textCell,
    theme: oneOf(FIGURE_THEMES),
    adcode: orEmpty(z.string().regex(/^\d{6}$/, "must be an adcode of six digits")),
    jurisdiction: jurisdictionCell,
    name_zh: textCell,
    name_en: textCell,
    qualifier: oneOf(FIGURE_QUALIFIERS),
    value: numberCell,
    unit_zh: optionalTextCell,
    unit_en: optionalTextCell,
    nature: oneOf(FIGURE_NATURES),
    as_of: dateCell,
    source: textCell,
    leads_to: orEmpty(oneOf(FIGURE_LISTS)),
    counted_by: orEmpty(oneOf(COUNTED_BY)),
    note_zh: optionalTextCell,
    note_en: optionalTextCell,
    flagged: booleanCell,
  })
  .refine((row) => (row.note_zh === null) === (row.note_en === null), {
    error: "a note is in both languages",
  })
  .refine((row) => !row.flagged || row.note_zh !== null, { error: "what is flagged says why in its note" })
  .refine((row) => (row.adcode === null) === (row.jurisdiction !== "区级"), {
    error: "a figure of 区级 names its district, and no other does",
  });

/** An official figure with its day and basis. */
export const PublishedValueRow = z.strictObject({
  id: positiveIntegerCell,
  adcode: z.string().regex(/^\d{6}$/, "must be an adcode of six digits"),
  zone: optionalTextCell,
  quantity: textCell,
  value: numberCell,
  unit: textCell,
  jurisdiction: jurisdictionCell,
  as_of: z.string().regex(/^(\d{4}(-\d{2}(-\d{2})?)?|unknown)$/, "must be a date or the word unknown"),
  basis: textCell,
  source: textCell,
  superseded_by: orEmpty(positiveIntegerCell),
});
