import { type Ends, leave, type Measure, seedsOf } from "./access.ts";
import { forwardGraph, type Graph } from "./graph.ts";
import { kindNumber, type WalkNetwork } from "./network.ts";
import { createHeapScratch, type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import { type Snap, type SnapIndex, snapPoint } from "./snap.ts";
import { type EdgeCosts, FORBIDDEN } from "./speed-model.ts";

type Place = readonly [lon: number, lat: number];

/** The way between two places; `maxM` bounds the search. Degrees, EPSG:4326; metres. */
export interface PathQuestion {
  readonly from: Place;
  readonly to: Place;
  readonly maxM: number;
}

/** Where there is no way: which of the places is not on the network, or that the way is longer than asked for. */
export type Path =
  | { readonly found: true; readonly coordinates: Place[]; readonly lengthM: number }
  | { readonly found: false; readonly why: "from" | "to" | "too-far" };

/** Finds ways over one network. */
export interface PathFinder {
  path(question: PathQuestion): Path;
}

const CABLEWAY = kindNumber("cableway");
const CM_PER_M = 100;

// both ways alike, for a line is drawn and not walked; at least 1 cm, so that a way back always gets nearer its start
function drawnCosts({ edgeCount, edgeKind, lengthM }: WalkNetwork): EdgeCosts {
  const costs = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge++) {
    costs[edge] =
      edgeKind[edge] === CABLEWAY ? FORBIDDEN : Math.max(1, Math.round(lengthM[edge]! * CM_PER_M));
  }
  return { forward: costs, reverse: costs };
}

