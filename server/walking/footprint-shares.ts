import { BLOCK, boxBlocks } from "./box-blocks.ts";
import { CROSSED, type EdgeCells, edgeCells, OUTSIDE, squaresOf, stateOfSquares } from "./edge-cells.ts";
import { createOutlineClip, type OutlineClip } from "./outline-clip.ts";
import { outlineEdges } from "./outline-edges.ts";
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

/** The buildings within an outline, in no order, by the share of their footprint inside. */
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
  /** Of an outline as outlineCells gives it. */
  within(cells: EdgeCells, levels: readonly string[]): BuildingsWithin;
}

// about as long as the edges of an outline: the finer, the fewer boxes are called crossed in vain
const CELL_DEGREES = 0.0002;
/** The squares outlines are laid out on, EPSG:4326: one size for all, so that what lies on them knows its own. */
export const OUTLINE_CELLS = { width: CELL_DEGREES, height: CELL_DEGREES };
// what rounding leaves of a footprint that only touches the outline
const LEAST_SHARE = 1e-10;

/** Squares over an outline, by which what lies within it is counted. */
export const outlineCells = (outline: MultiPolygonCoordinates): EdgeCells =>
  edgeCells(outlineEdges(outline), OUTLINE_CELLS);

/** Makes the index of footprints; it holds the arrays it is given, and puts what they tell in the order of places along a curve. */
export function indexFootprints(footprints: Footprints): FootprintIndex {
  const { ordinals, internal } = footprints;
  const given = new Float64Array(4 * ordinals.length);
  for (let building = 0; building < ordinals.length; building++)
    given.set(boxOf(footprints, building), 4 * building);
  const { order, boxes, around } = boxBlocks(given);
  putInOrder(footprints, order);
  const squares = squaresOf(boxes, OUTLINE_CELLS);
  const squaresAround = squaresOf(around, OUTLINE_CELLS);
  const count = createCount(footprints);
  const clipped = (clip: OutlineClip, building: number) =>
    clip.begin(boxes, squares, 4 * building) ?? clippedShare(clip, footprints, building);
  const countBlock = (block: number, ofBlock: number, { cells, clip, seesAll }: Judging) => {
    const end = Math.min(ordinals.length, (block + 1) * BLOCK);
    for (let building = block * BLOCK; building < end; building++) {
      if (!seesAll && internal[building] === 1) continue;
      const state = ofBlock === CROSSED ? stateOfSquares(cells, squares, 4 * building) : ofBlock;
      // outside and inside are 0 and 1
      const share = state === CROSSED ? clipped(clip, building) : state;
      if (share >= LEAST_SHARE) count.add(building, share);
    }
  };
  return {
    within: (cells, levels) => {
      const judging = { cells, clip: createOutlineClip(cells), seesAll: levels.includes("internal") };
      count.begin();
      for (let block = 0; 4 * block < squaresAround.length; block++) {
        const state = stateOfSquares(cells, squaresAround, 4 * block);
        if (state !== OUTSIDE) countBlock(block, state, judging);
      }
      return count.end();
    },
  };
}

// neighbours are asked about together: what is known of them lies together too
function putInOrder(footprints: Footprints, order: Uint32Array): void {
  const { ordinals, internal, residents, firstRing, ringStart, points } = footprints;
  const was = {
    ordinals: ordinals.slice(),
    internal: internal.slice(),
    residents: residents.slice(),
    firstRing: firstRing.slice(),
    ringStart: ringStart.slice(),
    points: points.slice(),
  };
  let ring = 0;
  order.forEach((building, place) => {
    ordinals[place] = was.ordinals[building]!;
    internal[place] = was.internal[building]!;
    residents[place] = was.residents[building]!;
    firstRing[place] = ring;
    for (let from = was.firstRing[building]!; from < was.firstRing[building + 1]!; from++, ring++) {
      const [start, end] = [was.ringStart[from]!, was.ringStart[from + 1]!];
      points.set(was.points.subarray(2 * start, 2 * end), 2 * ringStart[ring]!);
      ringStart[ring + 1] = ringStart[ring]! + end - start;
    }
  });
}

interface Judging {
  readonly cells: EdgeCells;
  readonly clip: OutlineClip;
  readonly seesAll: boolean;
}

// sums stand in an array, where numbers need no memory of their own
function createCount({ ordinals, residents }: Footprints) {
  const found = new Int32Array(ordinals.length);
  const shares = new Float64Array(ordinals.length);
  const sums = new Float64Array(2);
  let [length, peopled] = [0, 0];
  return {
    begin: () => {
      [length, peopled] = [0, 0];
      sums.fill(0);
    },
    add: (building: number, share: number) => {
      found[length] = ordinals[building]!;
      shares[length++] = share;
      sums[0]! += share;
      const people = residents[building]!;
      if (Number.isNaN(people)) return;
      sums[1]! += share * people;
      peopled++;
    },
    end: (): BuildingsWithin => ({
      ordinals: found.slice(0, length),
      shares: shares.slice(0, length),
      buildings: sums[0]!,
      residents: peopled === 0 ? null : sums[1]!,
    }),
  };
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
