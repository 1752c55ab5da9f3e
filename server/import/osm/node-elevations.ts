import type { NodePlaces } from "./node-places.ts";
import { type GraphEdge, placeOfKey } from "./walk-graph.ts";

/** Height of the ground at a place (EPSG:4326) in metres; null where no model tells it. */
export type GroundElevation = (lon: number, lat: number) => number | null;

/** Heights of graph nodes by key, metres; a node that is absent has none. */
export interface NodeElevations {
  /** Nodes on the ground, from the elevation model. */
  readonly ground: ReadonlyMap<number, number>;
  /** Nodes on bridges and in tunnels only, interpolated between the ends. */
  readonly span: ReadonlyMap<number, number>;
}

const ON_GROUND = new Set(["road", "path", "crossing"]);
const SPANS = new Set(["bridge", "tunnel"]);
const ENOUGH_M = 1e-4;
const SWEEPS_MAX = 20_000;

/**
 * Heights of the nodes of a network. A node where a street or a path arrives lies on the ground; one that only bridges
 * and tunnels reach (and stairs or lifts from them) lies between their ends: along a chain of spans heights change evenly
 * with length, and where spans branch, so that every node is the mean of its neighbours weighted by 1 ÷ length.
 */
export function nodeElevations(
  edges: readonly GraphEdge[],
  places: NodePlaces,
  elevationOf: GroundElevation,
): NodeElevations {
  const ground = new Map<number, number>();
  const onGround = new Set<number>();
  for (const { line, from, to } of edges) {
    if (!ON_GROUND.has(line.kind) || line.indoor) continue;
    for (const key of [from, to]) {
      if (onGround.has(key)) continue;
      onGround.add(key);
      const place = placeOfKey(key);
      const elevationM = elevationOf(places.lonOf(place), places.latOf(place));
      if (elevationM !== null) ground.set(key, elevationM);
    }
  }
  return { ground, span: spanElevations(edges, onGround, ground) };
}

interface Neighbour {
  readonly key: number;
  readonly weight: number;
}

function spanElevations(
  edges: readonly GraphEdge[],
  onGround: ReadonlySet<number>,
  ground: ReadonlyMap<number, number>,
): Map<number, number> {
  const neighbours = new Map<number, Neighbour[]>();
  const join = (key: number, other: number, lengthM: number) => {
    if (onGround.has(key)) return;
    const list = neighbours.get(key) ?? [];
    list.push({ key: other, weight: 1 / Math.max(lengthM, 0.01) });
    neighbours.set(key, list);
  };
  for (const { line, from, to, lengthM } of edges) {
    if (!SPANS.has(line.kind)) continue;
    join(from, to, lengthM);
    join(to, from, lengthM);
  }
  const span = new Map<number, number>();
  for (const group of connectedGroups(neighbours)) relax(group, neighbours, ground, span);
  return span;
}

// nodes on spans that hang together without touching the ground
function connectedGroups(neighbours: ReadonlyMap<number, readonly Neighbour[]>): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (const start of neighbours.keys()) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (const key of group) {
      for (const { key: next } of neighbours.get(key)!) {
        if (seen.has(next) || !neighbours.has(next)) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

function relax(
  group: readonly number[],
  neighbours: ReadonlyMap<number, readonly Neighbour[]>,
  ground: ReadonlyMap<number, number>,
  span: Map<number, number>,
): void {
  const ends = group.flatMap((key) => neighbours.get(key)!.flatMap((next) => ground.get(next.key) ?? []));
  // spans with no end on known ground stay unknown
  if (ends.length === 0) return;
  const mean = ends.reduce((sum, elevationM) => sum + elevationM, 0) / ends.length;
  for (const key of group) span.set(key, mean);
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let moved = 0;
    for (const key of group) {
      const elevationM = meanOf(neighbours.get(key)!, (next) => ground.get(next) ?? span.get(next));
      moved = Math.max(moved, Math.abs(elevationM - span.get(key)!));
      span.set(key, elevationM);
    }
    if (moved < ENOUGH_M / group.length) return;
  }
}

function meanOf(neighbours: readonly Neighbour[], elevationOf: (key: number) => number | undefined): number {
  let sum = 0;
  let weights = 0;
  for (const { key, weight } of neighbours) {
    const elevationM = elevationOf(key);
    if (elevationM === undefined) continue;
    sum += weight * elevationM;
    weights += weight;
  }
  return sum / weights;
}
