import Flatbush from "flatbush";
import { CROSSED, outlineCells, stateOfBox } from "./outline-cells.ts";
import { columnOf, isInside, type OutlineColumns, outlineColumns } from "./outline-columns.ts";
import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/**
 * The footprints of buildings that sums are made of, EPSG:4326. Building b has the rings firstRing[b] to firstRing[b + 1] - 1,
 * ring r the points ringStart[r] to ringStart[r + 1] - 1 (lon, lat interleaved), the first one repeated at the end; outer
 * rings run counter-clockwise, holes clockwise.
 */
export interface Footprints {
  readonly ordinals: Int32Array;
  /** 1 = not for everybody to see. */
  readonly internal: Uint8Array;
  /** NaN = not given. */
  readonly residents: Float64Array;
  readonly firstRing: Int32Array;
  readonly ringStart: Int32Array;
  readonly points: Float64Array;
}

/** The buildings within an outline, by the share of their footprint inside. */
export interface BuildingsWithin {
  readonly ordinals: Int32Array;
  /** Above 0, at most 1. */
  readonly shares: Float64Array;
  readonly buildings: number;
  /** null where no building there has them. */
  readonly residents: number | null;
}

/** Answers which buildings lie within outlines. */
export interface FootprintIndex {
  within(outline: MultiPolygonCoordinates, levels: readonly string[]): BuildingsWithin;
}

// what rounding leaves of a footprint that only touches the outline
const LEAST_SHARE = 1e-10;

// the box of the building in hand: reused, because an outline asks thousands of times
const box = new Float64Array(4);

/** Makes the index of footprints; it holds the arrays it is given. */
export function indexFootprints(footprints: Footprints): FootprintIndex {
  const { ordinals, internal, residents } = footprints;
  const index = ordinals.length === 0 ? null : new Flatbush(ordinals.length);
  const boxes = new Float64Array(4 * ordinals.length);
  for (let building = 0; building < ordinals.length; building++) {
    boxInto(box, footprints, building);
    boxes.set(box, 4 * building);
    index?.add(box[0]!, box[1]!, box[2]!, box[3]!);
  }
  index?.finish();
  const within = (
    outline: MultiPolygonCoordinates,
    isSeen: (building: number) => boolean,
  ): BuildingsWithin => {
    const columns = outlineColumns(outline);
    const cells = outlineCells(columns);
    const near = index?.search(columns.west, columns.south, columns.east, columns.north, isSeen) ?? [];
    const found: number[] = [];
    const shares: number[] = [];
    for (const building of new Uint32Array(near).sort()) {
      for (let side = 0; side < 4; side++) box[side] = boxes[4 * building + side]!;
      const state = stateOfBox(cells, box);
      // outside and inside are 0 and 1
      const share = state === CROSSED ? shareWithin(columns, footprints, building) : state;
      if (share < LEAST_SHARE) continue;
      found.push(building);
      shares.push(share);
    }
    return {
      ordinals: Int32Array.from(found, (building) => ordinals[building]!),
      shares: Float64Array.from(shares),
      buildings: shares.reduce((sum, share) => sum + share, 0),
      residents: peopleOf(
        found.map((building) => residents[building]!),
        shares,
      ),
    };
  };
  return {
    within: (outline, levels) => {
      const seesAll = levels.includes("internal");
      return within(outline, (building) => seesAll || internal[building] !== 1);
    },
  };
}

function peopleOf(residents: readonly number[], shares: readonly number[]): number | null {
  let people: number | null = null;
  residents.forEach((each, at) => {
    if (!Number.isNaN(each)) people = (people ?? 0) + shares[at]! * each;
  });
  return people;
}

function boxInto(box: Float64Array, { firstRing, ringStart, points }: Footprints, building: number): void {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = 2 * ringStart[firstRing[building + 1]!]!;
  for (let at = 2 * ringStart[firstRing[building]!]!; at < end; at += 2) {
    west = Math.min(west, points[at]!);
    east = Math.max(east, points[at]!);
    south = Math.min(south, points[at + 1]!);
    north = Math.max(north, points[at + 1]!);
  }
  box[0] = west;
  box[1] = south;
  box[2] = east;
  box[3] = north;
}

