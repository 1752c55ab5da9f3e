import { z } from "zod";
import { NumberOrNull, ShareOrNull } from "./analysis.ts";
import { Area, LonLat } from "./geometry.ts";
import { LocalTimeOfWeek, Persona } from "./life-circle-coverage.ts";
import { Fares } from "./walk-conditions.ts";

export const CATCHMENT_METHODS = ["two-step", "enhanced", "gaussian"] as const;
export const CATCHMENT_DECAYS = ["slow", "fast"] as const;
export const CATCHMENT_WALKS = ["both", "to"] as const;
export const CATCHMENT_SUPPLIES = ["capacity", "area", "count"] as const;
export const MAX_CATCHMENT_MINUTES = 60;

/** What the facilities of a category hold for each of those who compete for them on foot. */
export const TwoStepCatchmentParams = z.strictObject({
  area: Area.meta({
    description: "what is answered about; the whole district competes, whichever area is asked about",
  }),
  category: z.string().min(1).max(64).meta({ description: "a code of /api/facility-categories" }),
  method: z.enum(CATCHMENT_METHODS).default("two-step").meta({
    description:
      "two-step: everybody within the time counts alike (Luo & Wang 2003); enhanced: less by thirds of the time (Luo & Qi 2009); gaussian: falling to 0 at the time (Dai 2010)",
  }),
  decay: z
    .enum(CATCHMENT_DECAYS)
    .default("slow")
    .meta({ description: "which weights of the enhanced method, rows of catchment-decay.csv" }),
  minutes: z.number().int().min(1).max(MAX_CATCHMENT_MINUTES).optional().meta({
    description:
      "greatest walking time, inclusive; default that of the shortest tier of the rule set which names the category, else 15",
  }),
  persona: Persona.default("adult"),
  walks: z.enum(CATCHMENT_WALKS).default("both").meta({
    description: "both: there and back, each within the time and the worse counts; to: the walk there",
  }),
  demand: z.string().min(1).max(64).optional().meta({
    description:
      "who competes, an id of /api/demand-groups; default whom the category is for, else all residents",
  }),
  supply: z.enum(CATCHMENT_SUPPLIES).default("capacity").meta({
    description: "what a facility holds: its capacity, its area in m², or 1 each",
  }),
  ruleSet: z
    .string()
    .max(64)
    .default("gb-50180-2018")
    .meta({ description: "asked for the default time only" }),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
});
export type TwoStepCatchmentParams = z.infer<typeof TwoStepCatchmentParams>;

const Names = { nameZh: z.string().nullable(), nameEn: z.string().nullable() };

/** People of the group asked about; those of buildings without a known number are not among them. */
const People = z.number();

/** How supply per 1,000 people of the group is spread over them. */
const Spread = z.object({
  demand: NumberOrNull.meta({ description: "people of the group; null: not known" }),
  perThousand: NumberOrNull.meta({ description: "mean over those people for whom it is known" }),
  none: z
    .object({ demand: People, share: ShareOrNull })
    .nullable()
    .meta({ description: "those with nothing in reach, or nothing by weight" }),
  unknown: NumberOrNull.meta({
    description:
      "people who reach only facilities that hold an unknown amount: neither none nor anything known",
  }),
  atLeast: NumberOrNull.meta({
    description:
      "people who also reach a facility that holds an unknown amount: they have at least what is said",
  }),
});
export type CatchmentSpread = z.infer<typeof Spread>;

/** A community or subdistrict in the area; `id` null: what lies in none. */
export const CatchmentZone = z.object({
  id: z.string().nullable(),
  kind: z.enum(["community", "subdistrict"]),
  ...Names,
  ...Spread.shape,
});
export type CatchmentZone = z.infer<typeof CatchmentZone>;

export const CatchmentFacility = z.object({
  id: z.string(),
  ...Names,
  at: LonLat,
  inArea: z.boolean(),
  outside: z.boolean().meta({ description: "it lies outside the district" }),
  onNetwork: z.boolean(),
  supply: NumberOrNull,
  demand: NumberOrNull.meta({ description: "people of the district within the time" }),
  demandOfArea: NumberOrNull.meta({ description: "those of them who live in the area" }),
  perThousand: NumberOrNull.meta({
    description:
      "supply per 1,000 of the people it is shared by, weighted as the method says; null: not known, or nobody",
  }),
  beyond: z.boolean().meta({
    description: "a walk within the time leads out of the district, where people are not known",
  }),
});
export type CatchmentFacility = z.infer<typeof CatchmentFacility>;

export const TwoStepCatchmentResult = z.object({
  category: z.object({ category: z.string(), nameZh: z.string(), nameEn: z.string() }),
  status: z
    .enum(["held", "absent"])
    .meta({ description: "absent: the data holds no facility of this category" }),
  minutes: z.number().int(),
  minutesFrom: z.enum(["asked", "rule-set", "default"]),
  group: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() }),
  unit: z.object({ nameZh: z.string(), nameEn: z.string() }).nullable().meta({
    description: "what capacity counts; null where that is not recorded, or area or number is asked for",
  }),
  trial: z.boolean().meta({ description: "rests on an unverified row: shown as 试算 trial" }),
  supply: z.object({
    facilities: z.number().int(),
    known: z.number().int(),
    offNetwork: z.number().int(),
    outside: z.number().int().meta({ description: "of the facilities, those outside the district" }),
    beyond: z
      .number()
      .int()
      .meta({ description: "of the facilities, those that people from outside might use too" }),
    knownOf: z
      .object({ capacity: z.number().int(), area: z.number().int(), count: z.number().int() })
      .meta({ description: "of how many facilities each basis of supply is known" }),
  }),
  balance: z
    .object({
      supplied: z.number().meta({ description: "Σ S of the facilities with demand in reach" }),
      distributed: z.number().meta({ description: "Σ P·A over the people of the district" }),
      unused: z.number().meta({ description: "Σ S of the facilities without demand in reach" }),
      demand: z.number().meta({ description: "Σ P, people of the district" }),
      perThousand: NumberOrNull.meta({ description: "all known supply per 1,000 people of the district" }),
    })
    .nullable()
    .meta({
      description:
        "the check of the method over the whole district: what is supplied is distributed; null where people or supply are not known",
    }),
  ...Spread.shape,
  quantiles: z.array(z.number()).nullable().meta({
    description: "supply per 1,000 that so many hundredths of the people have at most: 0, 5, 10, … 100",
  }),
  gini: NumberOrNull.meta({ description: "0 = alike for all, 1 = all for one" }),
  zones: z.array(CatchmentZone),
  facilities: z.array(CatchmentFacility).meta({
    description: "those in the area, and those that people of the area can walk to; fewest per person first",
  }),
  buildings: z
    .object({
      ordinals: z.array(z.number().int()),
      perThousand: z.array(NumberOrNull).meta({
        description: "supply per 1,000, to six figures, for the map; null: not known",
      }),
      demand: z
        .array(NumberOrNull)
        .meta({ description: "people of the group in the part inside, to six figures" }),
    })
    .meta({ description: "the buildings of the area" }),
});
export type TwoStepCatchmentResult = z.infer<typeof TwoStepCatchmentResult>;
