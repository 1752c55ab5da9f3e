import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat, MultiPolygon } from "./geometry.ts";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { Fares, Upstairs, WalkConditionsFound } from "./walk-conditions.ts";

/** In place of a category: whatever the rule set requires of its tier of as many minutes. */
export const ANY_REQUIRED = "any-required";
export const MAX_GAP_MINUTES = 60;

/** Who lacks a category, or any required one, within so many minutes on foot. */
export const ServiceGapParams = z.strictObject({
  area: Area,
  category: z
    .string()
    .min(1)
    .max(64)
    .meta({
      description: `a code of /api/facility-categories, or ${ANY_REQUIRED}: what the rule set requires of its tier of these minutes and walking judges`,
    }),
  minutes: z.number().int().min(1).max(MAX_GAP_MINUTES).default(15).meta({
    description: "greatest time of the walk there and of the walk back, inclusive",
  }),
  persona: Persona.default("adult"),
  ruleSet: z
    .string()
    .max(64)
    .default("gb-50180-2018")
    .meta({ description: `asked of ${ANY_REQUIRED} only` }),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
  upstairs: Upstairs,
  linkM: z.number().int().min(20).max(500).default(100).meta({
    description: "buildings of one place lie at most so far apart along the walking network, inclusive",
  }),
});
export type ServiceGapParams = z.infer<typeof ServiceGapParams>;

/** Counts by share of footprint inside, unrounded; null where not known. */
const Count = z.object({ buildings: z.number(), residents: NumberOrNull, dwellings: NumberOrNull });
export type GapCount = z.infer<typeof Count>;

/** 0-2, 3-5, 6-11, 12-14, 15-59, 60-64, 65-79, 80+. */
export const AGE_BINS = ["0-2", "3-5", "6-11", "12-14", "15-59", "60-64", "65-79", "80+"] as const;
const ByAge = z.array(z.number()).length(AGE_BINS.length).nullable();

const Names = { nameZh: z.string().nullable(), nameEn: z.string().nullable() };

export const GapCategory = z.object({
  category: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  status: z.enum(["held", "absent"]).meta({
    description:
      "absent: the data holds no facility of this category, so that nothing is known of who lacks it",
  }),
  lacking: Count.nullable(),
});

/** A community or subdistrict in the area; `id` null: what lies in none. */
export const GapZone = z.object({
  id: z.string().nullable(),
  kind: z.enum(["community", "subdistrict"]),
  ...Names,
  all: Count,
  lacking: Count,
  lackingShare: ShareOrNull.meta({ description: "of residents, of buildings where residents are not known" }),
});
export type GapZone = z.infer<typeof GapZone>;

export const GapPlace = z.object({
  zone: z
    .object({ id: z.string(), ...Names })
    .nullable()
    .meta({ description: "its community, else its subdistrict" }),
  street: z.object(Names).nullable(),
  landmark: z.object(Names).nullable(),
  at: LonLat.meta({ description: "on the building in its middle" }),
  shape: MultiPolygon.nullable().meta({ description: "a hull of its buildings, for the eye" }),
  onNetwork: z.boolean().meta({ description: "false: none of its buildings gets onto the walking network" }),
  lacking: Count,
  byAge: ByAge,
  medianSeconds: NumberOrNull.meta({
    description:
      "of one category: the worse of there and back, weighted as the ranking is; null if that is over an hour, or several are asked about",
  }),
  nearest: z
    .object({ id: z.string(), ...Names, at: LonLat })
    .nullable()
    .meta({
      description:
        "of one category: the facility that most of them would walk to; null if none within an hour",
    }),
  byClimb: Count.nullable().meta({
    description:
      "of one category: those who would be in time if slopes and stairs cost nothing, whom a lift or an escalator may help; the others are too far even on the flat",
  }),
  newFacility: z.object({ at: LonLat, served: Count }).nullable().meta({
    description:
      "of one category, the first 30 places: the best of at most 8 doors of the place, and all lacking it in the area who would then be in time",
  }),
  missing: z
    .array(z.object({ category: z.string(), lacking: Count }))
    .meta({ description: "which categories they lack, most lacking first" }),
});
export type GapPlace = z.infer<typeof GapPlace>;

export const ServiceGapResult = z.object({
  categories: z.array(GapCategory),
  conditions: WalkConditionsFound.meta({ description: "of the walking network of the district" }),
  trial: z.boolean().meta({ description: "rests on an unverified row: shown as 试算 trial" }),
  rankedBy: z.enum(["residents", "buildings"]),
  all: Count,
  lacking: Count.nullable().meta({ description: "null: the data holds no facility that was asked about" }),
  group: z
    .object({
      ages: z.string().meta({ description: "age groups, such as 65-79;80+" }),
      all: NumberOrNull,
      lacking: NumberOrNull,
      lackingOfUnknownAge: NumberOrNull.meta({
        description: "residents lacking it of whom no age is known: some of them may be of these ages",
      }),
    })
    .nullable()
    .meta({
      description:
        "residents of the persona's own ages, null where no age is known; null for a persona of all ages or of none",
    }),
  notOnNetwork: Count.meta({ description: "among the lacking: not joined to the walking network" }),
  byAge: ByAge.meta({ description: "of the lacking" }),
  zones: z.array(GapZone),
  places: z.array(GapPlace).meta({ description: "they add up to the lacking" }),
  buildings: z
    .object({ ordinals: z.array(z.number().int()), places: z.array(z.number().int()) })
    .meta({ description: "the buildings lacking it, and the position of the place of each" }),
});
export type ServiceGapResult = z.infer<typeof ServiceGapResult>;
