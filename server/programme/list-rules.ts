import type { GuardReason } from "../contract/programme.ts";
import type { ListRule, StageFacts } from "./stage-facts.ts";

/** A rule as judged: met = what it says is the case, unknown = the record does not tell. */
interface JudgedRule {
  readonly rule: ListRule;
  readonly met: boolean | null;
  readonly values: GuardReason["values"];
}

// relative, so that exactly 20 % passes
const TOLERANCE = 1e-9;

type Test = (facts: StageFacts, rule: ListRule) => Omit<JudgedRule, "rule">;

const TESTS: Readonly<Record<ListRule["test"], Test>> = {
  category: ({ categories }, rule) => ({
    met: categories.some((category) => rule.categories.includes(category)),
    values: {},
  }),
  "demolition-share": ({ buildings }, { limit }) => {
    const { count, gfaSqm, gfaUnknown, demolishedSqm, undecided, undecidedSqm } = buildings;
    if (count === 0) return { met: false, values: { buildings: 0 } };
    const values = { undecided, gfaUnknown, limit };
    if (gfaUnknown > 0 || gfaSqm === 0) return { met: null, values: { ...values, low: null, high: null } };
    // what is not decided yet may all stay or all go
    const low = demolishedSqm / gfaSqm;
    const high = (demolishedSqm + undecidedSqm) / gfaSqm;
    const most = limit! * (1 + TOLERANCE);
    const met = low > most ? true : high > most ? null : false;
    return { met, values: { ...values, low, high } };
  },
  "heritage-demolished": ({ buildings }, { limit }) => {
    const { heritageDemolished, heritageUnknown } = buildings;
    const values = { heritageDemolished, heritageUnknown };
    if (heritageDemolished > limit!) return { met: true, values };
    return { met: heritageUnknown > 0 ? null : false, values };
  },
};

/** Every rule of the two lists as it is met by a project. */
export function judgeRules(facts: StageFacts, rules: readonly ListRule[]): JudgedRule[] {
  return rules.map((rule) => ({ rule, ...TESTS[rule.test](facts, rule) }));
}
