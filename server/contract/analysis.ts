import { z } from "zod";

/** Where a figure's definition comes from. `status` is what the page must show: unverified clauses stay unverified. */
export const Method = z.object({
  quantity: z.string().meta({ description: "field of the result this explains" }),
  standard: z.string().nullable(),
  edition: z.string().nullable(),
  clause: z.string().nullable(),
  status: z.enum(["verified", "unverified", "own"]).meta({ description: "own = defined by this product" }),
  text: z
    .string()
    .meta({ description: "how the number is made, in English; the client translates by quantity" }),
});
export type Method = z.infer<typeof Method>;

const DATA_QUALITY_CODES = [
  "floors-of-use-unknown", // no building of some use has known floors: no upper end of what is missing
  "floors-unknown", // share of footprint whose floors are unknown
  "buildings-partial", // the dataset does not hold every building
  "buildings-completeness-unknown",
  "population-absent",
  "residents-by-house-unknown", // a total spread over buildings that are only a part of those that stand
  "population-spread", // a total spread over the buildings known to be lived in, not counted house by house
  "dwellings-absent",
  "ages-absent",
  "water-absent", // rivers are not in the data: land includes them
  "land-use-absent", // construction land unknown
  "construction-land-partial",
  "parcels-absent",
  "categories-absent", // ▲ categories not in the data
  "proxy-facilities", // categories mapped by a proxy tag
  "unverified-clause", // figure rests on an unverified row
  "not-on-network", // buildings that could not be joined to the walking network
  "edges-without-rise",
  "lifts-without-rise",
  "near-data-edge", // residents or buildings within 1 km of the edge of the walking data
  "year-unknown",
  "use-unknown",
  "no-land",
  "no-buildings",
  "schematic-boundary",
  "generated-sample",
  "hours-unreadable", // opening hours that cannot be read: taken as open
  "hours-absent", // escalators, lifts, cableways whose hours are not known: taken as running
  "no-way", // no way within the hour searched
  "upstairs-unknown", // houses whose floors or lift are not known: walked from the door
  "place-size-unknown", // places of unknown area, which definitions by area leave out
  "greenways-by-walkways", // no greenways in the data: named walkways stand for them
  "supply-unknown", // facilities that hold an unknown amount
  "demand-unknown", // buildings whose people of the group are not known
  "demand-outside-unknown", // facilities that people from outside the district may use too
  "facilities-not-on-network",
  "last-metres-unknown", // metro stations are reached at their entrances; the way down to the platform is not known
  "riverfront-absent", // the data holds no bank: nothing is known of it, which is not a bank of no length
  "rule-set-empty", // the rule set is known, its requirements are not entered yet
] as const;

/** What is missing, doubtful or estimated behind an answer; the client translates by code. */
export const DataQuality = z.object({
  code: z.enum(DATA_QUALITY_CODES),
  field: z.string().optional(),
  share: z.number().min(0).max(1).optional(),
  count: z.number().int().optional(),
  message: z.string(),
});
export type DataQuality = z.infer<typeof DataQuality>;

export type DataQualityCode = DataQuality["code"];

/** The envelope of every answer. */
export function answerOf<Result extends z.ZodType>(result: Result) {
  return z.object({
    result,
    method: z.array(Method),
    inputs: z
      .record(z.string(), z.unknown())
      .meta({ description: "the parameters as understood, defaults filled in" }),
    dataQuality: z.array(DataQuality),
    dataVersion: z.number().int(),
  });
}

export type Answer<Result> = {
  result: Result;
  method: Method[];
  inputs: Record<string, unknown>;
  dataQuality: DataQuality[];
  dataVersion: number;
};

/** 0…1 inclusive, or null where unknown. */
export const ShareOrNull = z.number().min(0).max(1).nullable();

/** A number that may be unknown; the reason stands in dataQuality. */
export const NumberOrNull = z.number().nullable();
