import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat } from "./geometry.ts";
import { Persona } from "./life-circle-coverage.ts";

/** Classes of road that may part homes from a bank; the first three and railways do unless asked otherwise. */
export const BARRIER_CLASSES = ["motorway", "trunk", "primary", "secondary", "rail"] as const;
export const BarrierClass = z.enum(BARRIER_CLASSES);
export type BarrierClass = z.infer<typeof BarrierClass>;

/** The greatest walks whose shares are given, minutes, inclusive. */
export const BANK_MINUTES = [5, 10, 15] as const;
/** The walks of the curve: 1, 2, … so many minutes. */
export const BANK_CURVE_MINUTES = 30;

/** How the river banks of an area are reached on foot and how far one may walk along them. */
export const RiverfrontAccessParams = z.strictObject({
  area: Area,
  persona: Persona.default("adult").meta({ description: "whose walks the barrier roads are counted for" }),
  barriers: z
    .array(BarrierClass)
    .max(BARRIER_CLASSES.length)
    .default(["motorway", "trunk", "primary", "rail"])
    .meta({
      description: "classes of road on the level that count as barriers; bridges and tunnels are none",
    }),
});
export type RiverfrontAccessParams = z.infer<typeof RiverfrontAccessParams>;

/** By share of footprint inside the area, unrounded; null where not known. */
const Count = z.object({ buildings: z.number(), residents: NumberOrNull, dwellings: NumberOrNull });
const Names = { nameZh: z.string().nullable(), nameEn: z.string().nullable() };

/** How long those near the bank walk: the worse of there and back. Shares of residents, of buildings where those are not known. */
export const BankWalkShares = z.object({
  persona: Persona,
  medianSeconds: NumberOrNull.meta({
    description: "whole seconds that at least half are within; null if over an hour",
  }),
  within: z.array(ShareOrNull).length(BANK_MINUTES.length).meta({ description: "5, 10, 15 minutes" }),
  unreachable: ShareOrNull.meta({
    description: "not on the persona's network, or one of the two ways over an hour",
  }),
});
export type BankWalkShares = z.infer<typeof BankWalkShares>;

export const BarrierRoad = z.object({
  ...Names,
  class: BarrierClass,
  behind: Count.meta({
    description: "whose straight line from home to the place of the bank they walk to crosses it",
  }),
  share: ShareOrNull.meta({ description: "of those who get there" }),
});
export type BarrierRoad = z.infer<typeof BarrierRoad>;

/** Lengths of bank; shares of it. */
const Openness = {
  lengthM: z.number(),
  openM: z.number(),
  openShare: ShareOrNull,
  continuousM: z.number(),
  continuousShare: ShareOrNull,
  longestM: z.number().meta({ description: "the longest part along one way, within one segment" }),
};

const Barriers = {
  barriers: z.array(BarrierRoad).meta({ description: "most behind it first" }),
  barriersCrossed: NumberOrNull.meta({
    description: "roads between home and bank, on average; null where nobody gets there",
  }),
};

export const RiverfrontSegment = z.object({
  id: z.string(),
  ...Names,
  river: z.string().nullable(),
  shape: z.object({ type: z.literal("MultiLineString"), coordinates: z.array(z.array(LonLat)) }),
  ...Openness,
  accessPoints: z
    .array(LonLat)
    .meta({ description: "where the walking network comes to the bank, degrees, EPSG:4326" }),
  recordedAccessPoints: z
    .number()
    .int()
    .meta({ description: "as the data states them of the whole segment, however it counted them" }),
  near: Count.meta({ description: "within the catchment of it in a straight line" }),
  walks: z
    .array(BankWalkShares)
    .meta({ description: "to the nearest place of any bank, not of this one only" }),
  nearestHere: ShareOrNull.meta({ description: "of those near who get to a bank, who get to this one" }),
  ...Barriers,
});
export type RiverfrontSegment = z.infer<typeof RiverfrontSegment>;

export const RiverfrontAccessResult = z.object({
  trial: z.boolean().meta({ description: "rests on an unverified row: shown as 试算 trial" }),
  countedBy: z.enum(["residents", "buildings"]),
  limits: z
    .object({ accessM: z.number(), openM: z.number(), runM: z.number(), catchmentM: z.number() })
    .meta({ description: "rows of the walking parameters, all inclusive" }),
  all: Count,
  bank: z
    .object({
      ...Openness,
      accessPoints: z.number().int(),
      near: Count,
      walks: z.array(
        BankWalkShares.extend({
          curve: z
            .array(ShareOrNull)
            .length(BANK_CURVE_MINUTES)
            .meta({ description: "within 1, 2, … 30 minutes" }),
        }),
      ),
      ...Barriers,
    })
    .nullable()
    .meta({ description: "null: the data holds no bank of this district" }),
  segments: z
    .array(RiverfrontSegment)
    .meta({ description: "in or along the area, in the order of their ids, numbers in them by value" }),
});
export type RiverfrontAccessResult = z.infer<typeof RiverfrontAccessResult>;
