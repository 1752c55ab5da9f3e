import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat } from "./geometry.ts";
import { Persona } from "./life-circle-coverage.ts";
import { LineProfile } from "./line-profile.ts";
import { StreetEnd } from "./road-network.ts";

/** How well the walking network of an area hangs together, and how steep its named walkways are. */
export const WalkwayConnectivityParams = z.strictObject({
  area: Area,
  persona: Persona.default("adult").meta({ description: "who walks the detours" }),
});
export type WalkwayConnectivityParams = z.infer<typeof WalkwayConnectivityParams>;

const Detour = z.object({
  from: LonLat,
  to: LonLat,
  straightM: z.number(),
  walkM: NumberOrNull.meta({ description: "null = no way within the search" }),
  ratio: NumberOrNull,
});
export type Detour = z.infer<typeof Detour>;

const Profile = LineProfile.omit({ layer: true, id: true, dataVersion: true });

export const WalkwayConnectivityResult = z.object({
  landAreaSqm: z.number(),
  lengthM: z.number().meta({ description: "of all edges that are walked or ridden, within the area" }),
  densityKmPerSqkm: NumberOrNull,
  byKind: z.array(z.object({ kind: z.string(), lengthM: z.number(), edges: z.number().int() })),
  stepFree: z.object({
    lengthShare: ShareOrNull.meta({ description: "of the length, without a step" }),
    wheelchairLengthShare: ShareOrNull.meta({
      description: "without a step and not steeper than a wheelchair's limit, unknown rises counted flat",
    }),
    residentsShare: ShareOrNull.meta({
      description: "of residents, in buildings that get onto the largest step-free part of the network",
    }),
    buildingsShare: ShareOrNull,
    apartBuildings: z.number().meta({ description: "that get onto a lesser step-free part only" }),
    offBuildings: z.number().meta({ description: "that get onto no step-free street" }),
  }),
  climb: z.object({
    perKmM: NumberOrNull.meta({ description: "metres up or down per km walked, of edges with known rise" }),
    knownLengthM: z.number(),
    unknownLengthM: z.number(),
  }),
  detour: z.object({
    pairs: z.number().int(),
    walked: z.number().int(),
    noWay: z.number().int(),
    offNetwork: z.number().int(),
    median: NumberOrNull.meta({ description: "walk ÷ straight line" }),
    p10: NumberOrNull,
    p90: NumberOrNull,
    classes: z
      .array(z.object({ upTo: NumberOrNull, pairs: z.number().int() }))
      .meta({ description: "upper ends inclusive; the last has none" }),
    worst: z.array(Detour).meta({ description: "no way first, then the greatest detours, at most 10" }),
  }),
  deadEnds: z.number().int(),
  deadEndsPerSqkm: NumberOrNull,
  deadEndCandidates: z.number().int().meta({ description: "how many of them would pay to be joined" }),
  candidates: z
    .array(StreetEnd)
    .meta({ description: "ends that would pay to be joined, as those of roads; at most 200" }),
  ends: z.array(StreetEnd).meta({ description: "the other ends, the longest first, at most 500" }),
  walkways: z
    .array(
      z.object({
        id: z.string(),
        nameZh: z.string().nullable(),
        nameEn: z.string().nullable(),
        profile: Profile,
      }),
    )
    .meta({ description: "named walkways that touch the area, whole" }),
});
export type WalkwayConnectivityResult = z.infer<typeof WalkwayConnectivityResult>;

/** Upper ends of the detour classes, inclusive; the last class has none. */
export const DETOUR_CLASSES = [1.2, 1.4, 1.6, 2, 3] as const;
