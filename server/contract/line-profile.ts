import { z } from "zod";

/** A stretch of one kind between two nodes of the walking network, in the direction of the profile. */
export const ProfilePart = z.object({
  kind: z.string().meta({ description: "kind of walking edge: path, stairs, escalator, bridge …" }),
  lengthM: z.number(),
  climbM: z.number().nullable().meta({ description: "end minus start; null where the rise is unknown" }),
  fromHeightM: z.number().nullable(),
  toHeightM: z.number().nullable(),
  steps: z.number().int().nullable(),
  beside: z
    .array(z.string())
    .meta({ description: "kinds of lifts and escalators between the same two nodes" }),
  barred: z
    .array(z.string())
    .meta({ description: "personas who can pass it in neither direction, whatever lies beside it" }),
});
export type ProfilePart = z.infer<typeof ProfilePart>;

/** Parts that hang together, one after the other; a walkway drawn with gaps has several. */
export const ProfileSection = z.object({ parts: z.array(ProfilePart) });

/** How long a kind of person takes; null = it cannot be walked throughout, or not in that direction. */
export const ProfileWalk = z.object({
  persona: z.string(),
  forwardS: z.number().nullable(),
  backwardS: z.number().nullable(),
});

/**
 * How steep a walkway or a street is, from its lower to its higher end. Lengths are horizontal metres along the parts,
 * slopes are rise over length. What is unknown is told in `unknownRiseM` and is in no sum.
 */
export const LineProfile = z.object({
  layer: z.string(),
  id: z.string(),
  lengthM: z.number(),
  branchesM: z.number().meta({ description: "length of what branches off and is not in the sections" }),
  riseM: z.number().meta({ description: "sum of all climbs upwards where known" }),
  fallM: z.number().meta({ description: "sum of all climbs downwards where known" }),
  unknownRiseM: z.number().meta({ description: "length of parts whose rise is unknown" }),
  stairsM: z.number(),
  steps: z.number().int().nullable().meta({ description: "null where any flight of stairs is uncounted" }),
  meanSlope: z
    .number()
    .nullable()
    .meta({ description: "(riseM + fallM) ÷ length of known rise; null where all is unknown" }),
  steepest: z
    .object({ slope: z.number(), kind: z.string(), startM: z.number(), lengthM: z.number() })
    .nullable()
    .meta({ description: "the steepest part of at least 10 m; slope always positive" }),
  sections: z.array(ProfileSection),
  walks: z.array(ProfileWalk),
  dataVersion: z.number().int(),
});
export type LineProfile = z.infer<typeof LineProfile>;
