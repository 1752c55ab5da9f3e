import type { GuardReason } from "../contract/programme.ts";
import { applyingOf, trackValues } from "./policy-track.ts";
import type { Ground, ListRule, StageFacts, StageRows } from "./stage-facts.ts";

/** A rule as judged: met = what it says is the case, null = the record does not tell; lifted = its limit does not apply. */
export interface JudgedRule {
  readonly rule: ListRule;
  readonly met: boolean | null;
  readonly lifted: boolean;
  readonly values: GuardReason["values"];
}
type Judged = Pick<JudgedRule, "met" | "values">;

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
  const { count, gfaSqm = 0, gfaUnknown = 0, demolished = 0, undecided = 0, exemptDemolishedSqm } = ground;
  if (count === 0) return { met: false, values: { buildings: 0 } };
  const values = { undecided, gfaUnknown, limit };
  // nothing goes, however much there is
  if (demolished === 0 && undecided === 0) return { met: false, values: { ...values, low: 0, high: 0 } };
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
  const { demolished = 0, undecided = 0, undrawn, relocatedUntold } = ground;
  const { relocatedHouseholds, rehousedHouseholds } = ground;
  const values = { limit, relocatedHouseholds, rehousedHouseholds, untold: relocatedUntold, low: null };
  if (relocatedHouseholds === 0) return { met: false, values };
  // nobody moves where nothing goes; what may go yet leaves it open
  const isNothingGone = demolished === 0 && undecided === 0 && undrawn === 0;
  if (relocatedHouseholds === null) return { met: isNothingGone ? false : null, values };
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
const OF_GROUND: Readonly<Record<Exclude<ListRule["test"], "category" | "city-indicator">, GroundTest>> = {
  "demolition-share": demolitionShare,
  "rebuild-ratio": rebuildRatio,
  "rehousing-share": rehousingShare,
  "heritage-demolished": heritageDemolished,
};

// what is told of the city, whatever the project does
function monitoredOf({ monitored }: StageFacts, rule: ListRule): Judged {
  const told = monitored.find((each) => each.rule === rule.code);
  const limit = rule.limit!;
  if (!told) return { met: null, values: { limit, low: null, high: null } };
  const { value, asOf, toldBy } = told;
  return { met: value > limit + TOLERANCE, values: { limit, low: value, high: value, asOf, toldBy } };
}

/**
 * Every rule of the lists as a project meets it; one of its ground once more for its area scheme where that tells otherwise. A
 * limit that its policy track lifts is told with what it would be held to.
 */
export function judgeRules(facts: StageFacts, standards: StageRows): JudgedRule[] {
  return standards.rules.flatMap((rule) => {
    if (rule.test === "category") {
      const met = facts.categories.some((category) => rule.categories.includes(category));
      return [{ rule, met, lifted: false, values: {} }];
    }
    if (rule.test === "city-indicator") return [{ rule, lifted: false, ...monitoredOf(facts, rule) }];
    return onGround(facts, standards, { rule, test: OF_GROUND[rule.test] });
  });
}

function onGround(
  facts: StageFacts,
  standards: StageRows,
  { rule, test }: { readonly rule: ListRule; readonly test: GroundTest },
): JudgedRule[] {
  const { project, scheme } = facts.grounds;
  const own = { rule, lifted: false, ...test(project, rule.limit!) };
  const applying = applyingOf(facts, standards, rule);
  if (applying.applies === "lifted")
    return [{ ...own, met: false, lifted: true, values: { ...own.values, ...trackValues(applying.track) } }];
  // whether it is held to the limit is not known before it says which policy it follows
  if (applying.applies === "untold" && own.met !== false)
    return [{ ...own, met: null, values: { ...own.values, open: "track", ...trackValues(applying.track) } }];
  if (!scheme || scheme.projects < 2) return [own];
  // what a sibling leaves undrawn is asked of the sibling itself
  const whole = test({ ...scheme, undrawn: 0 }, rule.limit!);
  const isOther = whole.met !== false && whole.met !== own.met;
  return isOther
    ? [own, { rule, lifted: false, met: whole.met, values: { ...whole.values, projects: scheme.projects } }]
    : [own];
}
