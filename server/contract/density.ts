import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { Area } from "./geometry.ts";
import { PublishedValue } from "./published-value.ts";

export const DensityParams = z.strictObject({ area: Area });
export type DensityParams = z.infer<typeof DensityParams>;

/** Floors, both ends inclusive; "unknown" where floors are not known. */
export const HEIGHT_CLASSES = ["1-3", "4-6", "7-9", "10-18", "19-26", "27+", "unknown"] as const;
export type HeightClass = (typeof HEIGHT_CLASSES)[number];
export const AGE_CLASSES = ["before-1980", "1980s", "1990s", "2001-2010", "after-2010", "unknown"] as const;
export type AgeClass = (typeof AGE_CLASSES)[number];

const ClassRow = <Name extends readonly [string, ...string[]]>(names: Name) =>
  z.object({
    class: z.enum(names),
    buildings: z.number(),
    footprintSqm: z.number(),
    gfaAboveSqm: NumberOrNull,
    residents: NumberOrNull,
  });

/** Counts by share of the footprint inside (unrounded), so that parts add up to the whole. */
export const DensityResult = z.object({
  areaSqm: z.number(),
  landAreaSqm: z.number(),
  insideDistrictShare: z.number().min(0).max(1),
  landShare: z.number().min(0).max(1),
  residents: NumberOrNull,
  residentsPerSqkm: NumberOrNull,
  residentialLandSqm: NumberOrNull,
  residentsPerResidentialSqkm: NumberOrNull,
  dwellings: NumberOrNull,
  dwellingsPerHa: NumberOrNull,
  buildings: z.number(),
  footprintSqm: z.number(),
  siteCoverage: NumberOrNull.meta({
    description: "footprint ÷ land; above 1 only where buildings stand over water",
  }),
  byHeightClass: z.array(ClassRow(HEIGHT_CLASSES)),
  byAgeClass: z.array(ClassRow(AGE_CLASSES)),
  published: z.array(PublishedValue),
});
export type DensityResult = z.infer<typeof DensityResult>;
