import { contourRings, polygonsOf } from "./contour.ts";
import { BLOCK_PLACES, SPACING_M } from "./place-grid.ts";
import { fractionOfEdge, type SnapIndex } from "./snap.ts";
import { costOnEdge, segmentAt, type TimeField, type Walked } from "./time-field.ts";
import { crossesWater } from "./water-barrier.ts";

/** A part of a window, in places from its south-west corner. */
interface Box {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** Coordinates of a GeoJSON MultiPolygon, EPSG:4326, outer rings counter-clockwise (RFC 7946). */
export type MultiPolygonCoordinates = [lon: number, lat: number][][][];

/** Halvings of the 20 m between two places: the line is placed to 1.25 m. */
const HALVINGS = 3;
const ROUNDING = 1e6; // a millionth of a degree is 0.11 m, far less than two points of a ring are apart

// Where a place would join a segment, and how far that is: reused, because a line asks thousands of times.
interface Foot {
  along: number;
  squaredM: number;
  x: number;
  y: number;
}

function footOn(
  { points, segmentPoint }: SnapIndex,
  segment: number,
  x: number,
  y: number,
  foot: Foot,
): void {
  const at = 2 * segmentPoint[segment]!;
  const ax = points[at]!;
  const ay = points[at + 1]!;
  const dx = points[at + 2]! - ax;
  const dy = points[at + 3]! - ay;
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / squared));
  foot.along = along;
  foot.x = ax + along * dx;
  foot.y = ay + along * dy;
  foot.squaredM = (foot.x - x) ** 2 + (foot.y - y) ** 2;
}

/**
 * What lies within `limit` (inclusive) of a field as polygons. Between a place within and one beyond, the line is where
 * a walk over the nearer of their two segments passes the limit; beside a place off the network it is where the
 * connector grows too long or touches water.
 */
export function outlineOfReach(
  field: TimeField,
  limit: number,
  { snapIndex, walked }: { readonly snapIndex: SnapIndex; readonly walked: Walked },
): MultiPolygonCoordinates {
  const box = boxWithin(field, limit);
  if (box === null) return [];
  const { window } = field;
  const { connectorCost } = walked.measure;
  const firstColumn = window.blockColumn * BLOCK_PLACES + box.column;
  const firstRow = window.blockRow * BLOCK_PLACES + box.row;
  const near: Foot = { along: 0, squaredM: 0, x: 0, y: 0 };
  const far: Foot = { along: 0, squaredM: 0, x: 0, y: 0 };

  const isWithin = (x: number, y: number, segment: number, otherSegment: number): boolean => {
    footOn(snapIndex, segment, x, y, near);
    let chosen = segment;
    let foot = near;
    if (otherSegment < 0) {
      if (near.squaredM > snapIndex.connectorMaxM ** 2) return false;
    } else if (otherSegment !== segment) {
      footOn(snapIndex, otherSegment, x, y, far);
      if (far.squaredM < near.squaredM) {
        chosen = otherSegment;
        foot = far;
      }
    }
    const fraction = fractionOfEdge(snapIndex, chosen, foot.along);
    const cost = costOnEdge(walked, snapIndex.segmentEdge[chosen]!, fraction);
    if (cost + connectorCost(Math.sqrt(foot.squaredM)) > limit) return false;
    return otherSegment >= 0 || !crossesWater(snapIndex.water, { x1: x, y1: y, x2: foot.x, y2: foot.y });
  };
  const segmentOf = (node: number) =>
    segmentAt(field, box.column + (node % box.columns), box.row + Math.floor(node / box.columns));
  const crossing = (within: number, beyond: number): number => {
    const x = (firstColumn + (within % box.columns)) * SPACING_M;
    const y = (firstRow + Math.floor(within / box.columns)) * SPACING_M;
    const dx = ((beyond % box.columns) - (within % box.columns)) * SPACING_M;
    const dy = (Math.floor(beyond / box.columns) - Math.floor(within / box.columns)) * SPACING_M;
    const segment = segmentOf(within);
    const otherSegment = segmentOf(beyond);
    let inner = 0;
    let outer = 1;
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (inner + outer) / 2;
      if (isWithin(x + middle * dx, y + middle * dy, segment, otherSegment)) inner = middle;
      else outer = middle;
    }
    return (inner + outer) / 2;
  };

  const { metresPerLonDegree, metresPerLatDegree } = snapIndex.projection;
  const toLonLat = (x: number, y: number): [number, number] => [
    Math.round((((firstColumn + x) * SPACING_M) / metresPerLonDegree) * ROUNDING) / ROUNDING,
    Math.round((((firstRow + y) * SPACING_M) / metresPerLatDegree) * ROUNDING) / ROUNDING,
  ];
  return polygonsOf(contourRings(placesWithin(field, limit, box), box, crossing)).map((rings) =>
    rings.map((ring) => {
      const positions: [number, number][] = [];
      for (let at = 0; at < ring.length; at += 2) positions.push(toLonLat(ring[at]!, ring[at + 1]!));
      return positions;
    }),
  );
}

// The least box of the window round all places within the limit, with one place beyond on each side; null = none.
function boxWithin({ costs, window: { columns, rows } }: TimeField, limit: number): Box | null {
  let [west, south, east, north] = [columns, rows, -1, -1];
  for (let row = 1; row + 1 < rows; row++) {
    for (let column = 1; column + 1 < columns; column++) {
      if (costs[row * columns + column]! > limit) continue;
      west = Math.min(west, column);
      east = Math.max(east, column);
      south = Math.min(south, row);
      north = row;
    }
  }
  if (east < 0) return null;
  return { column: west - 1, row: south - 1, columns: east - west + 3, rows: north - south + 3 };
}

// 1 for each place within the limit; never at the border of the box, so that every ring closes
function placesWithin({ costs, window }: TimeField, limit: number, box: Box): Uint8Array {
  const inside = new Uint8Array(box.columns * box.rows);
  for (let row = 1; row + 1 < box.rows; row++) {
    const first = (box.row + row) * window.columns + box.column;
    for (let column = 1; column + 1 < box.columns; column++) {
      inside[row * box.columns + column] = costs[first + column]! <= limit ? 1 : 0;
    }
  }
  return inside;
}
