import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { ClauseStatus } from "./basis.ts";
import { Area } from "./geometry.ts";
import { Persona } from "./life-circle-coverage.ts";
import { PublishedValue } from "./published-value.ts";
import { LAND_KINDS, RadiusAnswered, RadiusMinutes } from "./radius-coverage.ts";

/** The rival definitions of park coverage side by side, each with its network figure, and which of them a published one would be. */
export const ParkCoverageParams = z.strictObject({
  area: Area,
  definition: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .meta({ description: "the one looked at: an id of the answer's figures; default the first" }),
  persona: Persona.default("adult"),
  minutes: RadiusMinutes,
  published: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(null)
    .meta({ description: "a published coverage, 0…1, to be held against every reading" }),
});
export type ParkCoverageParams = z.infer<typeof ParkCoverageParams>;

/** Parks by area, areaSqmMin inclusive, areaSqmBelow exclusive; null = no bound. */
const SizeClass = z.object({
  areaSqmMin: NumberOrNull,
  areaSqmBelow: NumberOrNull,
  count: z.number().int(),
  areaSqm: z.number(),
});

/** What a standard asks for each resident in a tier of the life circle, beyond what the tiers below it hold. */
const ParkAreaStandard = z.object({
  tier: z.number().int().meta({ description: "minutes" }),
  sqmPerResident: z.number(),
  renewalSqmPerResident: z.number().meta({ description: "suffices where old quarters are rebuilt" }),
  parkSqmMin: z.number().meta({ description: "the least park of the tier" }),
  parkWidthMMin: z.number(),
  clause: z.string(),
  status: ClauseStatus,
  source: z.string(),
});

const Parks = z.object({
  count: z.number().int().meta({ description: "those of which a point lies in the area" }),
  areaSqm: z.number().meta({ description: "of parks in the area, cut at its outline" }),
  perResidentSqm: NumberOrNull,
  standards: z.array(ParkAreaStandard).meta({
    description: "for reference: the data does not say which tier a park belongs to, so nothing is judged",
  }),
  sizeUnknown: z.number().int(),
  bySize: z.array(SizeClass).meta({ description: "whole parks; adds up to count − sizeUnknown" }),
  pocket: z.object({ count: z.number().int(), areaSqm: NumberOrNull, meanSqm: NumberOrNull }).meta({
    description: "those of the category of pocket parks, whole",
  }),
});
export type Parks = z.infer<typeof Parks>;

/** One way a coverage could be told: a definition over a kind of land, or by people. */
export const Reading = z.object({
  definition: z.string(),
  measure: z.enum(["land", "circle", "walked", "inTime"]),
  land: z.enum(LAND_KINDS).nullable().meta({ description: "of the measure land" }),
  own: z.boolean().meta({ description: "land: it is what the definition itself asks for" }),
  share: z.number().min(0).max(1),
  difference: z.number().meta({ description: "this share − the published one" }),
  agrees: z
    .boolean()
    .meta({ description: "rounds to the published value, as printed to a tenth of a per cent" }),
});
export type Reading = z.infer<typeof Reading>;

export const ParkCoverageResult = z.object({
  ...RadiusAnswered,
  parks: Parks.nullable().meta({ description: "null: the data holds no park" }),
  published: z
    .object({
      share: z.number().min(0).max(1),
      readings: z.array(Reading).meta({ description: "nearest first" }),
    })
    .nullable(),
  references: z.array(PublishedValue).meta({
    description: "published park coverages of this place, and cases from elsewhere",
  }),
});
export type ParkCoverageResult = z.infer<typeof ParkCoverageResult>;
