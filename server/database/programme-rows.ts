import { z } from "zod";
import { FINDING_TERM_KINDS } from "../contract/findings.ts";
import { GUARDS, LIST_TESTS, LISTS, MOVE_KINDS } from "../contract/programme.ts";
import { CONFLICT_TESTS } from "../contract/project-conflicts.ts";
import { PROJECT_TERM_KINDS } from "../contract/projects.ts";
import {
  booleanCell,
  dateCell,
  integerCell,
  jurisdictionCell,
  listCell,
  numberCell,
  oneOf,
  optionalTextCell,
  orEmpty,
  positiveCell,
  statusCell,
  textCell,
} from "./csv-rows.ts";

/** Where a rule holds and since when, by which clause, from which source. */
export const Basis = {
  jurisdiction: jurisdictionCell,
  as_of: dateCell,
  clause: textCell,
  source: textCell,
  status: statusCell,
};

/** A move between two stages of a project; from nothing = it has no stage yet. */
export const StageMoveRow = z.strictObject({
  from_stage: z.string(),
  to_stage: textCell,
  ordinal: integerCell,
  kind: oneOf(MOVE_KINDS),
});

/** What is asked before a project enters one of some stages. */
export const StageGuardRow = z.strictObject({
  guard: oneOf(GUARDS),
  ordinal: integerCell,
  stages: listCell,
  name_zh: textCell,
  name_en: textCell,
  require_zh: textCell,
  require_en: textCell,
  codes: listCell,
  limit_value: orEmpty(numberCell),
  reach_m: orEmpty(positiveCell),
  ...Basis,
});

/** A rule of the positive or the negative list. */
export const ProjectListRuleRow = z
  .strictObject({
    code: textCell,
    ordinal: integerCell,
    list: oneOf(LISTS),
    test: oneOf(LIST_TESTS),
    categories: listCell,
    limit_value: orEmpty(numberCell),
    edition: optionalTextCell,
    indicator: optionalTextCell,
    text_zh: textCell,
    text_en: textCell,
    ...Basis,
  })
  .refine(
    ({ test, edition, indicator }) =>
      (test === "city-indicator") === (indicator !== null) && (edition === null) === (indicator === null),
    "edition and indicator belong to city-indicator, and to nothing else",
  )
  .refine(({ list, test }) => (list === "monitor") === (test === "city-indicator"), {
    error: "what is of the city is monitored, and nothing else is",
  });

/** A way of renewal with a policy of its own, open to projects of a category; `tests` are those of the list rules it lifts. */
export const PolicyTrackRow = z.strictObject({
  code: textCell,
  ordinal: integerCell,
  category: textCell,
  name_zh: textCell,
  name_en: textCell,
  tests: listCell.pipe(
    z.array(z.enum(LIST_TESTS, { error: `must be empty or of ${LIST_TESTS.join(", ")}, parted by ;` })),
  ),
  text_zh: textCell,
  text_en: textCell,
  ...Basis,
});

/** One of the four batches: by the stages projects stand in, or entered in the year. */
export const ProjectBatchRow = z.strictObject({
  batch: textCell,
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  stages: listCell,
  dated: booleanCell,
  basis_zh: textCell,
  basis_en: textCell,
  ...Basis,
});

/** One of the ten core tasks, with the categories of projects that serve it. */
export const ProjectTaskRow = z.strictObject({
  code: textCell.refine((code) => !code.includes(","), "must be without a comma"),
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  categories: listCell,
  ...Basis,
});

/** When projects stand in each other's way, in space and time. */
export const ProjectConflictRuleRow = z
  .strictObject({
    rule: textCell,
    ordinal: integerCell,
    test: oneOf(CONFLICT_TESTS),
    limit_value: numberCell.refine((limit) => limit >= 0, "must not be negative"),
    years: orEmpty(integerCell),
    reach_m: orEmpty(numberCell),
    codes: listCell,
    earlier: listCell,
    later: listCell,
    except_stages: listCell,
    text_zh: textCell,
    text_en: textCell,
    ...Basis,
  })
  .refine(
    ({ test, years, reach_m }) =>
      (test === "road-opened-again") === (years !== null) && (years === null) === (reach_m === null),
    "years and reach_m belong to road-opened-again, and to nothing else",
  );

/** A word of the register of findings: a level of severity, a kind of measure, a source, a state. */
export const FindingTermRow = z.strictObject({
  kind: oneOf(FINDING_TERM_KINDS),
  code: textCell.refine((code) => !code.includes(","), "must be without a comma"),
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  basis_zh: textCell,
  basis_en: textCell,
  ...Basis,
});

/** Whether a type of money (project-term of kind funding-source) is public money. */
export const FundingTypeRow = z.strictObject({ code: textCell, fiscal: booleanCell, ...Basis });

/** What a unit of a project may be let for. */
export const OperationKindRow = z.strictObject({
  code: textCell,
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  scene: booleanCell,
  ...Basis,
});

/** A line of what a project earns in a year, or of what running it costs. */
export const IncomeKindRow = z.strictObject({
  code: textCell,
  ordinal: integerCell,
  name_zh: textCell,
  name_en: textCell,
  cost: booleanCell,
  ...Basis,
});

/** A word of the project pool, by its kind. */
export const ProjectTermRow = z
  .strictObject({
    kind: oneOf(PROJECT_TERM_KINDS),
    // a comma parts the codes of a filter
    code: textCell.refine((code) => !code.includes(","), "must be without a comma"),
    edition: optionalTextCell,
    ordinal: integerCell,
    name_zh: textCell,
    name_en: textCell,
    source: textCell,
    status: statusCell,
  })
  .refine(({ kind, edition }) => (kind === "category") === (edition !== null), {
    error: "edition is given for categories, and empty for other words",
  });