// the edges that meet at node n: edges[start[n]] … edges[start[n + 1] - 1]
function edgesAtNodes({ nodeCount, edgeCount, edgeFrom, edgeTo }: WalkNetwork) {
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

/** An end of an edge: what it costs to get there, and where on the edge it is. */
interface EdgeEnd {
  readonly node: number;
  readonly cost: number;
  readonly fraction: 0 | 1;
}

/** A part of an edge in the direction it is drawn: fractions of its drawn length, 0 … 1. */
interface Stretch {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

/** Makes the finder of a network; the index says onto which edges places are put. */
export function createPathFinder(snapIndex: SnapIndex): PathFinder {
  const { network } = snapIndex;
  const measure: Measure = { network, costs: drawnCosts(network), connectorCost: () => 0 };
  const graph: Graph = forwardGraph(network, measure.costs);
  const meeting = edgesAtNodes(network);
  const scratch: HeapScratch = createHeapScratch(network.nodeCount);

  // back from a node to the end of the first edge it was reached from, and the edges passed since
  const wayTo = (node: number, costs: Int32Array, starts: readonly EdgeEnd[]) => {
    const passed: Stretch[] = [];
    let at = node;
    let start = starts.find((each) => each.node === at);
    while (start === undefined) {
      const edge = edgeBefore(at, costs);
      const forward = network.edgeTo[edge] === at;
      passed.push({ edge, from: forward ? 0 : 1, to: forward ? 1 : 0 });
      at = forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
      start = starts.find((each) => each.node === at);
    }
    return { start, passed: passed.reverse() };
  };
  const edgeBefore = (node: number, costs: Int32Array): number => {
    for (let at = meeting.start[node]!; at < meeting.start[node + 1]!; at++) {
      const edge = meeting.edges[at]!;
      const cost = measure.costs.forward[edge]!;
      const other = network.edgeFrom[edge] === node ? network.edgeTo[edge]! : network.edgeFrom[edge]!;
      if (cost !== FORBIDDEN && costs[other] !== UNREACHED && costs[other]! + cost === costs[node])
        return edge;
    }
    throw new Error(`No edge leads to node ${node} at its cost.`);
  };
  // on one edge the way may lie along it; else it leaves by an end of the first edge and arrives by one of the last
  const stretches = (from: Snap, to: Snap, limit: number): { passed: Stretch[]; cost: number } | null => {
    const [first, last] = [leave(measure, from), leave(measure, to)];
    const { costs } = searchHeap(graph, seedsOf([first]), limit, scratch);
    const through = endsOf(last)
      .map(({ node, cost, fraction }) => ({ node, fraction, cost: costs[node]! + cost }))
      .sort((a, b) => a.cost - b.cost)[0]!;
    if (from.edge === to.edge) {
      const cost = Math.round(measure.costs.forward[from.edge]! * Math.abs(to.fraction - from.fraction));
      if (cost <= through.cost)
        return cost > limit
          ? null
          : { cost, passed: [{ edge: from.edge, from: from.fraction, to: to.fraction }] };
    }
    if (through.cost > limit) return null;
    const starts = endsOf(first).filter(({ node, cost }) => costs[node] === cost);
    const { start, passed } = wayTo(through.node, costs, starts);
    return {
      cost: through.cost,
      passed: [
        { edge: from.edge, from: from.fraction, to: start.fraction },
        ...passed,
        { edge: to.edge, from: through.fraction, to: to.fraction },
      ],
    };
  };

  return {
    path: ({ from, to, maxM }) => {
      const start = snapPoint(snapIndex, ...from);
      if (!start) return { found: false, why: "from" };
      const end = snapPoint(snapIndex, ...to);
      if (!end) return { found: false, why: "to" };
      const way = stretches(start, end, Math.round(maxM * CM_PER_M));
      if (!way) return { found: false, why: "too-far" };
      const coordinates = withoutRepeats(way.passed.flatMap((stretch) => positionsOf(snapIndex, stretch)));
      return { found: true, coordinates, lengthM: way.cost / CM_PER_M };
    },
  };
}

const endsOf = ({ fromNode, fromCost, toNode, toCost }: Ends): EdgeEnd[] => [
  { node: fromNode, cost: fromCost, fraction: 0 },
  { node: toNode, cost: toCost, fraction: 1 },
];

// where a stretch is drawn: its ends, and the points of its edge between them
function positionsOf({ network, drawnM }: SnapIndex, { edge, from, to }: Stretch): Place[] {
  const first = network.geometryStart[edge]!;
  const last = network.geometryStart[edge + 1]! - 1;
  const totalM = drawnM[last]!;
  const [low, high] = [Math.min(from, to) * totalM, Math.max(from, to) * totalM];
  const positionAt = (alongM: number): Place => {
    let point = first;
    while (point < last - 1 && drawnM[point + 1]! < alongM) point++;
    const stepM = drawnM[point + 1]! - drawnM[point]!;
    const share = stepM === 0 ? 0 : (alongM - drawnM[point]!) / stepM;
    const [lon, lat] = pointOf(network, point);
    const [nextLon, nextLat] = pointOf(network, point + 1);
    return [lon + share * (nextLon - lon), lat + share * (nextLat - lat)];
  };
  const between: Place[] = [];
  for (let point = first; point <= last; point++) {
    if (drawnM[point]! > low && drawnM[point]! < high) between.push(pointOf(network, point));
  }
  const drawn = [positionAt(low), ...between, positionAt(high)];
  return from <= to ? drawn : drawn.reverse();
}

const pointOf = ({ coordinates }: WalkNetwork, point: number): Place => [
  coordinates[2 * point]!,
  coordinates[2 * point + 1]!,
];

/** Half the last of the decimals a drawn corner has: nearer than that two places are one. */
const SAME_DEGREES = 5e-7;

function withoutRepeats(places: readonly Place[]): Place[] {
  const isSame = (a: Place, b: Place) =>
    Math.abs(a[0] - b[0]) < SAME_DEGREES && Math.abs(a[1] - b[1]) < SAME_DEGREES;
  const kept = places.filter((place, index) => index === 0 || !isSame(place, places[index - 1]!));
  // two places on the street that are one still make a line
  return kept.length === 1 ? [kept[0]!, places.at(-1)!] : kept;
}
