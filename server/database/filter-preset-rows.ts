import { z } from "zod";
import { FilterCondition } from "../contract/filter-count.ts";
import { filterFromText, filterToText } from "../contract/filter-text.ts";
import { booleanCell, integerCell, kebabCell, textCell } from "./csv-rows.ts";

/** A question by conditions that is often asked. */
export const FilterPresetRow = z.strictObject({
  ordinal: integerCell,
  name: kebabCell,
  title_zh: textCell,
  title_en: textCell,
  conditions: textCell.superRefine((text, context) => {
    const drafts = filterFromText(text);
    const wrong = drafts.flatMap((draft) => FilterCondition.safeParse(draft).error?.issues[0]?.message ?? []);
    const message =
      wrong[0] ??
      (filterToText(drafts) === text
        ? null
        : "must be conditions such as yearBuilt:lt:2000;safetyGrade:in:C,D");
    if (message !== null) context.addIssue({ code: "custom", message });
  }),
  headline: booleanCell,
  source: textCell,
});
