import type { WalkNetwork } from "./network.ts";
import { BLOCK_PLACES, SPACING_M } from "./place-grid.ts";
import type { LocalProjection } from "./projection.ts";
import type { SnapIndex } from "./snap.ts";
import type { GridWindow, Walked } from "./time-field.ts";

// the whole blocks over a box of the metric frame, with at least one place round it
function windowOver(box: {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}): GridWindow {
  const blockM = BLOCK_PLACES * SPACING_M;
  const blockColumn = Math.floor((box.west - SPACING_M) / blockM);
  const blockRow = Math.floor((box.south - SPACING_M) / blockM);
  return {
    blockColumn,
    blockRow,
    columns: BLOCK_PLACES * (Math.floor((box.east + SPACING_M) / blockM) - blockColumn + 1),
    rows: BLOCK_PLACES * (Math.floor((box.north + SPACING_M) / blockM) - blockRow + 1),
  };
}

/** Per node of a network, how far the longest of its edges may lead away from it, in metres of the metric frame. */
export function edgeExtents(network: WalkNetwork, projection: LocalProjection): Float32Array {
  const { edgeFrom, edgeTo, geometryStart, coordinates } = network;
  const extents = new Float32Array(network.nodeCount);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let point = geometryStart[edge]!; point < geometryStart[edge + 1]!; point++) {
      west = Math.min(west, coordinates[2 * point]!);
      east = Math.max(east, coordinates[2 * point]!);
      south = Math.min(south, coordinates[2 * point + 1]!);
      north = Math.max(north, coordinates[2 * point + 1]!);
    }
    const extentM = Math.hypot(
      (east - west) * projection.metresPerLonDegree,
      (north - south) * projection.metresPerLatDegree,
    );
    for (const node of [edgeFrom[edge]!, edgeTo[edge]!]) extents[node] = Math.max(extents[node]!, extentM);
  }
  return extents;
}

interface Walking {
  readonly limit: number;
  readonly snapIndex: SnapIndex;
  readonly extents: Float32Array;
  /** The fastest anyone walks, units of cost per metre. */
  readonly leastCostPerM: number;
}

/** The window in which a walk may have ended: round each node no farther than its edges and a connector lead, nor than the time left allows. */
export function windowOfWalk(walked: Walked, reached: ArrayLike<number>, walking: Walking): GridWindow {
  const { network } = walked.measure;
  const { limit, extents, leastCostPerM } = walking;
  const { connectorMaxM, projection } = walking.snapIndex;
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  const include = (lon: number, lat: number, aroundM: number) => {
    const x = lon * projection.metresPerLonDegree;
    const y = lat * projection.metresPerLatDegree;
    box.west = Math.min(box.west, x - aroundM);
    box.south = Math.min(box.south, y - aroundM);
    box.east = Math.max(box.east, x + aroundM);
    box.north = Math.max(box.north, y + aroundM);
  };
  for (let at = 0; at < reached.length; at++) {
    const node = reached[at]!;
    const leftM = (limit - walked.nodeCosts[node]!) / leastCostPerM;
    include(network.nodeLon[node]!, network.nodeLat[node]!, Math.min(leftM, extents[node]! + connectorMaxM));
  }
  // the origin's own edges are walked from the origin, which may not be near their ends
  for (const { edge } of walked.origins) {
    for (let point = network.geometryStart[edge]!; point < network.geometryStart[edge + 1]!; point++) {
      const [lon, lat] = [network.coordinates[2 * point]!, network.coordinates[2 * point + 1]!];
      include(lon, lat, Math.min(connectorMaxM, limit / leastCostPerM));
    }
  }
  return windowOver(box);
}
