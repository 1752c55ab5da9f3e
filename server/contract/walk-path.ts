import { z } from "zod";
import { LonLat } from "./geometry.ts";

/** Longest way along streets that is looked for between two places, metres. */
export const MAX_WALK_PATH_M = 5_000;

const Place = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,15})?,-?\d{1,2}(\.\d{1,15})?$/, "expected lon,lat in degrees")
  .meta({ description: "lon,lat in degrees, EPSG:4326" });

/** Of GET /api/walk-path. */
export const WalkPathQuery = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
  from: Place,
  to: Place,
});

/**
 * The shortest way along streets, paths and stairs between two places, each taken at the nearest place of the walking
 * network: what is drawn along, not what is walked (one-way edges count both ways, the cableway not at all).
 */
export const WalkPath = z.object({
  coordinates: z
    .array(LonLat)
    .meta({ description: "at least two positions, from the first place to the second" }),
  lengthM: z.number(),
});
export type WalkPath = z.infer<typeof WalkPath>;
