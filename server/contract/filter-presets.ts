import { z } from "zod";
import { FilterCondition } from "./filter-count.ts";

/** A question by conditions that is asked often; `headline` = counted on every indicator sheet. */
export const FilterPreset = z.object({
  name: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  conditions: z.array(FilterCondition),
  headline: z.boolean(),
  source: z.string(),
});
export type FilterPreset = z.infer<typeof FilterPreset>;

/** GET /api/filter-presets */
export const FilterPresetList = z.object({
  items: z.array(FilterPreset),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type FilterPresetList = z.infer<typeof FilterPresetList>;

/**
 * What the district's buildings know of a field: how many there are, of how many it is known, from where to where numbers
 * run, and which texts there are, the most frequent first (at most 100).
 */
export const FilterFieldFacts = z.object({
  field: z.string(),
  buildings: z.number().int(),
  known: z.number().int(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  values: z.array(z.object({ value: z.string(), buildings: z.number().int() })),
});
export type FilterFieldFacts = z.infer<typeof FilterFieldFacts>;

/** GET /api/filter-fields */
export const FilterFieldList = z.object({
  items: z.array(FilterFieldFacts),
  total: z.number().int(),
  next: z.string().nullable(),
});
export type FilterFieldList = z.infer<typeof FilterFieldList>;
