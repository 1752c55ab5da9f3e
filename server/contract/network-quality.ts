import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat } from "./geometry.ts";

/** What is doubtful about the walking network of an area, with places to look at. */
export const NetworkQualityParams = z.strictObject({ area: Area });
export type NetworkQualityParams = z.infer<typeof NetworkQualityParams>;

export const NETWORK_FINDINGS = [
  "small-part",
  "dangling-end",
  "stairs-without-rise",
  "too-steep",
  "facility-off-network",
] as const;
export type NetworkFinding = (typeof NETWORK_FINDINGS)[number];
/** Places listed of one finding. */
export const MAX_FINDING_PLACES = 200;

/** A place to look at; `value` is in the unit of its finding. */
export const FindingPlace = z.object({
  at: LonLat,
  id: z.string().nullable().meta({ description: "id of the edge or facility" }),
  sourceId: z.string().nullable().meta({
    description: "in the data it came from, such as way/123; of an end or a part a node of it",
  }),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  kind: z.string().nullable().meta({ description: "kind of edge or category of facility" }),
  value: NumberOrNull,
});
export type FindingPlace = z.infer<typeof FindingPlace>;

export const NetworkQualityResult = z.object({
  nodes: z.number().int(),
  edges: z.number().int(),
  lengthM: z.number(),
  parts: z.object({
    count: z.number().int().meta({ description: "of the whole network, also beyond the area" }),
    largestLengthShare: ShareOrNull,
  }),
  slopes: z
    .object({
      lengthM: z.number().meta({ description: "of the streets and paths of known rise, decks included" }),
      overFlat: NumberOrNull.meta({
        description:
          "how many times as long the walk there and back takes as on a flat map, null where no rise is known",
      }),
      slowerOverFaster: NumberOrNull.meta({
        description: "each in its slower direction against each in its faster, null where no rise is known",
      }),
    })
    .meta({ description: "what slopes do to walking: the same for every persona, whose speeds they divide" }),
  findings: z.array(
    z.object({
      code: z.enum(NETWORK_FINDINGS),
      count: z.number().int(),
      of: z.number().int().meta({ description: "how many there are of what was looked at" }),
      unit: z.enum(["m", "1"]).meta({ description: "of the values" }),
      limit: NumberOrNull.meta({ description: "what was judged by, in the same unit" }),
      places: z.array(FindingPlace).meta({ description: `at most ${MAX_FINDING_PLACES}` }),
    }),
  ),
});
export type NetworkQualityResult = z.infer<typeof NetworkQualityResult>;
