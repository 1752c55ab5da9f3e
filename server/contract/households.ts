import { z } from "zod";
import { SigningStage } from "./acquisition-plots.ts";
import { Day } from "./day.ts";
import { ProgrammeChange } from "./programme.ts";
import { ItemFileReport } from "./programme-items.ts";

/** What a household is; of a plot whose households are kept one by one no kind is left open. */
export const KINDS_OF_HOUSEHOLD = ["dwelling", "non-dwelling", "shop"] as const;

const text = (max: number) => z.string().trim().min(1).max(max);

/** What is taken down of a household, whole; null = not known, of a stage: not come to. Nobody is named in it. */
export const HouseholdBody = z.strictObject({
  // full and half width are one number to a reader
  number: z
    .string()
    .trim()
    .normalize("NFKC")
    .min(1)
    .max(60)
    .meta({ description: "户号, of which a plot has each once" }),
  kind: z.enum(KINDS_OF_HOUSEHOLD),
  areaSqm: z
    .number()
    .gt(0)
    .max(1_000_000)
    .nullable()
    .default(null)
    .meta({ description: "of its exclusive part, m²" }),
  tenure: text(60).nullable().default(null),
  team: text(100).nullable().default(null).meta({ description: "who attends to it, 一户一专班" }),
  note: text(500).nullable().default(null).meta({ description: "一户一策" }),
  stages: z
    .record(z.string().max(64), Day)
    .default({})
    .meta({ description: "the day it came to each stage, by the code of the stage; left out = not yet" }),
});
export type HouseholdBody = z.infer<typeof HouseholdBody>;

/** A household with the version of its newest change. */
export const Household = HouseholdBody.extend({ id: z.string(), version: z.number().int().nullable() });
export type Household = z.infer<typeof Household>;

export const HouseholdFilters = z.object({
  plot: z.string().min(1).max(200),
  stage: z.string().max(64).optional().meta({ description: "only those that have not come to it" }),
  kind: z.enum(KINDS_OF_HOUSEHOLD).optional(),
  text: text(60).optional().meta({ description: "in the number, team or note" }),
});
export type HouseholdFilters = z.infer<typeof HouseholdFilters>;

/** The households of a plot by their numbers, and its files that can be taken back. */
export const HouseholdList = z.object({
  items: z.array(Household),
  total: z.number().int(),
  next: z.string().nullable(),
  known: z.number().int().meta({ description: "of the plot, without any filter" }),
  stages: z.array(SigningStage).meta({ description: "those a household comes to, in their order" }),
  imports: z.array(
    z.object({ version: z.number().int(), at: z.string(), file: z.string(), households: z.number().int() }),
  ),
  changes: z
    .array(ProgrammeChange)
    .meta({ description: "of the plot's households, the newest first, at most 50" }),
});
export type HouseholdList = z.infer<typeof HouseholdList>;

/** POST /api/households, and a file: where a plot was counted by hand, `replace` says that its counts give way. */
export const NewHousehold = HouseholdBody.extend({
  plot: z.string().min(1).max(200),
  replace: z.boolean().default(false),
});
export type NewHousehold = z.infer<typeof NewHousehold>;

/** What each row of a file would do, by the number of its household (`title`), or what is wrong with it. */
export const HouseholdFileReport = ItemFileReport;
export type HouseholdFileReport = z.infer<typeof HouseholdFileReport>;

/** The columns of a file beside those of the stages, which are headed by their names; the first two must be there. */
export const HOUSEHOLD_COLUMNS = {
  number: "户号",
  kind: "类别",
  areaSqm: "建筑面积",
  tenure: "权属",
  team: "专班",
  note: "备注",
} as const;
export type HouseholdColumn = keyof typeof HOUSEHOLD_COLUMNS;
