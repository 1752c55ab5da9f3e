import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { LonLat, WorkedOutMultiPolygon } from "./geometry.ts";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { Fares, WalkConditionsFound } from "./walk-conditions.ts";

export const MAX_ISOCHRONE_MINUTES = 60;

/** Where one gets on foot from (or to) a place within so many minutes. */
export const IsochroneParams = z.strictObject({
  origin: LonLat.refine(
    ([lon, lat]) => Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90,
    "expected [longitude, latitude] in degrees: longitude −180…180, latitude −90…90",
  ),
  minutes: z
    .array(z.number().min(1).max(MAX_ISOCHRONE_MINUTES))
    .min(1)
    .max(6)
    .default([5, 10, 15])
    .meta({ description: "greatest walking times, inclusive" }),
  persona: Persona.default("adult"),
  direction: z
    .enum(["from", "to"])
    .default("from")
    .meta({ description: "from: where one gets to from the origin; to: from where one gets to the origin" }),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
  flat: z
    .boolean()
    .default(false)
    .meta({ description: "without slopes and stairs, as a flat map has it: for comparison" }),
});
export type IsochroneParams = z.infer<typeof IsochroneParams>;

/** One area per time, in rising order, each within the next; buildings and people by share of the footprint inside, facilities by where they are entered. */
export const IsochroneResult = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(
    z.object({
      type: z.literal("Feature"),
      geometry: WorkedOutMultiPolygon,
      properties: z.object({
        minutes: z.number(),
        areaSqm: z.number(),
        residents: NumberOrNull,
        buildings: z.number(),
        facilities: z.array(z.object({ category: z.string(), count: z.int() })).meta({
          description:
            "public facilities entered within the area, by category, those beyond the district included; categories the data holds none of are left out",
        }),
        plusMinusMinutes: NumberOrNull.meta({
          description:
            "walks of about so many minutes differ by at most so much in 90 of 100 cases because heights of the elevation model err; null: nothing reached there, a flat map, or rises unknown on most of the network",
        }),
      }),
    }),
  ),
  conditions: WalkConditionsFound.meta({ description: "of what the walk comes to" }),
});
export type IsochroneResult = z.infer<typeof IsochroneResult>;
