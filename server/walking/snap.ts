import Flatbush from "flatbush";
import { findComponents, mayUse } from "./components.ts";
import { EDGE_KINDS, type WalkNetwork } from "./network.ts";
import type { MobilityClass, WalkingParameters } from "./persona.ts";
import { type LocalProjection, nearestFraction, projectAll, projectionAt } from "./projection.ts";
import { buildWaterBarrier, crossesWater, type Rings, type WaterBarrier } from "./water-barrier.ts";

/** Kinds nobody steps onto from the side. */
const NOT_ENTERED = new Set<string>(["bridge", "tunnel", "lift", "escalator", "cableway", "stairs"]);

/** A place on the network: `fraction` (0 … 1) of the way along an edge, and the straight walk to it. */
export interface Snap {
  readonly edge: number;
  readonly fraction: number;
  readonly connectorM: number;
}

/** The edges one mobility class may be snapped to, as indexed segments in a local metric frame. */
export interface SnapIndex {
  /** Of the class that may go to fewer edges: its ways onto the network are open to this one as well; null = there is none. */
  readonly narrower: SnapIndex | null;
  /** Of the class that may go everywhere: its nearest way onto the network tells how high a place lies; null = this is it. */
  readonly wider: SnapIndex | null;
  readonly network: WalkNetwork;
  readonly projection: LocalProjection;
  readonly connectorMaxM: number;
  readonly connectorGradeMax: number;
  readonly heightErrorM: number;
  readonly facilityOutlineM: number;
  readonly water: WaterBarrier;
  /** Points of the network's geometry, x and y interleaved, metres. */
  readonly points: Float64Array;
  /** Metres drawn from the start of its edge to each point. */
  readonly drawnM: Float64Array;
  /** The edge and the first point of each indexed segment. */
  readonly segmentEdge: Int32Array;
  readonly segmentPoint: Int32Array;
  /** null where no edge may be snapped to. */
  readonly index: Flatbush | null;
}

function isEntered(network: WalkNetwork, edge: number): boolean {
  return !NOT_ENTERED.has(EDGE_KINDS[network.edgeKind[edge]!]!);
}

function measureDrawn(network: WalkNetwork, points: Float64Array): Float64Array {
  const drawnM = new Float64Array(points.length / 2);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    for (let point = network.geometryStart[edge]! + 1; point < network.geometryStart[edge + 1]!; point++) {
      const stepM = Math.hypot(
        points[2 * point]! - points[2 * point - 2]!,
        points[2 * point + 1]! - points[2 * point - 1]!,
      );
      drawnM[point] = drawnM[point - 1]! + stepM;
    }
  }
  return drawnM;
}

function middleLat(network: WalkNetwork): number {
  let south = Number.POSITIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  for (const lat of network.nodeLat) {
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return network.nodeCount === 0 ? 0 : (south + north) / 2;
}

/** What an index is built for. */
export interface SnapOptions {
  readonly mobilityClass: MobilityClass;
  readonly parameters: WalkingParameters;
  /** Water polygons no connector may cross. */
  readonly water?: readonly Rings[];
}

/**
 * Indexes the edges a mobility class may be snapped to: those it may use, in a component of its own part of the network
 * with at least `componentMinNodes` nodes (or the largest), and not a bridge, tunnel, lift, escalator, cableway or stairs.
 */
export function buildSnapIndex(network: WalkNetwork, options: SnapOptions): SnapIndex {
  const wider = indexOf(network, { ...options, mobilityClass: "any" });
  const narrower = { ...indexOf(network, { ...options, mobilityClass: "step-free" }), wider };
  return options.mobilityClass === "any" ? { ...wider, narrower } : narrower;
}

function indexOf(network: WalkNetwork, options: SnapOptions): SnapIndex {
  const { mobilityClass, parameters, water = [] } = options;
  const projection = projectionAt(middleLat(network));
  const points = projectAll(network.coordinates, projection);
  const { componentOf, size, largest } = findComponents(network, mobilityClass);
  const segmentEdge: number[] = [];
  const segmentPoint: number[] = [];
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (!mayUse(network, edge, mobilityClass) || !isEntered(network, edge)) continue;
    const component = componentOf[network.edgeFrom[edge]!]!;
    if (size[component]! < parameters.componentMinNodes && component !== largest) continue;
    for (let point = network.geometryStart[edge]!; point + 1 < network.geometryStart[edge + 1]!; point++) {
      segmentEdge.push(edge);
      segmentPoint.push(point);
    }
  }
  return {
    narrower: null,
    wider: null,
    network,
    projection,
    connectorMaxM: parameters.connectorMaxM,
    connectorGradeMax: parameters.connectorGradeMax,
    heightErrorM: parameters.heightErrorM,
    facilityOutlineM: parameters.facilityOutlineM,
    water: buildWaterBarrier(water, projection),
    points,
    drawnM: measureDrawn(network, points),
    segmentEdge: Int32Array.from(segmentEdge),
    segmentPoint: Int32Array.from(segmentPoint),
    index: indexSegments(points, segmentPoint),
  };
}

