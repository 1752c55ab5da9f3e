import { z } from "zod";
import {
  categoryCell,
  integerCell,
  kebabCell,
  positiveCell,
  positiveIntegerCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";
import { AGES } from "./walking-rows.ts";

/** Who shares a kind of facility, by age. */
export const DemandGroupRow = z.strictObject({
  id: kebabCell,
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  ages: textCell.regex(AGES, "must be all, or age groups such as 65-79;80+"),
  source: textCell,
  status: statusCell,
});

/** For whom a category of facilities is, and what its supply is counted in. */
export const FacilityDemandRow = z.strictObject({
  category: categoryCell,
  demand_group: textCell,
  unit_zh: textCell,
  unit_en: textCell,
  source: textCell,
  status: statusCell,
});

/** What a third of the walking time weighs. */
export const CatchmentDecayRow = z.strictObject({
  decay: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "must be kebab-case"),
  // the nearest is 1
  zone: positiveIntegerCell,
  weight: positiveCell,
  source: textCell,
  status: statusCell,
});
