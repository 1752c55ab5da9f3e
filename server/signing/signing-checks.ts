import type { PlotHouseholds, SigningCounts, SigningStage } from "../contract/acquisition-plots.ts";
import { conflict, invalidParameter } from "../errors.ts";
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
      const expected = `${counted} or more, which had come to ${row.stage} by ${row.on}`;
      throw invalidParameter(`households.${at}.households`, given.households, expected);
    }
    if (given.areaSqm !== null && row.areaSqm !== null && given.areaSqm < row.areaSqm) {
      const expected = `${row.areaSqm} or more, which had come to ${row.stage} by ${row.on}`;
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
  if (on > today) throw invalidParameter("on", on, `${today} or earlier`);
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
      const bounds = boundsOf(rows, { stage, on, within, field, all: all[field], stages });
      if (bounds.most && value > bounds.most.value)
        throw invalidParameter(`${path}.${field}`, value, `at most ${bounds.most.value}, ${bounds.most.why}`);
      if (bounds.least && value < bounds.least.value)
        throw invalidParameter(
          `${path}.${field}`,
          value,
          `at least ${bounds.least.value}, ${bounds.least.why}`,
        );
    }
  });
}

interface Bound {
  readonly value: number;
  readonly why: string;
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
  const parts = stages.filter((each) => each.within === stage).map(({ code }) => code);
  const told = (row: CountRow) => row[field] !== null;
  const bound = (row: CountRow | undefined, why: string): Bound[] =>
    row ? [{ value: row[field]!, why: `${why} ${row.on}` }] : [];
  const own = rows.filter((row) => row.stage === stage && told(row));
  const whole = rows.filter((row) => row.stage === within && told(row));
  const most = [
    ...(all === null ? [] : [{ value: all, why: "all of the plot" }]),
    ...bound(
      own.find((row) => row.on > on),
      "counted on",
    ),
    ...(within === null ? [] : wholeBound(whole, { within, on })),
  ];
  // a part counted from this day on, until the whole is counted anew
  const until = own.find((row) => row.on > on)?.on ?? "9999";
  const least = [
    ...bound(
      own.findLast((row) => row.on < on),
      "counted on",
    ),
    ...parts.flatMap((part) => {
      const counted = rows.filter((row) => row.stage === part && told(row) && row.on < until);
      return bound(counted.at(-1), `counted for ${part} on`);
    }),
  ];
  const byValue = (a: Bound, b: Bound) => a.value - b.value;
  return { most: most.sort(byValue)[0] ?? null, least: least.sort(byValue).at(-1) ?? null };

  function wholeBound(
    of: readonly CountRow[],
    { within: name, on: day }: { readonly within: string; readonly on: string },
  ): Bound[] {
    const latest = of.findLast((row) => row.on <= day);
    if (latest) return bound(latest, `counted for ${name} on`);
    return field === "areaSqm" ? [] : [{ value: 0, why: `for nothing is counted for ${name} by ${day}` }];
  }
}
