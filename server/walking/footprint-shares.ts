import Flatbush from "flatbush";
import { CROSSED, outlineCells, stateOfBox } from "./outline-cells.ts";
import { createOutlineClip, type OutlineClip } from "./outline-clip.ts";
import { outlineColumns } from "./outline-columns.ts";
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

/** Makes the index of footprints; it holds the arrays it is given. */
export function indexFootprints(footprints: Footprints): FootprintIndex {
  const { ordinals, internal, residents } = footprints;
  const index = ordinals.length === 0 ? null : new Flatbush(ordinals.length);
  const boxes = new Float64Array(4 * ordinals.length);
  for (let building = 0; building < ordinals.length; building++) {
    const box = boxOf(footprints, building);
    boxes.set(box, 4 * building);
    index?.add(...box);
  }
  index?.finish();
  const within = (
    outline: MultiPolygonCoordinates,
    isSeen: (building: number) => boolean,
  ): BuildingsWithin => {
    const columns = outlineColumns(outline);
    const cells = outlineCells(columns);
    const clip = createOutlineClip(columns);
    const near = index?.search(columns.west, columns.south, columns.east, columns.north, isSeen) ?? [];
    const found: number[] = [];
    const shares: number[] = [];
    for (const building of new Uint32Array(near).sort()) {
      const state = stateOfBox(cells, boxes, 4 * building);
      // outside and inside are 0 and 1
      const share =
        state === CROSSED
          ? (clip.begin(boxes, 4 * building) ?? clippedShare(clip, footprints, building))
          : state;
      if (share < LEAST_SHARE) continue;
      found.push(building);
      shares.push(share);
    }
    return {
      ordinals: Int32Array.from(found.map((building) => ordinals[building]!)),
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

function boxOf(
  { firstRing, ringStart, points }: Footprints,
  building: number,
): [west: number, south: number, east: number, north: number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const end = 2 * ringStart[firstRing[building + 1]!]!;
  for (let at = 2 * ringStart[firstRing[building]!]!; at < end; at += 2) {
    west = Math.min(west, points[at]!);
    east = Math.max(east, points[at]!);
    south = Math.min(south, points[at + 1]!);
    north = Math.max(north, points[at + 1]!);
  }
  return [west, south, east, north];
}

function clippedShare(
  clip: OutlineClip,
  { firstRing, ringStart, points }: Footprints,
  building: number,
): number {
  for (let ring = firstRing[building]!; ring < firstRing[building + 1]!; ring++)
    for (let point = 2 * ringStart[ring]!; point + 2 < 2 * ringStart[ring + 1]!; point += 2)
      clip.edge(points[point]!, points[point + 1]!, points[point + 2]!, points[point + 3]!);
  return clip.share();
}
