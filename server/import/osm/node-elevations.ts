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
 * Heights of the nodes of a network. A node where a street or a path arrives lies on the ground, unless a bridge or a
 * tunnel goes on through it: then it is the street that meets the deck. A node on the deck, like one that only bridges and
 * tunnels reach (and stairs or lifts from them), lies between their ends: along a chain of spans heights change evenly with
 * length, and where spans branch, so that every node is the mean of its neighbours weighted by 1 ÷ length.
 */
export function nodeElevations(
  edges: readonly GraphEdge[],
  places: NodePlaces,
  elevationOf: GroundElevation,
): NodeElevations {
  const onDeck = decks(edges);
  const streets = nodesOfStreets(edges);
  const modelled = (isModelled: (key: number) => boolean) =>
    new Map(
      streets.filter(isModelled).flatMap((key) => {
        const place = placeOfKey(key);
        const elevationM = elevationOf(places.lonOf(place), places.latOf(place));
        return elevationM === null ? [] : [[key, elevationM] as const];
      }),
    );
  const onGround = new Set(streets.filter((key) => !onDeck.has(key)));
  const ground = modelled((key) => onGround.has(key));
  const met = modelled((key) => onDeck.has(key));
  return { ground, span: spanElevations(edges, onGround, { ground, met }) };
}

function nodesOfStreets(edges: readonly GraphEdge[]): number[] {
  const streets = edges.filter(({ line }) => ON_GROUND.has(line.kind) && !line.indoor);
  return [...new Set(streets.flatMap(({ from, to }) => [from, to]))];
}

// nodes through which a span goes on: two parts of one line, or two spans of one kind and layer
function decks(edges: readonly GraphEdge[]): Set<number> {
  const seen = new Map<number, Set<string>>();
  const goneThrough = new Set<number>();
  for (const { line, from, to } of edges) {
    if (!SPANS.has(line.kind)) continue;
    const span = `${line.kind} ${line.layer}`;
    for (const key of [from, to]) {
      const spans = seen.get(key) ?? new Set();
      if (spans.has(span)) goneThrough.add(key);
      seen.set(key, spans.add(span));
    }
  }
  return goneThrough;
}

interface Neighbour {
  readonly key: number;
  readonly weight: number;
}

/** Heights of the model: of nodes on the ground, and below the nodes of decks where streets meet them. */
interface Modelled {
  readonly ground: ReadonlyMap<number, number>;
  readonly met: ReadonlyMap<number, number>;
}

function spanElevations(
  edges: readonly GraphEdge[],
  onGround: ReadonlySet<number>,
  { ground, met }: Modelled,
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
  for (const group of connectedGroups(neighbours)) {
    const comesDown = group.some((key) => neighbours.get(key)!.some((next) => ground.has(next.key)));
    // a deck that nowhere comes down is as high as the streets that meet it
    relax(group, { neighbours, known: comesDown ? ground : met }, span);
  }
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

interface Surroundings {
  readonly neighbours: ReadonlyMap<number, readonly Neighbour[]>;
  readonly known: ReadonlyMap<number, number>;
}

function relax(
  group: readonly number[],
  { neighbours, known }: Surroundings,
  span: Map<number, number>,
): void {
  const ends = group.flatMap((key) => [key, ...neighbours.get(key)!.map((next) => next.key)]);
  const heights = ends.flatMap((key) => known.get(key) ?? []);
  // spans with no end on known ground stay unknown
  if (heights.length === 0) return;
  const mean = heights.reduce((sum, elevationM) => sum + elevationM, 0) / heights.length;
  for (const key of group) span.set(key, known.get(key) ?? mean);
  const free = group.filter((key) => !known.has(key));
  for (let sweep = 0; sweep < SWEEPS_MAX; sweep++) {
    let moved = 0;
    for (const key of free) {
      const elevationM = meanOf(neighbours.get(key)!, (next) => known.get(next) ?? span.get(next));
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