// of the building whose box is in hand
function shareWithin(columns: OutlineColumns, footprints: Footprints, building: number): number {
  if (!isCrossed(columns)) return isInside(columns, (box[0]! + box[2]!) / 2, (box[1]! + box[3]!) / 2) ? 1 : 0;
  const { firstRing, ringStart, points } = footprints;
  let whole = 0;
  let within = 0;
  for (let ring = firstRing[building]!; ring < firstRing[building + 1]!; ring++) {
    for (let point = ringStart[ring]! + 1; point < ringStart[ring + 1]!; point++) {
      const [x1, y1] = [points[2 * point - 2]! - box[0]!, points[2 * point - 1]! - box[1]!];
      const [x2, y2] = [points[2 * point]! - box[0]!, points[2 * point + 1]! - box[1]!];
      whole += ((x1 - x2) * (y1 + y2)) / 2;
      within += signedBelow(columns, x1, y1, x2, y2);
    }
  }
  return Math.min(1, Math.max(0, within / whole));
}

// whether an edge of the outline comes to the box of the building
function isCrossed(columns: OutlineColumns): boolean {
  const { start, listed, ends } = columns;
  const last = columnOf(columns, box[2]!);
  for (let at = start[columnOf(columns, box[0]!)]!; at < start[last + 1]!; at++) {
    const edge = 4 * listed[at]!;
    const [x1, y1, x2, y2] = [ends[edge]!, ends[edge + 1]!, ends[edge + 2]!, ends[edge + 3]!];
    if (Math.max(x1, x2) < box[0]! || Math.min(x1, x2) > box[2]!) continue;
    if (Math.max(y1, y2) >= box[1]! && Math.min(y1, y2) <= box[3]!) return true;
  }
  return false;
}

/*
 A place lies in a polygon as often as edges running west pass above it, less those running east. So the area two polygons
 share is the sum, over all pairs of their edges, of the area below both, counted by the signs of both: no corner need be
 found, and no polygon built.
*/
function signedBelow(columns: OutlineColumns, x1: number, y1: number, x2: number, y2: number): number {
  const { start, listed, ends } = columns;
  const [low, high] = [Math.min(x1, x2), Math.max(x1, x2)];
  const slope = (y2 - y1) / (x2 - x1);
  const first = columnOf(columns, low + box[0]!);
  const last = columnOf(columns, high + box[0]!);
  let area = 0;
  for (let column = first; column <= last; column++) {
    // an edge that passes through several columns counts in each with its part there
    const west = column === first ? low : columns.west + column * columns.width - box[0]!;
    const east = column === last ? high : columns.west + (column + 1) * columns.width - box[0]!;
    for (let at = start[column]!; at < start[column + 1]!; at++) {
      const edge = 4 * listed[at]!;
      const [u1, v1] = [ends[edge]! - box[0]!, ends[edge + 1]! - box[1]!];
      const [u2, v2] = [ends[edge + 2]! - box[0]!, ends[edge + 3]! - box[1]!];
      const a = Math.max(west, Math.min(u1, u2));
      const b = Math.min(east, Math.max(u1, u2));
      // below the building it counts as often with the one sign as with the other
      if (b <= a || Math.max(v1, v2) <= 0) continue;
      const outline = (v2 - v1) / (u2 - u1);
      const [y, yEast] = [y1 + (a - x1) * slope, y1 + (b - x1) * slope];
      const under = areaUnderBoth(b - a, y, yEast, v1 + (a - u1) * outline, v1 + (b - u1) * outline);
      area += x2 < x1 === u2 < u1 ? under : -under;
    }
  }
  return area;
}

// The area under the lower of two lines over a width, from height 0 on, by their heights in the west and in the east.
function areaUnderBoth(
  width: number,
  oneWest: number,
  oneEast: number,
  otherWest: number,
  otherEast: number,
): number {
  const west = oneWest - otherWest;
  const east = oneEast - otherEast;
  const under = (width * (otherWest + otherEast)) / 2;
  if (west >= 0 && east >= 0) return under;
  if (west <= 0 && east <= 0) return under + (width * (west + east)) / 2;
  // they cross: the first is the lower one on one side only
  const crossing = west / (west - east);
  return under + (west < 0 ? width * crossing * west : width * (1 - crossing) * east) / 2;
}
