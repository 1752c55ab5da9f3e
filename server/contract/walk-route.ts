import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { LonLat } from "./geometry.ts";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { ConditionalEdge, Fares } from "./walk-conditions.ts";

const Place = LonLat.refine(
  ([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90,
  "expected [longitude, latitude] in degrees: longitude −180…180, latitude −90…90",
);

/** The quickest walk from one place to another for a persona, at a time of the week. */
export const WalkRouteParams = z.strictObject({
  origin: Place,
  destination: Place,
  persona: Persona.default("adult"),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
});
export type WalkRouteParams = z.infer<typeof WalkRouteParams>;

/** A part of the walk of one kind and name. */
export const WalkLeg = z.object({
  kind: z.string().meta({
    description:
      "access (the straight walk onto or off the network), road, path, stairs, escalator, lift, cableway, bridge, tunnel, crossing",
  }),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  seconds: z.number(),
  lengthM: z.number(),
  climbM: NumberOrNull.meta({
    description: "in the direction walked; null where a part of it is not known, as of access",
  }),
  steps: NumberOrNull.meta({ description: "null where not known or none" }),
  openHours: z.string().nullable(),
  hoursReadable: z.boolean().nullable().meta({ description: "null: no hours in the data" }),
  fare: z.string().nullable(),
  coordinates: z.array(LonLat),
});
export type WalkLeg = z.infer<typeof WalkLeg>;

export const WalkRoute = z.object({
  seconds: z.number(),
  plusMinusSeconds: NumberOrNull.meta({
    description:
      "90 in 100 such walks differ by at most so much because heights of the elevation model err; 0 where none is rested on, null where rises are unknown on most of the way",
  }),
  lengthM: z.number().meta({ description: "lifts and cableways 0" }),
  ascentM: z.number().meta({ description: "sum of known rises upwards" }),
  descentM: z.number(),
  steps: z.number().int().meta({ description: "known steps" }),
  unknownRises: z.number().int().meta({ description: "legs but access of which a rise is not known" }),
  legs: z.array(WalkLeg),
});
export type WalkRoute = z.infer<typeof WalkRoute>;

export const WalkRouteResult = z.object({
  route: WalkRoute.nullable().meta({ description: "null: no way within the hour searched" }),
  onFoot: z.object({ route: WalkRoute.nullable() }).nullable().meta({
    description: "if the escalators, lifts and cableways of the route did not run; null: it takes none",
  }),
  whenOpen: z.object({ route: WalkRoute.nullable() }).nullable().meta({
    description: "if nothing were closed or left aside for its fare; null: that changes nothing",
  }),
  missed: z
    .array(ConditionalEdge)
    .meta({ description: "what that walk takes and this one cannot: closed now, or paid" }),
});
export type WalkRouteResult = z.infer<typeof WalkRouteResult>;
