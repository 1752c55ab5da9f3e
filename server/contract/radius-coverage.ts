import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { LonLat, MultiPolygon } from "./geometry.ts";
import { GapZone } from "./service-gap.ts";

/** The land a share of land may be of. */
export const LAND_KINDS = ["residential", "construction", "land"] as const;
export type LandKind = (typeof LAND_KINDS)[number];

export const MAX_RADIUS_MINUTES = 60;

/** Greatest time of the walk there and of the walk back to be in time, shared by the analyses by radius. */
export const RadiusMinutes = z.number().int().min(1).max(MAX_RADIUS_MINUTES).default(10).meta({
  description: "greatest time of the walk there and of the walk back, inclusive",
});

const Count = z.object({ buildings: z.number(), residents: NumberOrNull, dwellings: NumberOrNull });

/** How many, and what share of all in the area: of residents, of buildings where residents are not known. */
const Part = z.object({ count: Count, share: ShareOrNull });
export type RadiusPart = z.infer<typeof Part>;

/** Places of at least and at most so many m² (both inclusive, null = no bound) serve so many metres round them. */
export const Radius = z.object({
  areaSqmMin: NumberOrNull,
  areaSqmMax: NumberOrNull,
  radiusM: z.number(),
});
export type Radius = z.infer<typeof Radius>;

const Share = z.object({ landSqm: z.number(), coveredSqm: z.number(), share: ShareOrNull });

/** One definition of a coverage, by land within the radius as the crow flies, and by those who can walk as far. */
export const RadiusFigure = z.object({
  definition: z.string(),
  titleZh: z.string(),
  titleEn: z.string(),
  edition: z.string(),
  clause: z.string().nullable(),
  status: ClauseStatus,
  source: z.string(),
  sourceEn: z.string(),
  note: z.string().nullable(),
  noteEn: z.string().nullable(),
  tiers: z
    .array(z.number().int())
    .meta({ description: "of a rule set, in minutes; empty for other definitions" }),
  measuredFrom: z.enum(["edge", "centre"]),
  ownLand: z.enum(LAND_KINDS),
  radii: z.array(Radius),
  held: z.enum(["held", "absent"]).meta({
    description: "absent: the data holds no such place at all, so that nothing is known of the coverage",
  }),
  places: z.object({
    counted: z.number().int(),
    notCounted: z.number().int().meta({ description: "too small or too large for the definition" }),
    sizeUnknown: z.number().int().meta({ description: "left out: their area is not known" }),
  }),
  share: ShareOrNull.meta({ description: "of the definition's own land" }),
  land: z.record(z.enum(LAND_KINDS), Share.nullable()).meta({
    description: "by each kind of land; null where the data does not hold that kind, or only a part of it",
  }),
  circle: Part.nullable().meta({ description: "who lives within the radius" }),
  walked: Part.nullable().meta({ description: "whose shortest walk is within the same radius" }),
  inTime: Part.nullable().meta({ description: "who walks there within the minutes, and back" }),
  byTier: z.array(z.object({ minutes: z.number().int(), part: Part })).meta({
    description: "the same for each tier of the life circle; empty where nothing is known",
  }),
  circleOnly: Part.nullable().meta({
    description: "within the radius, but farther on foot: covered on paper only",
  }),
});
export type RadiusFigure = z.infer<typeof RadiusFigure>;

export const RadiusPlace = z.object({
  id: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  at: LonLat,
  areaSqm: NumberOrNull,
  radiusM: NumberOrNull.meta({ description: "null: the definition does not count it" }),
});
export type RadiusPlace = z.infer<typeof RadiusPlace>;

/** The definition looked at: what it covers, from which places, and whom on paper only. */
export const PickedRadius = z.object({
  definition: z.string(),
  cover: MultiPolygon.nullable().meta({ description: "within the area; null where nothing is" }),
  places: z.array(RadiusPlace).meta({ description: "in the area, or near enough to serve some of it" }),
  buildings: z
    .object({ ordinals: z.array(z.number().int()) })
    .meta({ description: "circleOnly, by ordinal" }),
  zones: z.array(GapZone).meta({ description: "lacking: whose shortest walk is longer than the radius" }),
});
export type PickedRadius = z.infer<typeof PickedRadius>;

/** What the analyses by radius have in common. */
export const RadiusAnswered = {
  rankedBy: z.enum(["residents", "buildings"]),
  all: Count,
  figures: z.array(RadiusFigure),
  picked: PickedRadius.nullable().meta({ description: "null: there is no definition at all" }),
};
