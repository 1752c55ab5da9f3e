import { z } from "zod";
import {
  integerCell,
  kebabCell,
  listCell,
  optionalTextCell,
  orEmpty,
  positiveCell,
  positiveIntegerCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";

/** What a radius is drawn round, and over which land. */
export const CoverageDefinitionRow = z
  .strictObject({
    ordinal: integerCell,
    id: kebabCell,
    analysis: z.enum(["park-coverage", "statutory-radius-coverage"], {
      error: "must be park-coverage or statutory-radius-coverage",
    }),
    supply: z.enum(["facility", "walkway"], { error: "must be facility or walkway" }),
    categories: listCell,
    land: z.enum(["residential", "construction", "land"], {
      error: "must be residential, construction or land",
    }),
    measured_from: z.enum(["edge", "centre"], { error: "must be edge or centre" }),
    title_zh: textCell,
    title_en: textCell,
    edition: textCell,
    clause: optionalTextCell,
    status: statusCell,
    source: textCell,
    source_en: textCell,
    note: optionalTextCell,
    note_en: optionalTextCell,
  })
  .refine(({ supply, categories }) => (supply === "facility") === categories.length > 0, {
    error: "categories are given for facilities, and empty for walkways",
  });

/** A radius of a definition, by the area of the place. */
export const CoverageRadiusRow = z
  .strictObject({
    definition: textCell,
    area_sqm_min: orEmpty(positiveCell),
    area_sqm_max: orEmpty(positiveCell),
    radius_m: positiveCell,
  })
  .refine((row) => row.area_sqm_max === null || row.area_sqm_max >= (row.area_sqm_min ?? 0), {
    error: "area_sqm_max must not be less than area_sqm_min",
  });

/** How much park a life circle shall have for each resident. */
export const ParkAreaStandardRow = z.strictObject({
  tier: positiveIntegerCell,
  sqm_per_resident: positiveCell,
  renewal_share: positiveCell.pipe(z.number().max(1, "must be at most 1")),
  park_sqm_min: positiveCell,
  park_width_m_min: positiveCell,
  clause: textCell,
  status: statusCell,
  source: textCell,
  note: optionalTextCell,
});

/** How dense a new block of houses of so many floors may be. */
export const BlockBandRow = z
  .strictObject({
    storey_class: z.string().regex(/^[a-z]+(-[a-z0-9]+)*$/, "must be kebab-case"),
    name_zh: textCell,
    name_en: textCell,
    // mean floors of the houses of a block, both inclusive
    floors_from: positiveIntegerCell,
    floors_to: positiveIntegerCell,
    plot_ratio_min: positiveCell,
    plot_ratio_max: positiveCell,
    site_coverage_max: positiveCell.pipe(z.number().max(1, "must be a share up to 1")),
    standard: textCell,
    edition: textCell,
    clause: textCell,
    status: statusCell,
    source: textCell,
  })
  .refine((row) => row.floors_from <= row.floors_to && row.plot_ratio_min <= row.plot_ratio_max, {
    error: "the first end of a band must not be above its second",
  });
