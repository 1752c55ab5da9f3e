import { z } from "zod";
import { Day } from "./day.ts";

const text = (max: number) => z.string().trim().min(1).max(max);
const Households = z.number().int().min(0).max(1_000_000);

/** POST /api/projects/{id}/surveys: what residents were offered and how many households chose each; `kind` is a code of the terms. */
export const SurveyBody = z.strictObject({
  title: text(200),
  body: text(200).meta({ description: "who held it" }),
  openedOn: Day,
  closedOn: Day,
  askedHouseholds: Households.nullable().default(null),
  answeredHouseholds: Households,
  options: z
    .array(z.strictObject({ item: text(200), kind: text(64), votes: Households }))
    .min(1)
    .max(100),
});
export type SurveyBody = z.infer<typeof SurveyBody>;

/** An option of a survey; null where so few households chose it that the public is not told. `share` is of those that answered. */
export const MenuOption = z.object({
  ordinal: z.number().int(),
  item: z.string(),
  kind: z.string(),
  votes: z.number().int().nullable(),
  share: z.number().nullable(),
});
export type MenuOption = z.infer<typeof MenuOption>;

export const MenuSurvey = SurveyBody.omit({ options: true }).extend({
  id: z.string(),
  answeredHouseholds: Households.nullable(),
  options: z.array(MenuOption).meta({ description: "the most chosen first" }),
  withheld: z.boolean().meta({ description: "so few households that the public is not told" }),
});
export type MenuSurvey = z.infer<typeof MenuSurvey>;

/** A line of what a project does 改造内容: chosen by residents (`survey`, `option`), or added by hand with a reason. */
export const ScopeLine = z.object({
  item: z.string(),
  kind: z.string(),
  quantity: z.number().nullable(),
  unit: z.string().nullable(),
  survey: z.string().nullable(),
  option: z.number().int().nullable(),
  reason: z.string().nullable(),
});
export type ScopeLine = z.infer<typeof ScopeLine>;

/** The surveys of a project, the latest first, and its scope. */
export const ProjectScope = z.object({
  project: z.string(),
  surveys: z.array(MenuSurvey),
  scope: z.array(ScopeLine),
});
export type ProjectScope = z.infer<typeof ProjectScope>;

const Quantity = z.number().min(0).max(1e9).nullable().default(null);
const Unit = text(20).nullable().default(null);

/** PUT /api/projects/{id}/scope: every line anew, in its order; one of a survey takes its words from the option. */
export const ScopeBody = z.strictObject({
  lines: z
    .array(
      z.union([
        z.strictObject({
          survey: text(200),
          option: z.number().int().min(0),
          quantity: Quantity,
          unit: Unit,
        }),
        z.strictObject({
          item: text(200),
          kind: text(64),
          ...{ quantity: Quantity, unit: Unit },
          reason: z.string().trim().min(4).max(500),
        }),
      ]),
    )
    .max(200),
});
export type ScopeBody = z.infer<typeof ScopeBody>;
