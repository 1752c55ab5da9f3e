import Flatbush from "flatbush";
import type { WalkNetwork } from "./network.ts";
import { type LocalProjection, nearestFraction, projectAll, projectionAt } from "./projection.ts";
import { segmentEnds } from "./snap.ts";

/** Every drawn segment of some edges of a network, indexed in a metric frame, whatever may be entered there. */
export interface StreetSegments {
  readonly projection: LocalProjection;
  /** Nearest place of each edge within the radius (inclusive) of a node, EPSG:4326; edges in no order. */
  near(node: number, radiusM: number): Map<number, NearPlace>;
}

/** Where an edge is nearest, and how far away that is; `toEnd`: nearer its to-node than its from-node. */
export interface NearPlace {
  readonly lon: number;
  readonly lat: number;
  readonly distanceM: number;
  readonly toEnd: boolean;
}

/** Indexes the segments of the edges whose mark is 1; lifts without length are left out. */
export function indexStreets(network: WalkNetwork, marks: Uint8Array): StreetSegments {
  const projection = projectionAt(network.nodeCount === 0 ? 0 : network.nodeLat[0]!);
  const points = projectAll(network.coordinates, projection);
  const edges: number[] = [];
  const starts: number[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (marks[edge] !== 1 || network.lengthM[edge] === 0) continue;
    for (let point = network.geometryStart[edge]!; point + 1 < network.geometryStart[edge + 1]!; point++) {
      edges.push(edge);
      starts.push(point);
    }
  }
  const index = starts.length === 0 ? null : new Flatbush(starts.length);
  for (const point of starts) {
    const [x1, y1, x2, y2] = segmentEnds(points, point);
    index?.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index?.finish();
  const { metresPerLonDegree, metresPerLatDegree } = projection;
  return {
    projection,
    near(node, radiusM) {
      const x = network.nodeLon[node]! * metresPerLonDegree;
      const y = network.nodeLat[node]! * metresPerLatDegree;
      const found = new Map<number, NearPlace>();
      for (const at of index?.search(x - radiusM, y - radiusM, x + radiusM, y + radiusM) ?? []) {
        const ends = segmentEnds(points, starts[at]!);
        const along = nearestFraction({ x, y }, ends);
        const placeX = ends[0] + along * (ends[2] - ends[0]);
        const placeY = ends[1] + along * (ends[3] - ends[1]);
        const distanceM = Math.hypot(placeX - x, placeY - y);
        const edge = edges[at]!;
        if (distanceM > radiusM || distanceM >= (found.get(edge)?.distanceM ?? Number.POSITIVE_INFINITY))
          continue;
        const middle = (network.geometryStart[edge]! + network.geometryStart[edge + 1]! - 1) / 2;
        found.set(edge, {
          lon: placeX / metresPerLonDegree,
          lat: placeY / metresPerLatDegree,
          distanceM,
          toEnd: starts[at]! + along > middle,
        });
      }
      return found;
    },
  };
}
