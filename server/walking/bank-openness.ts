import Flatbush from "flatbush";
import { edgesNear } from "./bank-access.ts";
import { type BankLines, banksNear, isDryLine, partEnds } from "./bank-lines.ts";
import { nearestFraction } from "./projection.ts";
import { type SnapIndex, segmentEnds } from "./snap.ts";

/** How much of a bank can be walked along, metres. */
export interface BankOpenness {
  readonly lengthM: number;
  /** Of it with a way on the ground near by. */
  readonly openM: number;
  /** Of it along a way that keeps near the banks for at least the run asked for, on whichever banks. */
  readonly continuousM: number;
  /** The longest part of this bank along one such way, whatever its run. */
  readonly longestM: number;
}

interface OpennessLimits {
  /** A way so far from the bank, inclusive, runs along it. */
  readonly openM: number;
  /** A way along the banks for so long, inclusive, is continuous. */
  readonly runM: number;
}

/** A bank is judged at the middle of every so many metres, so that sums are right to about that much. */
const STEP_M = 5;

/**
 * How much of each bank is open and how much continuous: a place of it is open where a way on the ground is at most `openM`
 * away across no water; ways that meet within that strip are one way, and its run is all the bank it makes open.
 */
export function measureOpenness(
  index: SnapIndex,
  lines: BankLines,
  { openM, runM }: OpennessLimits,
): BankOpenness[] {
  const strip = cutStrip(index, lines, openM);
  const places = placesOf(lines);
  const waysAt = places.map((place) => waysNear(index, strip, { ...place, openM }));
  const runOf = new Map<number, number>();
  places.forEach(({ lengthM }, at) => {
    for (const way of waysAt[at]!) runOf.set(way, (runOf.get(way) ?? 0) + lengthM);
  });
  const sums = Array.from({ length: lines.banks }, () => ({
    ...{ lengthM: 0, openM: 0, continuousM: 0 },
    ofWay: new Map<number, number>(),
  }));
  places.forEach(({ bank, lengthM }, at) => {
    const sum = sums[bank]!;
    const ways = waysAt[at]!;
    sum.lengthM += lengthM;
    if (ways.length > 0) sum.openM += lengthM;
    // a run is a sum of parts and rounded as such
    if (ways.some((way) => runOf.get(way)! >= runM - 1e-6)) sum.continuousM += lengthM;
    for (const way of ways) sum.ofWay.set(way, (sum.ofWay.get(way) ?? 0) + lengthM);
  });
  return sums.map(({ ofWay, ...sum }) => ({ ...sum, longestM: Math.max(0, ...ofWay.values()) }));
}

interface Place {
  readonly bank: number;
  readonly x: number;
  readonly y: number;
  readonly lengthM: number;
}

function placesOf(lines: BankLines): Place[] {
  return [...lines.bankOf].flatMap((bank, part) => {
    const [x1, y1, x2, y2] = partEnds(lines, part);
    const lengthM = Math.hypot(x2 - x1, y2 - y1);
    const count = Math.ceil(lengthM / STEP_M);
    return Array.from({ length: count }, (_, step) => {
      const along = (step + 0.5) / count;
      return { bank, x: x1 + along * (x2 - x1), y: y1 + along * (y2 - y1), lengthM: lengthM / count };
    });
  });
}

/** The straight pieces of ways that come near a bank; `way` names what is connected within the strip. */
interface Strip {
  readonly pieces: readonly number[];
  readonly wayOf: (position: number) => number;
  readonly index: Flatbush | null;
}

function cutStrip(snapIndex: SnapIndex, lines: BankLines, openM: number): Strip {
  const { network, points } = snapIndex;
  // ends of edges are known by their node, points between by their own number beyond the nodes
  const parent = new Map<number, number>();
  const rootOf = (member: number): number => {
    let root = member;
    while ((parent.get(root) ?? root) !== root) root = parent.get(root)!;
    parent.set(member, root);
    return root;
  };
  const isNear = (point: number) =>
    banksNear(lines, points[2 * point]!, points[2 * point + 1]!, openM).length > 0;
  const pieces: number[] = [];
  for (const edge of edgesNear(snapIndex, lines, openM)) {
    const [first, last] = [network.geometryStart[edge]!, network.geometryStart[edge + 1]! - 1];
    const memberOf = (point: number) => {
      if (point === first) return network.edgeFrom[edge]!;
      return point === last ? network.edgeTo[edge]! : network.nodeCount + point;
    };
    const pieceOf = (point: number) => network.nodeCount + points.length + point;
    for (let point = first; point < last; point++) {
      pieces.push(point);
      for (const end of [point, point + 1]) {
        // where the way leaves the strip it is cut
        if (isNear(end)) parent.set(rootOf(memberOf(end)), rootOf(pieceOf(point)));
      }
    }
  }
  return {
    pieces,
    wayOf: (position) => rootOf(network.nodeCount + points.length + pieces[position]!),
    index: indexPieces(points, pieces),
  };
}

function indexPieces(points: Float64Array, pieces: readonly number[]): Flatbush | null {
  if (pieces.length === 0) return null;
  const index = new Flatbush(pieces.length);
  for (const piece of pieces) {
    const [x1, y1, x2, y2] = segmentEnds(points, piece);
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  return index;
}

// the ways within reach of a place of a bank, each once
function waysNear(
  { points, water }: SnapIndex,
  { pieces, wayOf, index }: Strip,
  { x, y, openM }: Place & { readonly openM: number },
): number[] {
  const found = index?.search(x - openM, y - openM, x + openM, y + openM) ?? [];
  const ways = new Set<number>();
  for (const position of found) {
    const way = wayOf(position);
    if (ways.has(way)) continue;
    const ends = segmentEnds(points, pieces[position]!);
    const along = nearestFraction({ x, y }, ends);
    const at = { x: ends[0] + along * (ends[2] - ends[0]), y: ends[1] + along * (ends[3] - ends[1]) };
    if (Math.hypot(at.x - x, at.y - y) <= openM && isDryLine(water, { x, y }, at)) ways.add(way);
  }
  return [...ways];
}
