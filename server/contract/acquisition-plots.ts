import { z } from "zod";
import { Jurisdiction, RuleBasis } from "./basis.ts";
import { CONSENT_PURPOSES } from "./consent-purposes.ts";
import { Day } from "./day.ts";
import { Extent, MultiPolygon, Polygon } from "./geometry.ts";

export const ConsentPurpose = z.enum(CONSENT_PURPOSES);
export type ConsentPurpose = z.infer<typeof ConsentPurpose>;
/** unspecified = the source does not tell the kind. */
export const HOUSEHOLD_KINDS = ["dwelling", "non-dwelling", "shop", "unspecified"] as const;
export const HouseholdKind = z.enum(HOUSEHOLD_KINDS);
export type HouseholdKind = z.infer<typeof HouseholdKind>;
export const CONSENT_MEASURES = ["households", "area"] as const;

const text = (max: number) => z.string().trim().min(1).max(max);
const Households = z.number().int().max(1_000_000);
const AreaSqm = z.number().max(100_000_000).meta({ description: "of the exclusive parts, m²" });
const Code = z.string().min(1).max(64);

/** Households of one kind; null = not told, or withheld because fewer than 5 could be told by it. */
export const KindOfHouseholds = z.object({
  kind: HouseholdKind,
  households: z.number().int().nullable(),
  areaSqm: z.number().nullable(),
});
export type KindOfHouseholds = z.infer<typeof KindOfHouseholds>;

/** All of a plot that had come to a stage by the end of a day; `partly` = some kind has not been counted yet, so at least so many. */
export const SigningPoint = z.object({
  on: z.string().meta({ description: "a day; of a case elsewhere its year or month" }),
  households: z.number().int(),
  areaSqm: z.number().nullable(),
  partly: z.boolean(),
});
export type SigningPoint = z.infer<typeof SigningPoint>;

/** How far a plot has come: the last day that may be told, null = nothing is; share of the households of the plot, 0…1. */
export const StageProgress = z.object({
  stage: z.string(),
  latest: SigningPoint.nullable(),
  share: z.number().nullable(),
  withheld: z.boolean().meta({ description: "more was counted than is told: fewer than 5 households apart" }),
  byKind: z.array(KindOfHouseholds).meta({ description: "empty where it is not told by kind" }),
  reachedOn: z.string().nullable().meta({ description: "of a stage of the plot itself" }),
});
export type StageProgress = z.infer<typeof StageProgress>;

export const AcquisitionPlot = z.object({
  id: z.string(),
  purpose: ConsentPurpose,
  jurisdiction: Jurisdiction.extract(["区级", "外地案例"]),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  project: z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string().nullable() }).nullable(),
  areaSqm: z.number().nullable().meta({ description: "of the plot, m²; null = not told" }),
  households: z.number().int().nullable(),
  withheld: z.boolean().meta({ description: "fewer than 5 households in all: nothing of them is told" }),
  byKind: z.array(KindOfHouseholds),
  progress: z.array(StageProgress).meta({ description: "one of each stage of the purpose, in their order" }),
  extent: Extent.nullable(),
  geometry: z.union([Polygon, MultiPolygon]).nullable(),
  source: z.string(),
  invented: z.boolean(),
  noteZh: z.string().nullable(),
  noteEn: z.string().nullable(),
});
export type AcquisitionPlot = z.infer<typeof AcquisitionPlot>;

export const SigningStage = z.object({
  code: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  counted: z.enum(["households", "plot"]),
  within: z.string().nullable(),
});
export type SigningStage = z.infer<typeof SigningStage>;

/** A case elsewhere: its plots, their sum, and what its source states of the sum. */
export const SigningCase = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  plots: z.array(AcquisitionPlot),
  households: z.number().int(),
  signed: z.number().int(),
  stated: z.number().int().nullable(),
  source: z.string(),
  asOf: z.string(),
});
export type SigningCase = z.infer<typeof SigningCase>;

/**
 * `told` = plots whose households are told and summed, `untold` the others, left out of the sums. `open` = plots of which is not
 * told, or not of all their kinds, how many have come to a stage; `partly` = one of those told is.
 */
export const SigningSum = z.object({
  told: z.number().int(),
  untold: z.number().int(),
  households: z.number().int(),
  stages: z.array(
    z.object({
      ...{ stage: z.string(), households: z.number().int() },
      ...{ open: z.number().int(), partly: z.boolean() },
    }),
  ),
});
export type SigningSum = z.infer<typeof SigningSum>;

