import {
  type ConsentPurpose,
  type ConsentTest,
  HOUSEHOLD_KINDS,
  type HouseholdKind,
  type KindOfHouseholds,
  type SigningPoint,
  type SigningStage,
  type StageProgress,
} from "../contract/acquisition-plots.ts";

/** Fewer households than this are never told to the public, neither they nor those that are left. */
const LEAST_TOLD = 5;
const TOLERANCE = 1e-9;

/** Households of a kind as they are, all known. */
interface Held extends KindOfHouseholds {
  readonly households: number;
}

/** All of a kind that had come to a stage by a day; kind plot = the plot itself, with no households. */
export interface CountRow {
  readonly kind: HouseholdKind | "plot";
  readonly stage: string;
  readonly on: string;
  readonly households: number | null;
  readonly areaSqm: number | null;
}

/** What is counted of a plot, the rows by day. */
export interface PlotFacts {
  readonly byKind: readonly Held[];
  readonly counts: readonly CountRow[];
}

export interface Threshold extends Omit<ConsentTest, "value" | "of" | "share" | "status"> {
  readonly purpose: ConsentPurpose;
}

/** How far a plot has come, as it may be told. */
export interface Told {
  readonly households: number | null;
  readonly withheld: boolean;
  readonly byKind: readonly KindOfHouseholds[];
  readonly progress: readonly StageProgress[];
  readonly curves: readonly { readonly stage: string; readonly points: readonly SigningPoint[] }[];
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
const sumOrNull = (numbers: readonly (number | null)[]) =>
  numbers.some((each) => each === null) ? null : sum(numbers as number[]);

/** The latest count of each kind by the end of a day. */
function latestBy(rows: readonly CountRow[], day: string): readonly CountRow[] {
  const latest = new Map<string, CountRow>();
  for (const row of rows) if (row.on <= day) latest.set(row.kind, row);
  return [...latest.values()];
}

/** All of a plot at a stage, a point for each day something was counted. */
export function curveOf({ byKind, counts }: PlotFacts, stage: string): SigningPoint[] {
  const rows = counts.filter((row) => row.stage === stage && row.kind !== "plot");
  return [...new Set(rows.map(({ on }) => on))].map((on) => {
    const latest = latestBy(rows, on);
    const partly = latest.length < byKind.length;
    const areaSqm = partly ? null : sumOrNull(latest.map((row) => row.areaSqm));
    return { on, households: sum(latest.map((row) => row.households ?? 0)), areaSqm, partly };
  });
}

const isTellable = (count: number, all: number) =>
  [count, all - count].every((each) => each === 0 || each >= LEAST_TOLD);

// neither a point nor the step to it nor what is left may be of fewer than five
function tellable(points: readonly SigningPoint[], all: number): SigningPoint[] {
  let before = 0;
  return points.filter(({ households }) => {
    const isTold =
      isTellable(households, all) && (households === before || households - before >= LEAST_TOLD);
    if (isTold) before = households;
    return isTold;
  });
}

/**
 * How far a plot has come, stage by stage. What is not `whole` is for the public: nothing of a plot of fewer than 5
 * households, no count or step by which fewer than 5 could be told, and nothing by kind but the households themselves.
 */
export function tellSigning(facts: PlotFacts, stages: readonly SigningStage[], whole: boolean): Told {
  const all = sum(facts.byKind.map((kind) => kind.households));
  const withheld = !whole && all < LEAST_TOLD;
  const tellsKinds = whole || facts.byKind.every((kind) => kind.households >= LEAST_TOLD);
  const hide = (kind: Held): KindOfHouseholds => ({ ...kind, households: null, areaSqm: null });
  const told = stages.map((stage) => {
    const points = withheld ? [] : curveOf(facts, stage.code);
    return { stage, points, shown: whole ? points : tellable(points, all) };
  });
  return {
    households: withheld ? null : all,
    withheld,
    byKind: withheld ? [] : facts.byKind.map((kind) => (tellsKinds ? kind : hide(kind))),
    curves: told.flatMap(({ stage, shown }) =>
      stage.counted === "households" ? [{ stage: stage.code, points: shown }] : [],
    ),
    progress: told.map(({ stage, points, shown }) => {
      const latest = shown.at(-1) ?? null;
      const counted = facts.counts.filter((row) => row.stage === stage.code);
      return {
        stage: stage.code,
        latest,
        share: latest === null || latest.partly ? null : latest.households / all,
        withheld: withheld || points.at(-1) !== shown.at(-1),
        byKind: whole && stage.counted === "households" ? byKindOf(counted) : [],
        reachedOn: counted.find((row) => row.kind === "plot")?.on ?? null,
      };
    }),
  };
}

// in the order of the kinds
function byKindOf(rows: readonly CountRow[]): KindOfHouseholds[] {
  const latest = latestBy(rows, "9999");
  return HOUSEHOLD_KINDS.flatMap((kind) =>
    latest
      .filter((row) => row.kind === kind)
      .map(({ households, areaSqm }) => ({ kind, households, areaSqm })),
  );
}

type Consent = { readonly status: ConsentTest["status"]; readonly tests: ConsentTest[] };

/** Whether the shares the law asks for are reached; what is not told, or told in part, is unknown. Null = none are asked for. */
export function judgeConsent(told: Told, thresholds: readonly Threshold[]): Consent | null {
  if (thresholds.length === 0) return null;
  const read = (stage: string | null, measure: ConsentTest["measure"]): number | null => {
    if (stage === null) {
      return measure === "households" ? told.households : sumOrNull(told.byKind.map((kind) => kind.areaSqm));
    }
    const reached = told.progress.find((each) => each.stage === stage);
    if (!reached?.latest || reached.withheld || reached.latest.partly) return null;
    return measure === "households" ? reached.latest.households : reached.latest.areaSqm;
  };
  const tests = thresholds.map(({ purpose: _, ...threshold }): ConsentTest => {
    const [value, of] = [read(threshold.stage, threshold.measure), read(threshold.base, threshold.measure)];
    const share = value === null || !of ? null : value / of;
    return { ...threshold, value, of, share, status: statusOf(value, of, threshold) };
  });
  const statuses = tests.map(({ status }) => status);
  if (statuses.includes("not-met")) return { status: "not-met", tests };
  return { status: statuses.includes("unknown") ? "unknown" : "met", tests };
}

function statusOf(
  value: number | null,
  of: number | null,
  { numerator, denominator, inclusive }: Pick<Threshold, "numerator" | "denominator" | "inclusive">,
): ConsentTest["status"] {
  if (value === null || !of) return "unknown";
  // crosswise: counts of households stay whole numbers
  const [reached, asked] = [value * denominator, of * numerator];
  const isEqual = Math.abs(reached - asked) <= TOLERANCE * asked;
  return (isEqual ? inclusive : reached > asked) ? "met" : "not-met";
}
