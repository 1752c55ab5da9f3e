import { BLOCK, boxBlocks } from "./box-blocks.ts";
import {
  CROSSED,
  type EdgeCells,
  INSIDE,
  OUTSIDE,
  squaresOf,
  stateOfSquares,
  windingAt,
} from "./edge-cells.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { OUTLINE_CELLS } from "./footprint-shares.ts";

/**
 * Where facilities are entered, EPSG:4326. Facility f is of category categories[category[f]] and has the points firstPoint[f] to
 * firstPoint[f + 1] - 1 (lon, lat interleaved).
 */
export interface FacilityPoints {
  readonly categories: readonly string[];
  readonly category: Int32Array;
  readonly firstPoint: Int32Array;
  readonly points: Float64Array;
}

/** How many facilities of a category lie within an outline. */
export interface FacilityCount {
  readonly category: string;
  readonly count: number;
}

/** Lays out facilities, each with the places it is entered at: what has mapped entrances at those, else an area along its outline. */
export function facilityPoints(
  facilities: readonly { readonly category: string; readonly places: readonly FacilityPlace[] }[],
): FacilityPoints {
  const categories = [...new Set(facilities.map(({ category }) => category))].sort();
  const firstPoint = new Int32Array(facilities.length + 1);
  const points: number[] = [];
  for (const [index, { places }] of facilities.entries()) {
    for (const place of places) points.push(...pointsOf(place));
    firstPoint[index + 1] = points.length / 2;
  }
  const category = Int32Array.from(facilities, (each) => categories.indexOf(each.category));
  return { categories, category, firstPoint, points: Float64Array.from(points) };
}

function pointsOf(place: FacilityPlace): number[] {
  if ("lon" in place) return [place.lon, place.lat];
  if (place.entrances.length > 0) return place.entrances.flat();
  return place.outline.flatMap((ring) => Array.from(ring));
}

/** Counts by category the facilities that are entered within an outline, each once; every category of the data is told. */
export type FacilityCounter = (cells: EdgeCells) => FacilityCount[];

/** Makes the counter of facilities; it holds the arrays it is given. */
export function createFacilityCounter(facilities: FacilityPoints): FacilityCounter {
  const { categories, category } = facilities;
  const { order, boxes, around } = boxBlocks(boxesOf(facilities));
  const squares = squaresOf(boxes, OUTLINE_CELLS);
  const squaresAround = squaresOf(around, OUTLINE_CELLS);
  const counts = new Int32Array(categories.length);
  const countBlock = (block: number, ofBlock: number, cells: EdgeCells) => {
    const end = Math.min(order.length, (block + 1) * BLOCK);
    for (let place = block * BLOCK; place < end; place++) {
      const state = ofBlock === CROSSED ? stateOfSquares(cells, squares, 4 * place) : ofBlock;
      const facility = order[place]!;
      if (state === INSIDE || (state === CROSSED && isEntered(facilities, facility, cells)))
        counts[category[facility]!]!++;
    }
  };
  return (cells) => {
    counts.fill(0);
    for (let block = 0; 4 * block < squaresAround.length; block++) {
      const state = stateOfSquares(cells, squaresAround, 4 * block);
      if (state !== OUTSIDE) countBlock(block, state, cells);
    }
    return categories.map((code, index) => ({ category: code, count: counts[index]! }));
  };
}

function boxesOf({ category, firstPoint, points }: FacilityPoints): Float64Array {
  const boxes = new Float64Array(4 * category.length);
  for (let facility = 0; facility < category.length; facility++) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let at = 2 * firstPoint[facility]!; at < 2 * firstPoint[facility + 1]!; at += 2) {
      box[0] = Math.min(box[0]!, points[at]!);
      box[1] = Math.min(box[1]!, points[at + 1]!);
      box[2] = Math.max(box[2]!, points[at]!);
      box[3] = Math.max(box[3]!, points[at + 1]!);
    }
    boxes.set(box, 4 * facility);
  }
  return boxes;
}

function isEntered({ firstPoint, points }: FacilityPoints, facility: number, cells: EdgeCells): boolean {
  for (let at = 2 * firstPoint[facility]!; at < 2 * firstPoint[facility + 1]!; at += 2)
    if (windingAt(cells, points[at]!, points[at + 1]!) > 0) return true;
  return false;
}
