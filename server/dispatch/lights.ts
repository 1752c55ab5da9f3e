import type { DispatchRule, DispatchValues, Light, LightReason } from "../contract/dispatch.ts";
import { yearShare } from "./month.ts";

/** A rule of the standards; what its limit means is said by its test. */
export interface LightRule extends DispatchRule {
  readonly stages: readonly string[];
  readonly limit: number;
}

/** What the record holds of a project in a month. */
export interface JudgedFacts {
  readonly stage: string | null;
  readonly values: DispatchValues | null;
  readonly overdueApprovals: readonly string[];
  /** Days the one longest overdue is late; null = none is. */
  readonly overdueDays: number | null;
  readonly overdueMatters: readonly string[];
  readonly matterDays: number | null;
}

interface Judged {
  readonly hit: boolean | null;
  readonly values: LightReason["values"];
}
type When = { readonly month: string; readonly judgedOn: string };

/**
 * The light of a project and why: red before yellow; grey where nothing hits and a rule cannot be told; else green. The
 * reasons are the rules that hit or cannot be told; of one test the first that hits stands for the others.
 */
export function judgeLight(
  facts: JudgedFacts,
  rules: readonly LightRule[],
  when: When,
): { readonly light: Light; readonly reasons: LightReason[] } {
  const asked = rules.filter(({ stages }) => stages.length === 0 || stages.includes(facts.stage ?? ""));
  const reasons: LightReason[] = [];
  for (const { stages: _, limit, ...rule } of asked) {
    if (reasons.some(({ test }) => test === rule.test)) continue;
    const judged = judge(rule.test, limit, { facts, when });
    if (judged.hit !== false) reasons.push({ ...rule, ...judged });
  }
  return { light: lightOf(reasons), reasons };
}

function lightOf(reasons: readonly LightReason[]): Light {
  const hits = reasons.filter(({ hit }) => hit === true).map(({ light }) => light);
  if (hits.includes("red")) return "red";
  if (hits.includes("yellow")) return "yellow";
  return reasons.length > 0 ? "unknown" : "green";
}

function judge(
  test: LightReason["test"],
  limit: number,
  { facts, when }: { readonly facts: JudgedFacts; readonly when: When },
): Judged {
  switch (test) {
    case "no-return": {
      if (facts.values !== null) return { hit: false, values: {} };
      // before the day nothing is late, and what will be returned is not known
      return { hit: Number(when.judgedOn.slice(8)) > limit ? true : null, values: { day: limit } };
    }
    case "completed-share":
      return judgeCompleted(facts.values, limit, when.month);
    case "blocking-overdue":
      return judgeOverdue(facts.overdueApprovals, facts.overdueDays, limit);
    case "matter-overdue":
      return judgeOverdue(facts.overdueMatters, facts.matterDays, limit);
    case "scope":
      return { hit: false, values: {} };
  }
}

// done ÷ (plan × share of the year gone by) against the limit, which itself passes; nothing planned is nothing behind
function judgeCompleted(values: DispatchValues | null, limit: number, month: string): Judged {
  const { yearPlanWanYuan: plan = null, yearDoneWanYuan: done = null } = values ?? {};
  if (plan === 0) return { hit: false, values: {} };
  const share = yearShare(month);
  const told = { planWanYuan: plan, doneWanYuan: done, yearShare: share, limit };
  if (plan === null || done === null) return { hit: null, values: { ...told, ofSchedule: null } };
  const ofSchedule = done / (plan * share);
  return { hit: ofSchedule < limit - 1e-9, values: { ...told, ofSchedule } };
}

const judgeOverdue = (matters: readonly string[], days: number | null, limit: number): Judged => ({
  hit: days !== null && days > limit,
  values: { matters: matters.join("；"), count: matters.length, days },
});
