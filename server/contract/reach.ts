import { z } from "zod";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { Fares, Upstairs } from "./walk-conditions.ts";

/** Which walk is timed: the worse of there and back, the walk to the facility, or the walk from it. */
export const REACH_DIRECTIONS = ["both", "to", "from"] as const;
export type ReachDirection = (typeof REACH_DIRECTIONS)[number];

/** The time of the week that reach is stored for. */
export const STORED_AT = "wedT10:00";

/** Of GET /api/reach/{category}; as stored for wedT10:00 on the real map with fares, computed when asked for otherwise. */
export const ReachQuery = z.object({
  district: z.string().max(64).optional().meta({ description: "adcode or id; default the only district" }),
  persona: Persona.default("adult"),
  direction: z.enum(REACH_DIRECTIONS).default("both").meta({
    description:
      "both: the worse of the walk there and the walk back; to, from: the walk to or from the facility",
  }),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
  map: z.enum(["real", "flat"]).default("real").meta({
    description: "flat: slopes, stairs and waits left out, as a flat map has it; for comparison",
  }),
  upstairs: Upstairs,
});
export type ReachQuery = z.infer<typeof ReachQuery>;
export const ReachParams = z.object({
  category: z.string().min(1).max(64).meta({ description: "code of /api/facility-categories" }),
});

/** The type of the reply: signed 16-bit whole numbers, low byte first, one for each building by its `ordinal` in the tiles. */
export const REACH_TYPE = "application/octet-stream";

/** In place of seconds: the walk asked about takes longer than the 3,600 s searched. */
export const FARTHER = -1;
/** In place of seconds: the building does not get onto the walking network, so nothing is known. */
export const OFF_NETWORK = -2;
