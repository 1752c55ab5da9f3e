import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { FilterCondition } from "./filter-count.ts";
import { Area, Extent } from "./geometry.ts";
import { BuildingUse } from "./plot-ratio.ts";

/** What the list may be sorted by; equal ones stand by id, and what is not known comes last either way. */
export const FILTER_SORTS = [
  "id",
  "yearBuilt",
  "floorsAbove",
  "heightM",
  "footprintSqm",
  "gfaAboveSqm",
  "dwellings",
  "residents",
  "use",
  "structure",
  "safetyGrade",
  "disposition",
] as const;
export const FilterSort = z.enum(FILTER_SORTS);
export type FilterSort = z.infer<typeof FilterSort>;

/** Most buildings of one page: a list that is taken away whole comes in a few of them. */
export const MAX_LIST_LIMIT = 5000;

export const FilterListParams = z.strictObject({
  area: Area,
  conditions: z.array(FilterCondition).max(20).default([]),
  sort: FilterSort.default("gfaAboveSqm"),
  descending: z.boolean().default(true),
  limit: z.number().int().min(1).max(MAX_LIST_LIMIT).default(100),
  cursor: z.string().max(200).optional().meta({ description: "`next` of an earlier reply" }),
});
export type FilterListParams = z.infer<typeof FilterListParams>;

/** A building of the list as a whole, null where not known; `insideShare` is of its footprint inside the area. */
export const FilteredBuilding = z.object({
  id: z.string(),
  ordinal: z.number().int(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  estateZh: z.string().nullable().meta({ description: "name of the residential compound" }),
  estateEn: z.string().nullable(),
  use: BuildingUse,
  yearBuilt: NumberOrNull,
  floorsAbove: NumberOrNull,
  heightM: NumberOrNull,
  footprintSqm: z.number(),
  gfaAboveSqm: NumberOrNull,
  structure: z.string().nullable(),
  safetyGrade: z
    .string()
    .nullable()
    .optional()
    .meta({ description: "internal: left out where that is not served" }),
  hasLift: z.boolean().nullable(),
  heritage: z.boolean().nullable(),
  disposition: z.string().nullable(),
  dwellings: NumberOrNull,
  residents: NumberOrNull,
  extent: Extent,
  insideShare: z.number().min(0).max(1),
});
export type FilteredBuilding = z.infer<typeof FilteredBuilding>;

/** The buildings behind a filter-count, a page after the other; `total` counts buildings, also those only in part inside. */
export const FilterListResult = z.object({
  items: z.array(FilteredBuilding),
  total: z.number().int().nullable().meta({ description: "null where nothing can be counted" }),
  next: z.string().nullable(),
});
export type FilterListResult = z.infer<typeof FilterListResult>;
