import type { PlotHouseholds, SigningCounts, SigningStage } from "../contract/acquisition-plots.ts";
import { AppError, conflict, invalidParameter } from "../errors.ts";
import { atLeast, notAfter } from "../expected.ts";
import type { CountRow, PlotFacts } from "./signing-progress.ts";

/** The stage of a plot of that code; throws invalid-parameter with those there are. */
export function requireStage(stages: readonly SigningStage[], code: string): SigningStage {
  const found = stages.find((stage) => stage.code === code);
  if (found) return found;
  throw invalidParameter("stage", code, `one of ${stages.map((stage) => stage.code).join(", ")}`);
}

/** Throws where a kind is given twice. */
export function checkKinds(given: readonly { readonly kind: string }[], path: string): void {
  const kinds = given.map(({ kind }) => kind);
  const twice = kinds.findIndex((kind, at) => kinds.indexOf(kind) !== at);
  if (twice >= 0) throw invalidParameter(`${path}.${twice}.kind`, kinds[twice], "a kind not given before");
}

/** Throws where the households of a plot would be fewer than were counted, or a counted kind would be gone. */
export function checkHouseholds({ counts }: PlotFacts, { households }: PlotHouseholds): void {
  checkKinds(households, "households");
  for (const row of counts) {
    if (row.kind === "plot") continue;
    const at = households.findIndex(({ kind }) => kind === row.kind);
    if (at < 0) {
      const what = { kind: row.kind, stage: row.stage, on: row.on };
      throw conflict(`Households of kind ${row.kind} have been counted: take those counts back first.`, what);
    }
    const given = households[at]!;
    const counted = row.households ?? 0;
    if (given.households < counted) {
      const expected = atLeast(counted, `, which had come to ${row.stage} by ${row.on}`);
      throw invalidParameter(`households.${at}.households`, given.households, expected);
    }
    if (given.areaSqm !== null && row.areaSqm !== null && given.areaSqm < row.areaSqm) {
      const expected = atLeast(row.areaSqm, `, which had come to ${row.stage} by ${row.on}`);
      throw invalidParameter(`households.${at}.areaSqm`, given.areaSqm, expected);
    }
  }
}

/**
 * Throws where a count cannot be: of a kind the plot has not, above its households, lower than on an earlier day or higher
 * than on a later one, or above the stage it is a part of. `today` is the day in the district.
 */
export function checkCounts(
  facts: PlotFacts,
  { stage, on, counts }: SigningCounts,
  { stages, today }: { readonly stages: readonly SigningStage[]; readonly today: string },
): void {
  const { counted, within } = requireStage(stages, stage);
  if (on > today) throw invalidParameter("on", on, notAfter(today));
  if (counted === "plot") {
    if (counts.length > 0)
      throw invalidParameter("counts", counts, `left out: ${stage} is a stage of the plot itself`);
    return;
  }
  if (counts.length === 0) throw invalidParameter("counts", counts, "a number of households of each kind");
  checkKinds(counts, "counts");
  counts.forEach((given, at) => {
    const path = `counts.${at}`;
    const all = facts.byKind.find(({ kind }) => kind === given.kind);
    if (!all) {
      const kinds = facts.byKind.map(({ kind }) => kind).join(", ");
      throw invalidParameter(`${path}.kind`, given.kind, `a kind the plot has: ${kinds}`);
    }
    const rows = facts.counts.filter(({ kind }) => kind === given.kind);
    for (const field of ["households", "areaSqm"] as const) {
      const value = given[field];
      if (value === null) continue;
      const { most, least } = boundsOf(rows, { stage, on, within, field, all: all[field], stages });
      if (most && value > most.value) throw outOfBounds(`${path}.${field}`, value, ["at most", most]);
      if (least && value < least.value) throw outOfBounds(`${path}.${field}`, value, ["at least", least]);
    }
  });
}

// with the rule as a code and its values, told in the reader's language
function outOfBounds(
  path: string,
  given: number,
  [side, { value, why, ...rule }]: readonly ["at most" | "at least", Bound],
): AppError {
  const refusal = invalidParameter(path, given, `${side} ${value}, ${why}`);
  const details = { ...refusal.extras.details, ...rule, bound: value };
  return new AppError(refusal.code, refusal.message, { path, details });
}

interface Bound {
  readonly value: number;
  readonly why: string;
  readonly rule: "plot" | "earlier" | "later" | "whole" | "whole-missing" | "part";
  readonly on: string | null;
  readonly stage: string | null;
}
interface Asked {
  readonly stage: string;
  readonly on: string;
  readonly within: string | null;
  readonly field: "households" | "areaSqm";
  readonly all: number | null;
  readonly stages: readonly SigningStage[];
}

// between what was counted before and after, below what it is a part of and above what is a part of it
function boundsOf(
  rows: readonly CountRow[],
  { stage, on, within, field, all, stages }: Asked,
): { readonly most: Bound | null; readonly least: Bound | null } {
  const of = (code: string | null) => rows.filter((row) => row.stage === code && row[field] !== null);
  const bound = (row: CountRow | undefined, rule: Bound["rule"]): Bound[] => {
    if (!row) return [];
    const isOwn = row.stage === stage;
    const why = `counted ${isOwn ? "" : `for ${row.stage} `}on ${row.on}`;
    return [{ value: row[field]!, why, rule, on: row.on, stage: isOwn ? null : row.stage }];
  };
  const later = of(stage).find((row) => row.on > on);
  const whole = of(within).findLast((row) => row.on <= on);
  const most = [
    ...(all === null
      ? []
      : [{ value: all, why: "all of the plot", rule: "plot" as const, on: null, stage: null }]),
    ...bound(later, "later"),
    ...bound(whole, "whole"),
    ...(within === null || whole || field === "areaSqm" ? [] : [missing(within, on)]),
  ];
  const least = [
    ...bound(
      of(stage).findLast((row) => row.on < on),
      "earlier",
    ),
    // what was counted of a part from this day on, until the whole is counted anew
    ...stages
      .filter((each) => each.within === stage)
      .flatMap(({ code }) =>
        bound(
          of(code).findLast((row) => row.on < (later?.on ?? "9999")),
          "part",
        ),
      ),
  ];
  const byValue = (a: Bound, b: Bound) => a.value - b.value;
  return { most: most.sort(byValue)[0] ?? null, least: least.sort(byValue).at(-1) ?? null };
}

function missing(within: string, on: string): Bound {
  const why = `for nothing is counted for ${within} by ${on}`;
  return { value: 0, why, rule: "whole-missing", on, stage: within };
}
