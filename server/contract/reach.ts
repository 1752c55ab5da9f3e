import { z } from "zod";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { Fares } from "./walk-conditions.ts";

/** Of GET /api/reach/{category}; at a weekday at 10:00, fares included, it is as stored, else computed when asked. */
export const ReachQuery = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
  persona: Persona.default("adult"),
  at: LocalTimeOfWeek,
  fares: Fares,
});
export const ReachParams = z.object({
  category: z.string().min(1).max(64).meta({ description: "code of /api/facility-categories" }),
});

/** The type of the reply: signed 16-bit whole numbers, low byte first, one for each building by its `ordinal` in the tiles. */
export const REACH_TYPE = "application/octet-stream";

/** In place of seconds: there or back takes longer than the 3,600 s searched. */
export const FARTHER = -1;
/** In place of seconds: the building does not get onto the walking network, so nothing is known. */
export const OFF_NETWORK = -2;
