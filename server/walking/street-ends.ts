import { forwardGraph, type Graph } from "./graph.ts";
import { kindNumber, type WalkNetwork } from "./network.ts";
import { createHeapScratch, type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import type { EdgeCosts } from "./speed-model.ts";
import { indexStreets, type StreetSegments } from "./street-segments.ts";
import type { Rings } from "./water-barrier.ts";
import { buildWaterBarrier, crossesWater, type WaterBarrier } from "./water-barrier.ts";

/** Where streets end that lead nowhere on, and what lies across the gap. */
export interface EndsQuestion {
  readonly streets: "ends";
  /** The edges that count as streets; null = all of the walking network. */
  readonly edges: Int32Array | null;
  /** The nodes looked at. */
  readonly nodes: Int32Array;
  /** Greatest straight gap to another street, inclusive. */
  readonly gapM: number;
  /** How far the way round is followed; beyond it there is none. */
  readonly searchM: number;
}

/** One end; `across` is the street within the gap to which the way round is longest, null where there is none. */
export interface StreetEnd {
  readonly node: number;
  readonly lon: number;
  readonly lat: number;
  /** The last edge of the branch, and the length of the branch back to the first junction. */
  readonly edge: number;
  readonly branchM: number;
  readonly across: {
    readonly edge: number;
    /** The end of that edge that is nearer. */
    readonly node: number;
    readonly lon: number;
    readonly lat: number;
    readonly gapM: number;
    /** Along the network to there; null where there is no way within the search. */
    readonly wayM: number | null;
  } | null;
}

const CABLEWAY = kindNumber("cableway");
const CM_PER_M = 100;
/** Kinds nobody joins a street to from the side: they lie on another level, or are no ground. */
const NOT_JOINED = new Set((["bridge", "tunnel", "lift", "escalator", "cableway"] as const).map(kindNumber));

// both ways alike and lifts at their length of 0: what is asked is whether streets hang together
function streetCosts({ edgeCount, edgeKind, lengthM }: WalkNetwork, marks: Uint8Array): EdgeCosts {
  const costs = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    const isStreet = marks[edge] === 1 && edgeKind[edge] !== CABLEWAY;
    costs[edge] = isStreet ? Math.round(lengthM[edge]! * CM_PER_M) : -1;
  }
  return { forward: costs, reverse: costs };
}

interface Ground {
  readonly network: WalkNetwork;
  readonly meeting: ReadonlyMap<number, readonly number[]>;
  readonly segments: StreetSegments;
  readonly water: WaterBarrier;
  readonly graph: Graph;
  readonly scratch: HeapScratch;
}

/** The edges that are streets as marks: 1 for each in the list, for all where there is no list. */
export function marksOf(edgeCount: number, edges: Int32Array | null): Uint8Array {
  const marks = new Uint8Array(edgeCount);
  if (edges === null) return marks.fill(1);
  for (const edge of edges) marks[edge] = 1;
  return marks;
}

function edgesByNode(network: WalkNetwork, marks: Uint8Array): Map<number, number[]> {
  const meeting = new Map<number, number[]>();
  for (let edge = 0; edge < network.edgeCount; edge++) {
    const [from, to] = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
    if (marks[edge] !== 1 || from === to) continue;
    for (const node of [from, to]) {
      const edges = meeting.get(node);
      if (edges) edges.push(edge);
      else meeting.set(node, [edge]);
    }
  }
  return meeting;
}

/** Finds the dead ends among some nodes: where all edges lead to one other node. Gaps across water are none. */
export type EndFinder = (question: Omit<EndsQuestion, "streets">) => StreetEnd[];

/** Makes the finder of a network. It keeps what it found: ends depend on what counts as a street, not on who asks where. */
export function createEndFinder(network: WalkNetwork, water: readonly Rings[]): EndFinder {
  const grounds = new Map<string, Ground>();
  const found = new Map<string, Map<number, StreetEnd | null>>();
  return ({ edges, nodes, gapM, searchM }) => {
    const streets = edges === null ? "all" : edges.join();
    const ground = grounds.get(streets) ?? groundOf(network, water, edges);
    grounds.set(streets, ground);
    const rules = `${gapM} ${searchM} ${streets}`;
    const known = found.get(rules) ?? new Map<number, StreetEnd | null>();
    found.set(rules, known);
    return [...nodes].flatMap((node) => {
      const seen = known.get(node);
      const end = seen === undefined ? endAt(ground, { node, gapM, searchM }) : seen;
      known.set(node, end);
      return end ?? [];
    });
  };
}

