import type { GraphEdge } from "./walk-graph.ts";

/** How stairs tire, rows of walking-parameter. */
export interface FatigueParameters {
  readonly freeRiseM: number;
  readonly riseStepM: number;
  readonly perStep: number;
  readonly max: number;
  /** A level at most so short between two flights is no rest: the run goes on. */
  readonly landingM: number;
}

/**
 * The fatigue factor of every stairs edge, by edge index: that of its whole run (stairs joined directly or by landings),
 * 1 + perStep · max(0, (rise of the run − freeRise) ÷ riseStep), at most max. The rise of a run is between its lowest and
 * its highest node, so that two flights side by side count once; flights of unknown rise add nothing.
 */
export function stairFatigue(
  edges: readonly GraphEdge[],
  climbsM: readonly (number | null)[],
  parameters: FatigueParameters,
): Map<number, number> {
  const runs = joinRuns(edges, climbsM, parameters.landingM);
  const fatigue = new Map<number, number>();
  const started = new Set<number>();
  for (const start of runs.keys()) {
    if (started.has(start)) continue;
    const { riseM, stairs } = followRun(start, runs, started);
    const { freeRiseM, riseStepM, perStep, max } = parameters;
    const factor = Math.min(max, 1 + perStep * Math.max(0, (riseM - freeRiseM) / riseStepM));
    for (const edge of stairs) fatigue.set(edge, factor);
  }
  return fatigue;
}

interface Flight {
  readonly to: number;
  readonly climbM: number;
  /** The stairs edge, or null for a landing. */
  readonly stairs: number | null;
}

function joinRuns(
  edges: readonly GraphEdge[],
  climbsM: readonly (number | null)[],
  landingM: number,
): Map<number, Flight[]> {
  const runs = new Map<number, Flight[]>();
  const add = (from: number, flight: Flight) => runs.set(from, [...(runs.get(from) ?? []), flight]);
  const stairsEnds = new Set(
    edges.filter(({ line }) => line.kind === "stairs").flatMap(({ from, to }) => [from, to]),
  );
  for (const [index, { line, from, to, lengthM }] of edges.entries()) {
    const isStairs = line.kind === "stairs";
    const isLanding =
      line.kind === "path" && lengthM <= landingM && stairsEnds.has(from) && stairsEnds.has(to);
    if (!isStairs && !isLanding) continue;
    const climbM = climbsM[index] ?? 0;
    add(from, { to, climbM, stairs: isStairs ? index : null });
    add(to, { to: from, climbM: -climbM, stairs: isStairs ? index : null });
  }
  return runs;
}

function followRun(start: number, runs: ReadonlyMap<number, readonly Flight[]>, started: Set<number>) {
  const heights = new Map([[start, 0]]);
  const stairs = new Set<number>();
  started.add(start);
  for (const [node, heightM] of heights) {
    for (const flight of runs.get(node)!) {
      if (flight.stairs !== null) stairs.add(flight.stairs);
      if (heights.has(flight.to)) continue;
      heights.set(flight.to, heightM + flight.climbM);
      started.add(flight.to);
    }
  }
  const all = [...heights.values()];
  const riseM = all.reduce((a, b) => Math.max(a, b)) - all.reduce((a, b) => Math.min(a, b));
  return { riseM, stairs };
}
