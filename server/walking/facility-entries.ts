import { nearestFraction, projectAll } from "./projection.ts";
import {
  accessOf,
  type Candidate,
  candidateFrom,
  nearestDry,
  type Snap,
  type SnapIndex,
  segmentEnds,
  snapOf,
} from "./snap.ts";
import { crossesWater } from "./water-barrier.ts";

/** A facility as walking sees it, EPSG:4326: a point, or an area with the entrances mapped on it. */
export type FacilityPlace =
  | { readonly lon: number; readonly lat: number }
  | {
      /** Outer rings, closed, lon and lat interleaved. */
      readonly outline: readonly ArrayLike<number>[];
      /** lon, lat pairs; empty where none is mapped. */
      readonly entrances: readonly (readonly [number, number])[];
    };

// The connections between a network segment and one side of an outline that end at a corner of either or where they
// cross: every shortest connection between two straight lines is one of these.
function connections(
  snapIndex: SnapIndex,
  segment: number,
  side: readonly [number, number, number, number],
): Candidate[] {
  const ends = segmentEnds(snapIndex.points, snapIndex.segmentPoint[segment]!);
  const [ax, ay, bx, by] = side;
  const fromEnd = (along: number): Candidate => {
    const x2 = along === 0 ? ends[0] : ends[2];
    const y2 = along === 0 ? ends[1] : ends[3];
    const onSide = nearestFraction({ x: x2, y: y2 }, side);
    const line = { x1: ax + onSide * (bx - ax), y1: ay + onSide * (by - ay), x2, y2 };
    return { segment, along, distanceM: Math.hypot(x2 - line.x1, y2 - line.y1), line };
  };
  const found = [
    candidateFrom(snapIndex, segment, ax, ay),
    candidateFrom(snapIndex, segment, bx, by),
    fromEnd(0),
    fromEnd(1),
  ];
  const crossing = crossingAlong(ends, side);
  if (crossing !== null) {
    const x = ends[0] + crossing * (ends[2] - ends[0]);
    const y = ends[1] + crossing * (ends[3] - ends[1]);
    found.push({ segment, along: crossing, distanceM: 0, line: { x1: x, y1: y, x2: x, y2: y } });
  }
  return found;
}

// The fraction of the first segment at which the second crosses it, or null.
function crossingAlong(
  [ax, ay, bx, by]: readonly [number, number, number, number],
  [cx, cy, dx, dy]: readonly [number, number, number, number],
): number | null {
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
  if (cross === 0) return null;
  const along = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross;
  const across = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? along : null;
}

function connectionsWithin(
  snapIndex: SnapIndex,
  outline: readonly ArrayLike<number>[],
  radiusM: number,
): Candidate[] {
  const { index } = snapIndex;
  if (!index) return [];
  const nearSide = (side: [number, number, number, number]) =>
    index
      .search(
        Math.min(side[0], side[2]) - radiusM,
        Math.min(side[1], side[3]) - radiusM,
        Math.max(side[0], side[2]) + radiusM,
        Math.max(side[1], side[3]) + radiusM,
      )
      .flatMap((segment) => connections(snapIndex, segment, side))
      .filter(({ distanceM }) => distanceM <= radiusM);
  return outline.flatMap((ring) => {
    const points = projectAll(ring, snapIndex.projection);
    const sides = Array.from({ length: points.length / 2 - 1 }, (_, point) => segmentEnds(points, point));
    return sides.flatMap(nearSide);
  });
}

// One entry per place: corners shared by two sides and points shared by two segments are found more than once.
function distinct(snaps: readonly Snap[]): Snap[] {
  const kept = new Map<string, Snap>();
  for (const snap of snaps) {
    const key = `${snap.edge} ${snap.fraction.toFixed(9)}`;
    const known = kept.get(key);
    if (!known || snap.connectorM < known.connectorM) kept.set(key, snap);
  }
  return [...kept.values()];
}

/**
 * Where a facility is entered. A point snaps as a building does. An area is entered at its mapped entrances, each
 * snapped; where none is mapped, from every edge within `facilityOutlineM` of its outline, at the corners of outline
 * and edge; where there is no edge so near, from the nearest to the outline within `connectorMaxM`. Never at its
 * centroid. One who may go everywhere enters where a wheelchair does as well. Empty = not on the network.
 */
export function facilityEntries(snapIndex: SnapIndex, place: FacilityPlace): Snap[] {
  if ("lon" in place) {
    return accessOf(snapIndex, place.lon, place.lat);
  }
  if (place.entrances.length > 0) {
    return distinct(place.entrances.flatMap(([lon, lat]) => accessOf(snapIndex, lon, lat)));
  }
  const narrower = snapIndex.narrower ? outlineEntries(snapIndex.narrower, place.outline) : [];
  return distinct([...outlineEntries(snapIndex, place.outline), ...narrower]);
}

function outlineEntries(snapIndex: SnapIndex, outline: readonly ArrayLike<number>[]): Snap[] {
  const near = connectionsWithin(snapIndex, outline, snapIndex.facilityOutlineM).filter(
    ({ line }) => !crossesWater(snapIndex.water, line),
  );
  if (near.length > 0) return near.map((candidate) => snapOf(snapIndex, candidate));
  const nearest = nearestDry(snapIndex, connectionsWithin(snapIndex, outline, snapIndex.connectorMaxM));
  return nearest ? [snapOf(snapIndex, nearest)] : [];
}
