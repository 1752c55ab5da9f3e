import type { ConflictProject, ConflictRule, ProjectConflict } from "../contract/project-conflicts.ts";

/** What two projects share on the ground, or one with a control zone; `amount` in m², m or buildings. */
export interface SharedGround {
  readonly test: ProjectConflict["test"];
  /** Of a road, the rule it was looked for by. */
  readonly rule: string | null;
  readonly a: string;
  readonly b: string | null;
  /** Of a control zone. */
  readonly kind: string | null;
  readonly subject: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly amount: number;
  readonly extent: ProjectConflict["extent"];
  readonly place: ProjectConflict["place"];
  readonly ground: ProjectConflict["ground"];
}

/** A project as conflicts are judged by it. */
export interface JudgedProject extends ConflictProject {
  readonly isArea: boolean;
  readonly sources: readonly string[];
}

export interface JudgingRule extends ConflictRule {
  readonly codes: readonly string[];
  readonly exceptStages: readonly string[];
}

type Years = readonly [from: number, until: number] | null;
type Judged = Pick<ProjectConflict, "sources" | "years" | "certain">;
interface Asked {
  readonly rule: JudgingRule;
  readonly shared: SharedGround;
  readonly a: JudgedProject;
  readonly b: JudgedProject | null;
}

/** The years a project is under way in, both inclusive; a missing end is the other one, null = neither is known. */
function yearsOf({ yearStart, yearEnd }: ConflictProject): Years {
  const from = yearStart ?? yearEnd;
  return from === null ? null : [from, yearEnd ?? from];
}

const UNKNOWN: Judged = { sources: [], years: null, certain: false };

// both under way in a year, ends inclusive
function sameGround({ a, b }: Asked): Judged | null {
  const [one, other] = [yearsOf(a), yearsOf(b!)];
  if (one === null || other === null) return UNKNOWN;
  const [from, until] = [Math.max(one[0], other[0]), Math.min(one[1], other[1])];
  return from > until ? null : { sources: [], years: [from, until], certain: true };
}

function fundedTwice({ rule, a, b }: Asked): Judged | null {
  const sources = rule.codes.filter((code) => a.sources.includes(code) && b!.sources.includes(code));
  return sources.length === 0 ? null : { sources, years: null, certain: true };
}

// a ends, and b begins in a later year before so many have gone by: ended 2024, 5 years: not before 2029
function roadOpenedAgain({ rule, a, b }: Asked): Judged | null {
  const [one, other] = [yearsOf(a), yearsOf(b!)];
  if (one === null || other === null) return UNKNOWN;
  const [ended, begun] = [one[1], other[0]];
  const isTooSoon = begun > ended && begun - ended < rule.years!;
  return isTooSoon ? { sources: [], years: [ended, begun], certain: true } : null;
}

const JUDGES: Readonly<Record<ProjectConflict["test"], (asked: Asked) => Judged | null>> = {
  "same-ground": sameGround,
  "funded-twice": fundedTwice,
  "protection-overlap": () => ({ sources: [], years: null, certain: true }),
  "road-opened-again": roadOpenedAgain,
};

/**
 * The conflicts of projects, in the order of the rules, certain ones first, then by how much is shared, the most first. What is
 * shared up to the limit of a rule, inclusive, is none; a building count above zero is not asked of money, an estate is enough.
 */
export function judgeConflicts(
  ground: readonly SharedGround[],
  projects: ReadonlyMap<string, JudgedProject>,
  rules: readonly JudgingRule[],
): ProjectConflict[] {
  return rules.flatMap((rule) => {
    const found = ground
      .filter(({ test, rule: name }) => test === rule.test && (name === null || name === rule.rule))
      .flatMap((shared) => conflictOf(shared, projects, rule) ?? []);
    return dropTwins(found).sort(
      (x, y) => Number(y.certain) - Number(x.certain) || amountOf(y) - amountOf(x) || (x.id < y.id ? -1 : 1),
    );
  });
}

const amountOf = ({ overlapSqm, lengthM, buildings }: ProjectConflict) =>
  overlapSqm ?? lengthM ?? buildings ?? 0;

// where years are unknown a road is found both ways round: once is enough
function dropTwins(found: readonly ProjectConflict[]): ProjectConflict[] {
  const seen = new Set<string>();
  return found.filter(({ certain, test, projects, subject }) => {
    if (certain || test !== "road-opened-again") return true;
    const key = [...projects.map(({ id }) => id).sort(), subject?.id].join(" ");
    return !seen.has(key) && seen.add(key);
  });
}

function conflictOf(
  shared: SharedGround,
  projects: ReadonlyMap<string, JudgedProject>,
  rule: JudgingRule,
): ProjectConflict | null {
  const [a, b] = [projects.get(shared.a), shared.b === null ? null : projects.get(shared.b)];
  if (a === undefined || b === undefined) return null;
  if ([a, b].some((each) => each !== null && rule.exceptStages.includes(each.stage ?? ""))) return null;
  if (rule.test === "protection-overlap" && !rule.codes.includes(shared.kind!)) return null;
  if (rule.test !== "funded-twice" && shared.amount <= rule.limit) return null;
  const judged = JUDGES[rule.test]({ rule, shared, a, b });
  if (judged === null) return null;
  const { subject, nameZh, nameEn, amount, extent, place } = shared;
  const isOf = (...tests: readonly ProjectConflict["test"][]) => (tests.includes(rule.test) ? amount : null);
  return {
    ...{
      id: [rule.rule, shared.a, shared.b, subject].filter(Boolean).join("/"),
      rule: rule.rule,
      test: rule.test,
    },
    projects: [a, b].flatMap((each) => (each === null ? [] : toldOf(each))),
    subject: subject === null ? null : { id: subject, nameZh, nameEn },
    ...judged,
    overlapSqm: isOf("same-ground", "protection-overlap"),
    lengthM: isOf("road-opened-again"),
    buildings: isOf("funded-twice"),
    ...{ extent, place, ground: shared.ground },
  };
}

function toldOf({ isArea: _, sources: _sources, ...told }: JudgedProject): ConflictProject {
  return told;
}
