import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat, MultiPolygon } from "./geometry.ts";

/** How dense the roads of an area are, how large its blocks, and where roads end. */
export const RoadNetworkParams = z.strictObject({ area: Area });
export type RoadNetworkParams = z.infer<typeof RoadNetworkParams>;

/** Ranks of GB/T 51328 with the classes of the layer `road` in each; the first four make up the density. */
export const ROAD_RANKS = {
  expressway: ["motorway", "trunk"],
  arterial: ["primary"],
  collector: ["secondary"],
  local: ["tertiary", "residential"],
  service: ["service", "track"],
  pedestrian: ["pedestrian"],
} as const;
export type RoadRank = keyof typeof ROAD_RANKS;
export const RANK_NAMES = Object.keys(ROAD_RANKS) as [RoadRank, ...RoadRank[]];
export const COUNTED_RANKS = ["expressway", "arterial", "collector", "local"] as const;

/** Upper ends of the block classes in hectares, inclusive; the last class has none. */
export const BLOCK_CLASSES_HA = [1, 2, 4, 6, 9] as const;

const Names = { nameZh: z.string().nullable(), nameEn: z.string().nullable() };

/** A street end across from another street; shared by roads and the walking network. */
export const StreetEnd = z.object({
  at: LonLat,
  sourceId: z.string().nullable().meta({ description: "of the node at the end, such as node/123" }),
  ...Names,
  kind: z.string().meta({ description: "class of the road, else kind of the walking edge" }),
  lengthM: z.number().meta({ description: "from the end back to the first junction" }),
  across: z
    .object({
      at: LonLat,
      ...Names,
      gapM: z.number().meta({ description: "straight, crossing no water" }),
      wayM: NumberOrNull.meta({ description: "along the streets; null = no way within the search" }),
      riseM: NumberOrNull.meta({ description: "over there minus here; null where a height is unknown" }),
    })
    .nullable()
    .meta({ description: "the street within the gap to which the way round is longest" }),
});
export type StreetEnd = z.infer<typeof StreetEnd>;

export const RoadClass = z.object({
  rank: z.enum(RANK_NAMES),
  counted: z.boolean().meta({ description: "in the density" }),
  lengthM: z.number().meta({ description: "as drawn within the area" }),
  centrelineM: z.number().meta({ description: "carriageways of a divided road counted once" }),
  bridgeM: z.number().meta({ description: "of lengthM, on bridges" }),
  tunnelM: z.number().meta({ description: "of lengthM, in tunnels" }),
  densityKmPerSqkm: NumberOrNull.meta({ description: "centreline ÷ land" }),
});
export type RoadClass = z.infer<typeof RoadClass>;

export const Block = z.object({
  at: LonLat,
  areaSqm: z.number(),
  sideM: z.number().meta({ description: "side of the square of its area" }),
  shape: MultiPolygon,
});
export type Block = z.infer<typeof Block>;

/** A figure to hold ours against. */
const Reference = z.object({
  value: z.number(),
  unit: z.string(),
  status: z.string(),
  source: z.string(),
});
export type Reference = z.infer<typeof Reference>;

export const RoadNetworkResult = z.object({
  landAreaSqm: z.number().meta({
    description:
      "what lengths are divided by: the area without its water; with the data quality water-absent its rivers are in it, and each density is at least what it says",
  }),
  densityKmPerSqkm: NumberOrNull.meta({ description: "centreline of the counted ranks ÷ land" }),
  classes: z.array(RoadClass),
  references: z.object({
    density: Reference,
    spacingMax: Reference,
    spacingGoodMin: Reference,
    spacingGoodMax: Reference,
  }),
  blocks: z.object({
    count: z.number().int(),
    areaSqm: z.number(),
    medianAreaSqm: NumberOrNull,
    p10AreaSqm: NumberOrNull,
    p90AreaSqm: NumberOrNull,
    medianSideM: NumberOrNull,
    withinMaxShare: ShareOrNull.meta({
      description: "of the area of blocks, in those whose side is at most spacingMax",
    }),
    classes: z.array(z.object({ upToHa: NumberOrNull, blocks: z.number().int(), areaSqm: z.number() })),
    slivers: z.number().int().meta({ description: "faces too narrow for blocks, left out" }),
  }),
  blockShapes: z.array(Block).meta({ description: "the largest first, at most 1,000" }),
  deadEnds: z.number().int(),
  deadEndsPerSqkm: NumberOrNull,
  deadEndCandidates: z.number().int().meta({ description: "how many of them would pay to be joined" }),
  candidates: z.array(StreetEnd).meta({
    description:
      "dead ends that would pay to be joined: what saves most first, those without a way round last; at most 200",
  }),
  ends: z.array(StreetEnd).meta({ description: "the other dead ends, the longest first, at most 500" }),
});
export type RoadNetworkResult = z.infer<typeof RoadNetworkResult>;
