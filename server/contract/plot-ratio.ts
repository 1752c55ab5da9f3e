import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { Area } from "./geometry.ts";
import { PublishedValue } from "./published-value.ts";

export const PlotRatioParams = z.strictObject({ area: Area });
export type PlotRatioParams = z.infer<typeof PlotRatioParams>;

export const BUILDING_USES = [
  "residential",
  "commercial",
  "office",
  "industrial",
  "education",
  "health",
  "public",
  "transport",
  "religious",
  "other",
  "unknown",
] as const;
export const BuildingUse = z.enum(BUILDING_USES);
export type BuildingUse = z.infer<typeof BuildingUse>;

/** Residential parcels of one storey class beside what a standard has for new ones; a reference, never a verdict. */
export const BlockBand = z.object({
  storeyClass: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  floorsFrom: z
    .number()
    .int()
    .meta({ description: "mean floors of the houses of a parcel, rounded; inclusive" }),
  floorsTo: z.number().int().meta({ description: "inclusive" }),
  parcels: z.number().int(),
  plotRatioMedian: z.number(),
  plotRatioMin: z.number(),
  plotRatioMax: z.number(),
  siteCoverageMedian: z.number().min(0),
  siteCoverageMax: z.number().min(0).max(1),
  standard: z.string(),
  edition: z.string(),
  clause: z.string(),
  status: ClauseStatus,
  source: z.string(),
});
export type BlockBand = z.infer<typeof BlockBand>;

const ENDS =
  "least with missing floors taken as 1, most as the 90th percentile of the same use in the district (null = no end can be said); equal where none are missing";
const Ends = z.tuple([z.number(), NumberOrNull]);

export const PlotRatioResult = z.object({
  landAreaSqm: z.number(),
  constructionLandSqm: NumberOrNull.meta({ description: "null where the data holds no construction land" }),
  gfaAboveSqm: NumberOrNull.meta({
    description: "sum over buildings with known floors; null where none is known",
  }),
  gfaAboveSqmRange: Ends.meta({
    description: `floor area with missing floors filled: ${ENDS}`,
  }),
  grossPlotRatio: NumberOrNull.meta({
    description:
      "毛容积率: known floor area ÷ construction land; the ratio itself only where grossPlotRatioRange has two equal ends",
  }),
  grossPlotRatioRange: Ends.nullable().meta({
    description: `毛容积率: ${ENDS}; null as construction land is`,
  }),
  landAreaPlotRatio: NumberOrNull.meta({
    description:
      "按陆地容积率: known floor area ÷ land; the ratio itself only where plotRatioRange has two equal ends",
  }),
  netPlotRatio: z
    .object({
      parcels: z.number().int(),
      excluded: z
        .number()
        .int()
        .meta({ description: "parcels left out because a building's floors are unknown" }),
      median: NumberOrNull,
      medianRange: Ends.nullable().meta({ description: `over the excluded parcels too: ${ENDS}` }),
      p10: NumberOrNull,
      p90: NumberOrNull,
      basis: z.enum(["counted-floor-area", "floor-area-above-ground", "mixed"]).nullable(),
    })
    .meta({ description: "净容积率 over parcels with at least half their area inside" }),
  bands: z.array(BlockBand).meta({
    description:
      "residential parcels with at least half their area inside by storey class, that with the most floor area first, each beside the standard's band for new residential blocks; classes without a parcel or a band are left out",
  }),
  missingFootprintShare: ShareOrNull.meta({ description: "share of footprint whose floors are unknown" }),
  plotRatioRange: Ends.nullable().meta({ description: `land-area plot ratio: ${ENDS}` }),
  buildingCompleteness: z.enum(["complete", "partial", "unknown"]),
  byUse: z.array(
    z.object({
      use: BuildingUse,
      buildings: z.number(),
      footprintSqm: z.number(),
      gfaAboveSqm: NumberOrNull,
    }),
  ),
  published: z.array(PublishedValue),
});
export type PlotRatioResult = z.infer<typeof PlotRatioResult>;
