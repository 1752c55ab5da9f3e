import { along, arrive, type Ends, leave, type Measure, seedsOf } from "./access.ts";
import type { Graph } from "./graph.ts";
import type { WalkNetwork } from "./network.ts";
import { type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { FORBIDDEN } from "./speed-model.ts";

/** A part of an edge in the direction it is gone along: fractions of its drawn length, 0 … 1. */
export interface Stretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** The cheapest way between two places: its stretches in order, and its cost, both connectors included. */
export interface Way {
  readonly passed: readonly Stretch[];
  readonly cost: number;
}

/** What a way is looked for over; the graph is the forward graph of the measure's costs, of which none is 0. */
export interface WayGround {
  readonly measure: Measure;
  readonly graph: Graph;
  readonly meeting: MeetingEdges;
  readonly scratch: HeapScratch;
}

/** The edges that meet at node n: edges[start[n]] … edges[start[n + 1] - 1]. */
export interface MeetingEdges {
  readonly start: Int32Array;
  readonly edges: Int32Array;
}

/** Finds which edges meet at each node. */
export function edgesAtNodes({ nodeCount, edgeCount, edgeFrom, edgeTo }: WalkNetwork): MeetingEdges {
  const start = new Int32Array(nodeCount + 1);
  for (let edge = 0; edge < edgeCount; edge++) {
    start[edgeFrom[edge]! + 1]!++;
    start[edgeTo[edge]! + 1]!++;
  }
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const edges = new Int32Array(2 * edgeCount);
  const next = start.slice(0, nodeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    edges[next[edgeFrom[edge]!]!++] = edge;
    edges[next[edgeTo[edge]!]!++] = edge;
  }
  return { start, edges };
}

/** An end of an edge: what it costs between it and the place, and where on the edge it is. */
interface EdgeEnd {
  readonly node: number;
  readonly cost: number;
  readonly fraction: 0 | 1;
}

const endsOf = ({ fromNode, fromCost, toNode, toCost }: Ends): EdgeEnd[] =>
  [
    { node: fromNode, cost: fromCost, fraction: 0 as const },
    { node: toNode, cost: toCost, fraction: 1 as const },
  ].filter(({ cost }) => cost !== FORBIDDEN);

/** The edge by which a search came to a node, and whether along it or against it; null where a seed is as cheap. */
export function edgeBefore(
  { measure, meeting }: Pick<WayGround, "measure" | "meeting">,
  node: number,
  costs: Int32Array,
): { readonly edge: number; readonly forward: boolean } | null {
  const { network } = measure;
  for (let at = meeting.start[node]!; at < meeting.start[node + 1]!; at++) {
    const edge = meeting.edges[at]!;
    const forward = network.edgeTo[edge] === node;
    const cost = forward ? measure.costs.forward[edge]! : measure.costs.reverse[edge]!;
    const other = forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
    if (cost !== FORBIDDEN && costs[other] !== UNREACHED && costs[other]! + cost === costs[node])
      return { edge, forward };
  }
  return null;
}

// back from a node to the end of the first edge it was reached from, and the edges passed since
function wayTo(ground: WayGround, node: number, costs: Int32Array, starts: readonly EdgeEnd[]) {
  const { network } = ground.measure;
  const passed: Stretch[] = [];
  let at = node;
  let start = starts.find((each) => each.node === at);
  while (start === undefined) {
    const before = edgeBefore(ground, at, costs);
    if (!before) throw new Error(`No edge leads to node ${at} at its cost.`);
    const { edge, forward } = before;
    passed.push({ edge, from: forward ? 0 : 1, to: forward ? 1 : 0 });
    at = forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
    start = starts.find((each) => each.node === at);
  }
  return { start, passed: passed.reverse() };
}

/**
 * The cheapest way from one place on the network to another, in the unit of the measure; null where there is none within
 * the limit (inclusive). On one edge it may lie along it; else it leaves by an end of the first edge and arrives by one
 * of the last.
 */
export function traceWay(
  ground: WayGround,
  { from, to, limit }: { readonly from: Snap; readonly to: Snap; readonly limit: number },
): Way | null {
  const { measure, graph, scratch } = ground;
  const first = leave(measure, from);
  const { costs } = searchHeap(graph, seedsOf([first]), limit, scratch);
  const through = endsOf(arrive(measure, to))
    .map(({ node, cost, fraction }) => ({ node, fraction, cost: costs[node]! + cost }))
    .sort((a, b) => a.cost - b.cost)[0];
  if (from.edge === to.edge) {
    const cost = along(measure, from, to);
    if (cost !== FORBIDDEN && cost <= Math.min(limit, through?.cost ?? limit))
      return { cost, passed: [{ edge: from.edge, from: from.fraction, to: to.fraction }] };
  }
  if (!through || through.cost > limit) return null;
  const starts = endsOf(first).filter(({ node, cost }) => costs[node] === cost);
  const { start, passed } = wayTo(ground, through.node, costs, starts);
  return {
    cost: through.cost,
    passed: [
      { edge: from.edge, from: from.fraction, to: start.fraction },
      ...passed,
      { edge: to.edge, from: through.fraction, to: to.fraction },
    ],
  };
}