function groundOf(network: WalkNetwork, water: readonly Rings[], edges: Int32Array | null): Ground {
  const marks = marksOf(network.edgeCount, edges);
  const segments = indexStreets(network, marks);
  return {
    network,
    segments,
    meeting: edgesByNode(network, marks),
    water: buildWaterBarrier(water, segments.projection),
    graph: forwardGraph(network, streetCosts(network, marks)),
    scratch: createHeapScratch(network.nodeCount),
  };
}

function endAt(ground: Ground, { node, ...limits }: Omit<Looking, "branch">): StreetEnd | null {
  const { network } = ground;
  if (neighboursOf(ground, node).size !== 1) return null;
  const branch = branchFrom(ground, node);
  return {
    node,
    lon: network.nodeLon[node]!,
    lat: network.nodeLat[node]!,
    edge: branch.edges[0]!,
    branchM: branch.lengthM,
    across: acrossFrom(ground, { node, branch: new Set(branch.edges), ...limits }),
  };
}

const otherEnd = ({ edgeFrom, edgeTo }: WalkNetwork, edge: number, node: number) =>
  edgeFrom[edge] === node ? edgeTo[edge]! : edgeFrom[edge]!;

const neighboursOf = ({ network, meeting }: Ground, node: number) =>
  new Set((meeting.get(node) ?? []).map((edge) => otherEnd(network, edge, node)));

// back from an end through nodes where nothing branches off; of parallel edges the longest, so that a lift is not taken
function branchFrom(ground: Ground, end: number): { edges: number[]; lengthM: number } {
  const { network, meeting } = ground;
  const edges: number[] = [];
  let lengthM = 0;
  let [before, node] = [-1, end];
  for (;;) {
    const onwards = (meeting.get(node) ?? []).filter((edge) => otherEnd(network, edge, node) !== before);
    const [longest] = onwards.toSorted((a, b) => network.lengthM[b]! - network.lengthM[a]!);
    if (longest === undefined) return { edges, lengthM };
    edges.push(longest, ...onwards.filter((edge) => edge !== longest));
    lengthM += network.lengthM[longest]!;
    [before, node] = [node, otherEnd(network, longest, node)];
    if (node === end || neighboursOf(ground, node).size !== 2) return { edges, lengthM };
  }
}

interface Looking {
  readonly node: number;
  readonly branch: ReadonlySet<number>;
  readonly gapM: number;
  readonly searchM: number;
}

function acrossFrom(ground: Ground, { node, branch, gapM, searchM }: Looking): StreetEnd["across"] {
  const { network, segments, water, graph, scratch } = ground;
  const { metresPerLonDegree, metresPerLatDegree } = segments.projection;
  const [lon, lat] = [network.nodeLon[node]!, network.nodeLat[node]!];
  const near = [...segments.near(node, gapM)].filter(
    ([edge, place]) =>
      !branch.has(edge) &&
      !NOT_JOINED.has(network.edgeKind[edge]!) &&
      !crossesWater(water, {
        x1: lon * metresPerLonDegree,
        y1: lat * metresPerLatDegree,
        x2: place.lon * metresPerLonDegree,
        y2: place.lat * metresPerLatDegree,
      }),
  );
  if (near.length === 0) return null;
  const { costs } = searchHeap(graph, { nodes: [node], costs: [0] }, searchM * CM_PER_M, scratch);
  const reachedM = (at: number) =>
    costs[at]! >= UNREACHED ? Number.POSITIVE_INFINITY : costs[at]! / CM_PER_M;
  const [best] = near
    .map(([edge, place]) => {
      const nearer = place.toEnd ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
      const wayM = Math.min(reachedM(network.edgeFrom[edge]!), reachedM(network.edgeTo[edge]!));
      return { edge, node: nearer, lon: place.lon, lat: place.lat, gapM: place.distanceM, wayM };
    })
    // what saves most first, no way at all before any; of two that save alike the nearer
    .sort((a, b) => compare(b.wayM - b.gapM, a.wayM - a.gapM) || a.gapM - b.gapM);
  return { ...best!, wayM: Number.isFinite(best!.wayM) ? best!.wayM : null };
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);
