import type { BottomLine, GuardReason } from "../contract/programme.ts";
import { type JudgedRule, judgeRules } from "./list-rules.ts";
import type { ListRule, StageFacts, StageRows } from "./stage-facts.ts";

// those that are numbers; the others are reviewed one by one
const TESTS: readonly ListRule["test"][] = [
  ...(["demolition-share", "rebuild-ratio", "rehousing-share", "city-indicator"] as const),
];

/** A rule as judged, as a reason with its values. */
export function ruleReason({ rule, met, lifted, values }: JudgedRule): GuardReason {
  const verdict = lifted ? "lifted" : met === null ? "unknown" : met ? "met" : "kept";
  return {
    code: `${rule.list}-${verdict}`,
    values: {
      ...{ rule: rule.code, test: rule.test, textZh: rule.textZh, textEn: rule.textEn },
      ...values,
    },
  };
}

function verdictOf({ rule, met, lifted }: JudgedRule): BottomLine["verdict"] {
  if (rule.list === "monitor") return "monitored";
  if (lifted) return "not-applicable";
  return met === null ? "unknown" : met ? "broken" : "kept";
}

const numberIn = (values: GuardReason["values"], name: string) => {
  const value = values[name];
  return typeof value === "number" ? value : null;
};
const textIn = (values: GuardReason["values"], name: string) => {
  const value = values[name];
  return typeof value === "string" ? value : null;
};

/** The bottom lines of demolition that are numbers, of a project and, where that tells otherwise, of its area scheme. */
export function bottomLinesOf(facts: StageFacts, standards: StageRows): BottomLine[] {
  return judgeRules(facts, standards)
    .filter(({ rule }) => TESTS.includes(rule.test))
    .map((judged) => {
      const { rule, values } = judged;
      const { code, test, list, textZh, textEn, limit, edition, indicator } = rule;
      const { jurisdiction, asOf, clause, source, clauseStatus } = rule;
      const verdict = verdictOf(judged);
      return {
        ...{ rule: code, test, list, textZh, textEn, limit, verdict },
        ...{ low: numberIn(values, "low"), high: numberIn(values, "high") },
        projects: numberIn(values, "projects"),
        reason: verdict === "kept" ? null : ruleReason(judged),
        monitored:
          edition === null || indicator === null
            ? null
            : {
                ...{ edition, indicator, zone: facts.city },
                ...{ asOf: textIn(values, "asOf"), toldBy: textIn(values, "toldBy") },
              },
        ...{ jurisdiction, asOf, clause, source, clauseStatus },
      };
    });
}
