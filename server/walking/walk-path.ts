import type { Measure } from "./access.ts";
import { forwardGraph } from "./graph.ts";
import { kindNumber, type WalkNetwork } from "./network.ts";
import { createHeapScratch } from "./search.ts";
import { type SnapIndex, snapPoint } from "./snap.ts";
import { type EdgeCosts, FORBIDDEN } from "./speed-model.ts";
import { edgesAtNodes, type Stretch, traceWay, type WayGround } from "./way-tracer.ts";

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

/** Makes the finder of a network; the index says onto which edges places are put. */
export function createPathFinder(snapIndex: SnapIndex): PathFinder {
  const { network } = snapIndex;
  const measure: Measure = { network, costs: drawnCosts(network), connectorCost: () => 0 };
  const ground: WayGround = {
    measure,
    graph: forwardGraph(network, measure.costs),
    meeting: edgesAtNodes(network),
    scratch: createHeapScratch(network.nodeCount),
  };
  return {
    path: ({ from, to, maxM }) => {
      const start = snapPoint(snapIndex, ...from);
      if (!start) return { found: false, why: "from" };
      const end = snapPoint(snapIndex, ...to);
      if (!end) return { found: false, why: "to" };
      const way = traceWay(ground, { from: start, to: end, limit: Math.round(maxM * CM_PER_M) });
      if (!way) return { found: false, why: "too-far" };
      const coordinates = withoutRepeats(way.passed.flatMap((stretch) => positionsOf(snapIndex, stretch)));
      return { found: true, coordinates, lengthM: way.cost / CM_PER_M };
    },
  };
}

/** Where a stretch is drawn: its ends, and the points of its edge between them; lon lat, EPSG:4326. */
export function positionsOf({ network, drawnM }: SnapIndex, { edge, from, to }: Stretch): Place[] {
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

/** Leaves out positions that are the one before; at least two are kept. */
export function withoutRepeats(places: readonly Place[]): Place[] {
  const isSame = (a: Place, b: Place) =>
    Math.abs(a[0] - b[0]) < SAME_DEGREES && Math.abs(a[1] - b[1]) < SAME_DEGREES;
  const kept = places.filter((place, index) => index === 0 || !isSame(place, places[index - 1]!));
  // two places on the street that are one still make a line
  return kept.length === 1 ? [kept[0]!, places.at(-1)!] : kept;
}
