import { z } from "zod";
import { NumberOrNull } from "./analysis.ts";
import { RuleBasis } from "./basis.ts";
import { Day } from "./day.ts";
import { Extent } from "./geometry.ts";
import { ProgrammeChange } from "./programme.ts";

/** Figures the rules of estates rest on, rows of geodata/standards/estate-rule.csv. */
export const ESTATE_RULES = [
  "lift-floors",
  "survey-from",
  "survey-to",
  "consent-voted",
  "consent-agreed",
  "suppress-under",
  "due-soon",
] as const;
export const EstateRule = z.object({
  rule: z.enum(ESTATE_RULES),
  value: z.number(),
  per: z.number().meta({ description: "the figure is value ÷ per" }),
  nameZh: z.string(),
  nameEn: z.string(),
  ...RuleBasis.shape,
});
export type EstateRule = z.infer<typeof EstateRule>;

/**
 * Lifts of an estate, of its homes of so many floors that they need one: none has one · some have, others have not or are not
 * known · all have · not-needed = no home is so high · no-homes = there are none · unknown = whether there is any is not known.
 */
export const LIFT_STATES = ["none", "some", "all", "not-needed", "no-homes", "unknown"] as const;
export const LiftState = z.enum(LIFT_STATES);
export type LiftState = z.infer<typeof LiftState>;

const Count = z.number().int().min(0).max(1_000_000);
const Sqm = z.number().min(0).max(100_000_000);
const text = (max: number) => z.string().trim().min(1).max(max);

/** What is taken down of an estate: the survey, works done, the consent of its owners to a lift; null = not known. */
export const EstateRecord = z.strictObject({
  surveyedOn: Day.nullable().default(null),
  surveyedBy: text(200).nullable().default(null),
  findings: text(2000).nullable().default(null),
  works: z
    .array(
      z.strictObject({
        name: text(100),
        finishedOn: Day.nullable().default(null).meta({ description: "null = when is not known" }),
      }),
    )
    .max(50)
    .default([]),
  consentScope: text(200).nullable().default(null).meta({ description: "which houses were asked, and what" }),
  consentOn: Day.nullable().default(null),
  owners: Count.nullable().default(null),
  ownersVoted: Count.nullable().default(null),
  ownersAgreed: Count.nullable().default(null),
  ownedSqm: Sqm.nullable().default(null),
  votedSqm: Sqm.nullable().default(null),
  agreedSqm: Sqm.nullable().default(null),
});
export type EstateRecord = z.infer<typeof EstateRecord>;

/** One half of the threshold of consent: by owners or by what they own. */
export const ConsentTest = z.object({
  rule: z.enum(["consent-voted", "consent-agreed"]),
  by: z.enum(["owners", "area"]),
  share: z.number().min(0).max(1).nullable().meta({ description: "null = not known" }),
  met: z.boolean().nullable(),
});
export type ConsentTest = z.infer<typeof ConsentTest>;

const ProjectInside = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  stage: z.string().nullable(),
});

/** An estate 住宅小区 with what its buildings are. Counts are of known ones; how many are not known stands beside. */
export const Estate = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: z.string().nullable(),
  builtYear: NumberOrNull.meta({
    description:
      "half of the floor area of its homes was built by then; null where the year of half of it is not known",
  }),
  builtFrom: NumberOrNull.meta({ description: "of the oldest home whose year is known" }),
  builtUntil: NumberOrNull,
  yearUnknown: z.number().int().meta({ description: "homes without a year" }),
  buildings: z.number().int(),
  dwellings: NumberOrNull.meta({ description: "null where not known, or too few to be told" }),
  dwellingsUnknown: z.number().int().meta({ description: "homes without a number of dwellings" }),
  gfaAboveSqm: NumberOrNull,
  gfaUnknown: z.number().int().meta({ description: "buildings without a floor area" }),
  liftState: LiftState,
  liftNeeded: z.number().int().meta({ description: "homes so high that they need a lift" }),
  liftWith: z.number().int(),
  liftWithout: z.number().int(),
  liftUnknown: z.number().int().meta({ description: "homes of which it, or their floors, is not known" }),
  projects: z
    .array(ProjectInside)
    .nullable()
    .meta({ description: "that hold the estate or one of its buildings; null where no project is known" }),
  surveyedOn: Day.nullable(),
  extent: Extent,
  suppressed: z.boolean().meta({ description: "so few households that they are not told in public" }),
});
export type Estate = z.infer<typeof Estate>;

export const ESTATE_SORTS = ["name", "builtYear", "dwellings", "liftWithout"] as const;
const Year = z.coerce.number().int().min(1900).max(2200);

/** Filters of GET /api/estates, all passed together; what is not known passes none but its own. */
export const EstateFilters = z.object({
  builtFrom: Year.optional().meta({ description: "builtYear, inclusive" }),
  builtTo: Year.optional().meta({ description: "builtYear, inclusive" }),
  lift: LiftState.optional(),
  project: z.enum(["none", "some"]).optional(),
  survey: z.enum(["none", "some"]).optional().meta({ description: "whether a survey is on record" }),
  text: text(100).optional().meta({ description: "in a name" }),
});
export type EstateFilters = z.infer<typeof EstateFilters>;

/** `undecided` estates pass every filter but those that cannot be judged, as what they ask is not known. */
export const EstateList = z.object({
  items: z.array(Estate),
  total: z.number().int(),
  next: z.string().nullable(),
  undecided: z.number().int(),
  known: z.number().int().meta({ description: "estates of the district, without any filter" }),
  rules: z.array(EstateRule),
});
export type EstateList = z.infer<typeof EstateList>;

/** One estate with its record, how consent stands to its thresholds, and the writes that touched it, the newest first. */
export const EstatePage = z.object({
  estate: Estate,
  record: EstateRecord.nullable(),
  consent: z.array(ConsentTest).meta({ description: "empty where none is on record or it may not be told" }),
  rules: z.array(EstateRule),
  version: z
    .number()
    .int()
    .nullable()
    .meta({ description: "of the newest change, to be given back as `seen` with a write; null = none" }),
  changes: z.array(ProgrammeChange),
});
export type EstatePage = z.infer<typeof EstatePage>;
