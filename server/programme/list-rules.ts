import type { GuardReason } from "../contract/programme.ts";
import type { Ground, ListRule, StageFacts } from "./stage-facts.ts";

/** A rule as judged: met = what it says is the case, unknown = the record does not tell. */
interface JudgedRule {
  readonly rule: ListRule;
  readonly met: boolean | null;
  readonly values: GuardReason["values"];
}
type Judged = Omit<JudgedRule, "rule">;

// relative, so that exactly 20 % passes
const TOLERANCE = 1e-9;

// what is not decided yet may all stay or all go
function demolishedOf({ demolishedSqm = 0, undecidedSqm = 0 }: Ground) {
  return { low: demolishedSqm, high: demolishedSqm + undecidedSqm };
}

// whose area is not drawn has no buildings that could be read: what of them goes is not known
const undrawn = (limit: number): Judged => ({ met: null, values: { limit, open: "area" } });

function demolitionShare(ground: Ground, limit: number): Judged {
  if (ground.undrawn > 0) return undrawn(limit);
  const { count, gfaSqm = 0, gfaUnknown = 0, undecided = 0, exemptDemolishedSqm } = ground;
  if (count === 0) return { met: false, values: { buildings: 0 } };
  const values = { undecided, gfaUnknown, limit };
  if (gfaUnknown > 0 || gfaSqm === 0) return { met: null, values: { ...values, low: null, high: null } };
  const gone = demolishedOf(ground);
  const low = Math.max(0, gone.low - exemptDemolishedSqm) / gfaSqm;
  const high = Math.max(0, gone.high - exemptDemolishedSqm) / gfaSqm;
  return { met: isAbove({ low, high }, limit), values: { ...values, low, high } };
}

function rebuildRatio(ground: Ground, limit: number): Judged {
  const { gfaUnknown = 0, demolished = 0, undecided = 0, untold, newSqm, exemptNewSqm } = ground;
  const values = { limit, untold, undecided, gfaUnknown, newSqm, low: null, high: null };
  const isNothingGone = demolished === 0 && undecided === 0;
  const built = newSqm === null ? null : newSqm - exemptNewSqm;
  if (ground.undrawn > 0 && (built === null || built > 0)) return undrawn(limit);
  // nobody declared new building where nothing goes: there is no ratio to keep to
  if (isNothingGone && (built === null || built <= 0)) return { met: false, values };
  if (untold > 0 || built === null) return { met: null, values: { ...values, open: "new" } };
  if (built <= 0) return { met: false, values: { ...values, low: 0, high: 0 } };
  if (gfaUnknown > 0) return { met: null, values: { ...values, open: "floors" } };
  const gone = demolishedOf(ground);
  // new building and no demolition: the ratio is undefined, and the intensity rises by all of it
  if (gone.high === 0) return { met: null, values: { ...values, open: "undefined" } };
  const low = built / gone.high;
  const high = gone.low === 0 ? null : built / gone.low;
  const met = isAbove({ low, high: high ?? Number.POSITIVE_INFINITY }, limit);
  return { met, values: { ...values, low, high, demolishedSqm: gone.high } };
}

function rehousingShare(ground: Ground, limit: number): Judged {
  const { demolished = 0, relocatedUntold, relocatedHouseholds, rehousedHouseholds } = ground;
  const values = { limit, relocatedHouseholds, rehousedHouseholds, untold: relocatedUntold, low: null };
  if (relocatedHouseholds === 0) return { met: false, values };
  if (relocatedHouseholds === null)
    return { met: demolished === 0 && ground.undrawn === 0 ? false : null, values };
  if (relocatedUntold > 0 || rehousedHouseholds === null) return { met: null, values };
  const low = rehousedHouseholds / relocatedHouseholds;
  return { met: low < limit * (1 - TOLERANCE), values: { ...values, low } };
}

function isAbove({ low, high }: { readonly low: number; readonly high: number }, limit: number) {
  const most = limit * (1 + TOLERANCE);
  return low > most ? true : high > most ? null : false;
}

function heritageDemolished(ground: Ground, limit: number): Judged {
  if (ground.undrawn > 0) return undrawn(limit);
  const { heritageDemolished: gone = 0, heritageUnknown = 0 } = ground;
  const values = { heritageDemolished: gone, heritageUnknown };
  if (gone > limit) return { met: true, values };
  return { met: heritageUnknown > 0 ? null : false, values };
}

type GroundTest = (ground: Ground, limit: number) => Judged;
const OF_GROUND: Readonly<Record<Exclude<ListRule["test"], "category">, GroundTest>> = {
  "demolition-share": demolitionShare,
  "rebuild-ratio": rebuildRatio,
  "rehousing-share": rehousingShare,
  "heritage-demolished": heritageDemolished,
};

/** Every rule of the lists as a project meets it; one of its ground once more for its area scheme where that tells otherwise. */
export function judgeRules(facts: StageFacts, rules: readonly ListRule[]): JudgedRule[] {
  return rules.flatMap((rule) => {
    if (rule.test === "category") {
      const met = facts.categories.some((category) => rule.categories.includes(category));
      return [{ rule, met, values: {} }];
    }
    const test = OF_GROUND[rule.test];
    const { project, scheme } = facts.grounds;
    const own = { rule, ...test(project, rule.limit!) };
    if (!scheme || scheme.projects < 2) return [own];
    // what a sibling leaves undrawn is asked of the sibling itself
    const whole = test({ ...scheme, undrawn: 0 }, rule.limit!);
    const isOther = whole.met !== false && whole.met !== own.met;
    return isOther
      ? [own, { rule, met: whole.met, values: { ...whole.values, projects: scheme.projects } }]
      : [own];
  });
}