function indexSegments(points: Float64Array, segmentPoint: readonly number[]): Flatbush | null {
  if (segmentPoint.length === 0) return null;
  const index = new Flatbush(segmentPoint.length);
  for (const point of segmentPoint) {
    const [x1, y1, x2, y2] = segmentEnds(points, point);
    index.add(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
  }
  index.finish();
  return index;
}

/** The ends x1, y1, x2, y2 (metres) of the segment that starts at a drawn point. */
export function segmentEnds(points: Float64Array, point: number): [number, number, number, number] {
  return [points[2 * point]!, points[2 * point + 1]!, points[2 * point + 2]!, points[2 * point + 3]!];
}

/** A possible connection from a place to a segment: where it arrives and how long it is. */
export interface Candidate {
  readonly segment: number;
  /** Fraction of the segment, not of the edge. */
  readonly along: number;
  readonly distanceM: number;
  /** Where the connector starts and ends, metric frame. */
  readonly line: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
}

/** The shortest straight line from a point (metric frame) to a segment. */
export function candidateFrom(snapIndex: SnapIndex, segment: number, x: number, y: number): Candidate {
  const ends = segmentEnds(snapIndex.points, snapIndex.segmentPoint[segment]!);
  const along = nearestFraction({ x, y }, ends);
  const x2 = ends[0] + along * (ends[2] - ends[0]);
  const y2 = ends[1] + along * (ends[3] - ends[1]);
  return { segment, along, distanceM: Math.hypot(x2 - x, y2 - y), line: { x1: x, y1: y, x2, y2 } };
}

/** The fraction of its edge at which a fraction of a segment lies. */
export function fractionOfEdge(snapIndex: SnapIndex, segment: number, along: number): number {
  const { network, drawnM } = snapIndex;
  const edge = snapIndex.segmentEdge[segment]!;
  const point = snapIndex.segmentPoint[segment]!;
  const totalM = drawnM[network.geometryStart[edge + 1]! - 1]!;
  // the end of a segment is taken as such, so that the end of an edge is exactly 1
  const reachedM =
    along === 1 ? drawnM[point + 1]! : drawnM[point]! + along * (drawnM[point + 1]! - drawnM[point]!);
  return totalM === 0 ? 0 : reachedM / totalM;
}

/** The place on the network where a connection arrives. */
export function snapOf(snapIndex: SnapIndex, { segment, along, distanceM }: Candidate): Snap {
  return {
    edge: snapIndex.segmentEdge[segment]!,
    fraction: fractionOfEdge(snapIndex, segment, along),
    connectorM: distanceM,
  };
}

// where a connection arrives, between the heights of the ends of its edge; NaN where one is unknown
function heightAtM(snapIndex: SnapIndex, { segment, along }: Candidate): number {
  const { edgeFrom, edgeTo, nodeHeightM } = snapIndex.network;
  const edge = snapIndex.segmentEdge[segment]!;
  const [startM, endM] = [nodeHeightM[edgeFrom[edge]!]!, nodeHeightM[edgeTo[edge]!]!];
  return startM + (endM - startM) * fractionOfEdge(snapIndex, segment, along);
}

// The class that keeps to fewer edges may have to go farther, but not up or down a cliff. A place lies as high as the nearest
// way that anybody may go; where a height is unknown nothing tells of a cliff.
function isCliff(snapIndex: SnapIndex, candidate: Candidate): boolean {
  const { wider, heightErrorM, connectorGradeMax } = snapIndex;
  const ground = wider && nearestConnection(wider, candidate.line.x1, candidate.line.y1);
  if (!ground) return false;
  const riseM = Math.abs(heightAtM(snapIndex, candidate) - heightAtM(wider, ground));
  return riseM > heightErrorM + connectorGradeMax * candidate.distanceM;
}

/**
 * The nearest connection that crosses no water, is at most `connectorMaxM` long (inclusive) and, for the class that keeps to
 * fewer edges, no steeper than `connectorGradeMax`, the error of the heights allowed for; or null.
 */
export function nearestDry(snapIndex: SnapIndex, candidates: Candidate[]): Candidate | null {
  const near = candidates.filter(({ distanceM }) => distanceM <= snapIndex.connectorMaxM);
  near.sort((a, b) => a.distanceM - b.distanceM || a.segment - b.segment);
  return (
    near.find(
      (candidate) => !crossesWater(snapIndex.water, candidate.line) && !isCliff(snapIndex, candidate),
    ) ?? null
  );
}

/** The connection by which a point of the index's metric frame gets onto the network; null = not on the network. */
export function nearestConnection(snapIndex: SnapIndex, x: number, y: number): Candidate | null {
  const { index, connectorMaxM } = snapIndex;
  if (!index) return null;
  // widen the ring step by step: most places have an edge within a few metres
  for (const radiusM of [connectorMaxM / 8, connectorMaxM / 3, connectorMaxM]) {
    const candidates = index
      .search(x - radiusM, y - radiusM, x + radiusM, y + radiusM)
      .map((segment) => candidateFrom(snapIndex, segment, x, y))
      .filter(({ distanceM }) => distanceM <= radiusM);
    const nearest = nearestDry(snapIndex, candidates);
    if (nearest) return nearest;
  }
  return null;
}

/**
 * Where a point (EPSG:4326) gets onto the network: the nearest place on an indexed edge that a straight connector of at
 * most `connectorMaxM` (inclusive) reaches without crossing water or, to streets without steps, a cliff; null = not on the
 * network.
 */
export function snapPoint(snapIndex: SnapIndex, lon: number, lat: number): Snap | null {
  const { metresPerLonDegree, metresPerLatDegree } = snapIndex.projection;
  const nearest = nearestConnection(snapIndex, lon * metresPerLonDegree, lat * metresPerLatDegree);
  return nearest && snapOf(snapIndex, nearest);
}

/**
 * All ways by which a walker who starts at a point (EPSG:4326) may get onto the network: the nearest of their own class
 * first, then that of the narrower class where it is another edge, so that nobody is slower than one who may go to fewer
 * edges. Walks take whichever is quicker. Empty = not on the network.
 */
export function accessOf(snapIndex: SnapIndex, lon: number, lat: number): Snap[] {
  const own = snapPoint(snapIndex, lon, lat);
  const other = snapIndex.narrower && snapPoint(snapIndex.narrower, lon, lat);
  return [own, other?.edge === own?.edge ? null : other].filter((snap) => snap !== null);
}