export const AcquisitionPlotList = z.object({
  items: z.array(AcquisitionPlot),
  total: z.number().int(),
  next: z.string().nullable(),
  stages: z.array(SigningStage),
  sum: SigningSum,
  cases: z.array(SigningCase),
});
export type AcquisitionPlotList = z.infer<typeof AcquisitionPlotList>;

/** By when so many households shall have come to a stage; both days belong to the term. */
export const SigningTarget = z.object({
  stage: z.string(),
  startsOn: Day,
  dueOn: Day,
  households: z.number().int(),
});
export type SigningTarget = z.infer<typeof SigningTarget>;

/** A share the law asks for, with both its numbers; unknown = one of them is not told. `required` is 0…1. */
export const ConsentTest = z.object({
  stage: z.string(),
  base: z.string().nullable(),
  measure: z.enum(CONSENT_MEASURES),
  value: z.number().nullable(),
  of: z.number().nullable(),
  share: z.number().nullable(),
  numerator: z.number().int(),
  denominator: z.number().int(),
  inclusive: z.boolean(),
  status: z.enum(["met", "not-met", "unknown"]),
  ...RuleBasis.shape,
});
export type ConsentTest = z.infer<typeof ConsentTest>;

export const AcquisitionPlotPage = z.object({
  plot: AcquisitionPlot,
  stages: z.array(SigningStage),
  curves: z.array(z.object({ stage: z.string(), points: z.array(SigningPoint) })),
  targets: z.array(SigningTarget),
  kept: z
    .number()
    .int()
    .nullable()
    .meta({ description: "internal: households kept one by one, from which its numbers follow; else null" }),
  consent: z
    .object({ status: z.enum(["met", "not-met", "unknown"]), tests: z.array(ConsentTest) })
    .nullable()
    .meta({ description: "null = no share is asked for by law" }),
});
export type AcquisitionPlotPage = z.infer<typeof AcquisitionPlotPage>;

const GivenHouseholds = z.strictObject({
  kind: HouseholdKind,
  households: Households.min(1),
  areaSqm: AreaSqm.gt(0).nullable().default(null),
});
const Kinds = z.array(GivenHouseholds).min(1).max(HOUSEHOLD_KINDS.length);

/** POST /api/acquisition-plots; `areaSqm` is taken from the shape where only that is given. Nothing in it names a household. */
export const NewAcquisitionPlot = z.strictObject({
  purpose: ConsentPurpose,
  nameZh: text(200),
  nameEn: text(200).nullable().default(null),
  project: text(200).nullable().default(null),
  areaSqm: AreaSqm.gt(0).nullable().default(null),
  area: z.union([Polygon, MultiPolygon]).nullable().default(null),
  households: Kinds,
  source: text(500),
});
export type NewAcquisitionPlot = z.infer<typeof NewAcquisitionPlot>;

/** PUT /api/acquisition-plots/{id}/households: the households of the plot, all kinds of it. */
export const PlotHouseholds = z.strictObject({ households: Kinds });
export type PlotHouseholds = z.infer<typeof PlotHouseholds>;

/** POST /api/acquisition-plots/{id}/counts: all who had come to a stage by a day, from the first on; again for a day = corrected. */
export const SigningCounts = z.strictObject({
  stage: Code,
  on: Day,
  counts: z
    .array(
      z.strictObject({
        kind: HouseholdKind,
        households: Households.min(0),
        areaSqm: AreaSqm.min(0).nullable().default(null),
      }),
    )
    .max(HOUSEHOLD_KINDS.length)
    .default([])
    .meta({ description: "empty for a stage of the plot itself" }),
});
export type SigningCounts = z.infer<typeof SigningCounts>;

/** DELETE /api/acquisition-plots/{id}/counts: what was counted of a stage on a day. */
export const CountedDay = z.object({ stage: Code, on: Day });
export type CountedDay = z.infer<typeof CountedDay>;

/** PUT /api/acquisition-plots/{id}/targets/{stage}. */
export const TargetBody = z.strictObject({ startsOn: Day, dueOn: Day, households: Households.min(1) });
export type TargetBody = z.infer<typeof TargetBody>;
