import { type BankLines, bankReached } from "./bank-lines.ts";
import { EDGE_KINDS, type WalkNetwork } from "./network.ts";
import { type Snap, type SnapIndex, segmentEnds } from "./snap.ts";

/** Kinds that pass over or under a bank without being on it. */
const NOT_ON_GROUND = new Set<string>(["bridge", "tunnel", "cableway"]);

/** Whether an edge lies on the ground, so that it may be a way along or down to a bank. */
export function isOnGround(network: WalkNetwork, edge: number): boolean {
  return !NOT_ON_GROUND.has(EDGE_KINDS[network.edgeKind[edge]!]!);
}

/** A place where the walking network is at a bank. */
export interface BankEntry {
  readonly snap: Snap;
  readonly bank: number;
  readonly lon: number;
  readonly lat: number;
}

/** Where the walking network is at a bank. */
export interface BankAccess {
  /** Every place where a walk to a bank may end. */
  readonly entries: readonly BankEntry[];
  /** The places where a way leads down from land: one for a node, whatever the edges that leave it. */
  readonly points: readonly Omit<BankEntry, "snap">[];
}

/**
 * Where one gets to a bank on foot: the nodes at most `accessM` (inclusive) from it across no water that an edge on the
 * ground ends in, and, of edges both ends of which are farther, the place nearest to it. An access point is such a node
 * with an edge to a node that is none, or such a place. Bridges, tunnels and cableways pass by.
 */
export function findBankAccess(index: SnapIndex, lines: BankLines, accessM: number): BankAccess {
  const { network, water } = index;
  const atNode = new Map<number, ReturnType<typeof bankReached>>();
  const bankOfNode = (node: number) => {
    const known = atNode.get(node);
    if (known !== undefined) return known;
    const found = bankReached(lines, nodePlace(index, node), { withinM: accessM, water });
    atNode.set(node, found);
    return found;
  };
  const entries: BankEntry[] = [];
  const points = new Map<string, Omit<BankEntry, "snap">>();
  for (const edge of edgesNear(index, lines, accessM)) {
    const [from, to] = [network.edgeFrom[edge]!, network.edgeTo[edge]!];
    const ends = [
      { node: from, fraction: 0, at: bankOfNode(from) },
      { node: to, fraction: 1, at: bankOfNode(to) },
    ].filter(({ at }) => at !== null);
    for (const { node, fraction, at } of ends) {
      const place = { bank: at!.bank, lon: network.nodeLon[node]!, lat: network.nodeLat[node]! };
      entries.push({ snap: { edge, fraction, connectorM: at!.distanceM }, ...place });
      if (ends.length === 1) points.set(`node ${node}`, place);
    }
    const passing = ends.length === 0 ? nearestOnEdge(index, lines, { edge, accessM }) : null;
    if (!passing) continue;
    entries.push(passing);
    points.set(`edge ${edge}`, { bank: passing.bank, lon: passing.lon, lat: passing.lat });
  }
  return { entries, points: [...points.values()] };
}

const nodePlace = ({ network, projection }: SnapIndex, node: number) => ({
  x: network.nodeLon[node]! * projection.metresPerLonDegree,
  y: network.nodeLat[node]! * projection.metresPerLatDegree,
});

/** The edges on the ground whose box lies within `withinM` of the box of some part of a bank, in their order. */
export function edgesNear({ network, points }: SnapIndex, lines: BankLines, withinM: number): number[] {
  const { index } = lines;
  if (!index) return [];
  const near: number[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (!isOnGround(network, edge)) continue;
    const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
    for (let point = network.geometryStart[edge]!; point < network.geometryStart[edge + 1]!; point++) {
      box.west = Math.min(box.west, points[2 * point]! - withinM);
      box.south = Math.min(box.south, points[2 * point + 1]! - withinM);
      box.east = Math.max(box.east, points[2 * point]! + withinM);
      box.north = Math.max(box.north, points[2 * point + 1]! + withinM);
    }
    if (index.search(box.west, box.south, box.east, box.north).length > 0) near.push(edge);
  }
  return near;
}

const STEP_M = 1;

// the place of an edge nearest to a bank, looked for every metre of it
function nearestOnEdge(
  index: SnapIndex,
  lines: BankLines,
  { edge, accessM }: { readonly edge: number; readonly accessM: number },
): BankEntry | null {
  const { network, points, drawnM, projection, water } = index;
  const last = network.geometryStart[edge + 1]! - 1;
  let best: BankEntry | null = null;
  for (let point = network.geometryStart[edge]!; point < last; point++) {
    const [x1, y1, x2, y2] = segmentEnds(points, point);
    const lengthM = Math.hypot(x2 - x1, y2 - y1);
    const steps = Math.max(1, Math.ceil(lengthM / STEP_M));
    for (let step = 0; step <= steps; step++) {
      const along = step / steps;
      const at = { x: x1 + along * (x2 - x1), y: y1 + along * (y2 - y1) };
      const reached = bankReached(lines, at, { withinM: accessM, water });
      if (!reached || reached.distanceM >= (best?.snap.connectorM ?? Number.POSITIVE_INFINITY)) continue;
      const fraction = drawnM[last]! > 0 ? (drawnM[point]! + along * lengthM) / drawnM[last]! : 0;
      best = {
        snap: { edge, fraction, connectorM: reached.distanceM },
        bank: reached.bank,
        lon: at.x / projection.metresPerLonDegree,
        lat: at.y / projection.metresPerLatDegree,
      };
    }
  }
  return best;
}
