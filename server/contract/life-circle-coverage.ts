import { z } from "zod";
import { ShareOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { Area } from "./geometry.ts";
import { Fares, Upstairs, WalkConditionsFound } from "./walk-conditions.ts";

export const PERSONAS = ["adult", "elderly", "child", "stroller", "wheelchair"] as const;
export const Persona = z.enum(PERSONAS);
export type Persona = z.infer<typeof Persona>;

export const TIERS = [5, 10, 15] as const;
export const Tier = z.union([z.literal(5), z.literal(10), z.literal(15)]);
export type Tier = z.infer<typeof Tier>;

export const LOCAL_TIME_OF_WEEK = /^(mon|tue|wed|thu|fri|sat|sun)T([01]\d|2[0-3]):[0-5]\d$/;

/** A local weekday and time of day. */
export const LocalTimeOfWeek = z
  .string()
  .regex(LOCAL_TIME_OF_WEEK, "a weekday and local time such as wedT10:00")
  .default("wedT10:00");

export const LifeCircleCoverageParams = z.strictObject({
  area: Area,
  persona: Persona.default("adult"),
  mode: z.enum(["time", "distance", "both"]).default("both"),
  ruleSet: z.string().default("gb-50180-2018"),
  at: LocalTimeOfWeek.meta({ description: "local weekday and time of day: closed edges are not walked" }),
  fares: Fares,
  upstairs: Upstairs,
});
export type LifeCircleCoverageParams = z.infer<typeof LifeCircleCoverageParams>;

/** Shares 0…1 of the thing counted; null where it is unknown (no population given) or the mode was not asked for. */
export const CoverageShares = z.object({ byTime: ShareOrNull, byDistance: ShareOrNull, byBoth: ShareOrNull });
export type CoverageShares = z.infer<typeof CoverageShares>;

/** Shares of residents, buildings and dwellings, and of the persona's own age group where ages are known. */
const CoverageOf = {
  residents: CoverageShares.nullable(),
  buildings: CoverageShares,
  dwellings: CoverageShares.nullable(),
  group: CoverageShares.nullable(),
};

export const CategoryCoverage = z.object({
  category: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  required: z.enum(["required", "as-needed"]),
  test: z.enum(["walk", "capacity", "presence"]),
  status: z
    .enum(["covered", "absent"])
    .meta({ description: "absent: the data holds no facility of this category" }),
  clauseStatus: ClauseStatus,
  distanceM: z.number().int().nullable(),
  tierDefault: z.boolean().meta({ description: "the standard gives no distance, the tier's own is used" }),
  proxy: z.boolean().meta({ description: "some facilities were taken from a proxy tag" }),
  residents: CoverageShares.nullable(),
  buildings: CoverageShares.nullable(),
  dwellings: CoverageShares.nullable(),
  group: CoverageShares.nullable(),
  medianSeconds: z.number().nullable().meta({
    description: "resident-weighted (else building-weighted) worse of there and back; null if unreachable",
  }),
});
export type CategoryCoverage = z.infer<typeof CategoryCoverage>;

export const TierCoverage = z.object({
  tier: Tier,
  minutes: z.number().int(),
  trial: z.boolean().meta({ description: "rests on an unverified clause: shown as 试算 trial" }),
  allRequired: z
    .object(CoverageOf)
    .nullable()
    .meta({ description: "null if any required category is absent from the data" }),
  allPresent: z
    .object({ ...CoverageOf, present: z.number().int(), required: z.number().int() })
    .meta({ description: "every required category that the data holds: how many of how many" }),
  categories: z.array(CategoryCoverage),
  missingCount: z
    .array(
      z.object({
        missing: z.number().int(),
        residentShare: ShareOrNull,
        buildingShare: ShareOrNull,
      }),
    )
    .meta({ description: "how many present required categories are missing (by time), as shares" }),
});
export type TierCoverage = z.infer<typeof TierCoverage>;

export const LifeCircleCoverageResult = z.object({
  persona: Persona,
  ruleSet: z.string(),
  buildings: z.number(),
  residents: z.number().nullable(),
  notOnNetwork: z.object({ buildings: z.number(), residents: z.number().nullable() }),
  conditions: WalkConditionsFound.meta({ description: "of the walking network of the district" }),
  tiers: z.array(TierCoverage),
});
export type LifeCircleCoverageResult = z.infer<typeof LifeCircleCoverageResult>;
