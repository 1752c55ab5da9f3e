import {
  boundsOf,
  CROSSED,
  cellColumn,
  cellRow,
  crossingOf,
  type EdgeCells,
  edgeCells,
  INSIDE,
  OUTSIDE,
  stateOfSquares,
} from "./edge-cells.ts";
import { type LocalProjection, projectAll } from "./projection.ts";

/** A polygon or multipolygon as rings of lon, lat interleaved (EPSG:4326); inside is where an odd number of rings is crossed. */
export type Rings = readonly ArrayLike<number>[];

/** Water as ring edges in a local metric frame, laid out on squares; made by buildWaterBarrier. */
export interface WaterBarrier {
  readonly cells: EdgeCells;
  /** The polygon each ring edge belongs to. */
  readonly polygonOf: Int32Array;
}

/** A straight line between two places in the metric frame of the barrier. */
export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Line parts in water shorter than this are taken as touching the bank, not as crossing. */
const TOUCHING_M = 0.01;
const CELL_M = 25;
const MOST_CELLS = 512; // a side

/** Indexes water polygons so that crossesWater can be asked of many lines. */
export function buildWaterBarrier(polygons: readonly Rings[], projection: LocalProjection): WaterBarrier {
  const edges: number[] = [];
  const polygonOf: number[] = [];
  polygons.forEach((rings, polygon) => {
    for (const ring of rings) {
      const points = projectAll(ring, projection);
      for (let at = 0; at + 3 < points.length; at += 2) {
        edges.push(points[at]!, points[at + 1]!, points[at + 2]!, points[at + 3]!);
        polygonOf.push(polygon);
      }
    }
  });
  return { cells: cellsOf(Float64Array.from(edges), polygonOf), polygonOf: Int32Array.from(polygonOf) };
}

function cellsOf(ends: Float64Array, polygonOf: readonly number[]): EdgeCells {
  const bounds = boundsOf(ends);
  const width = Math.max(CELL_M, (bounds.east - bounds.west) / MOST_CELLS);
  const height = Math.max(CELL_M, (bounds.north - bounds.south) / MOST_CELLS);
  return edgeCells(bounds, { width, height }, (cells, column, x, y) =>
    isInWaterFrom({ cells, polygonOf }, column, x, y),
  );
}

interface Water {
  readonly cells: EdgeCells;
  readonly polygonOf: ArrayLike<number>;
}

const inside = new Set<number>();

// Even-odd rule along a ray to the west, for each polygon apart: polygons may overlap.
function isInWaterFrom({ cells, polygonOf }: Water, from: number, x: number, y: number): boolean {
  const { columns, states, start, listed, ends } = cells;
  const first = cellRow(cells, y) * columns;
  inside.clear();
  for (let column = from; column >= 0 && states[first + column] !== OUTSIDE; column--) {
    const cell = first + column;
    for (let at = start[cell]!; at < start[cell + 1]!; at++) {
      const edge = 4 * listed[at]!;
      const crossing = crossingOf(ends, edge, y);
      // an edge that comes to several squares counts in the one where it is crossed
      if (!(crossing < x) || cellColumn(cells, crossing) !== column) continue;
      const polygon = polygonOf[edge / 4]!;
      if (!inside.delete(polygon)) inside.add(polygon);
    }
  }
  return inside.size > 0;
}

// The fraction of the line at which it meets a ring edge, or null. Parallel edges meet nothing: their ends do.
function meetingFraction(line: Line, ends: Float64Array, edge: number): number | null {
  const x1 = ends[edge]!;
  const y1 = ends[edge + 1]!;
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  const ex = ends[edge + 2]! - x1;
  const ey = ends[edge + 3]! - y1;
  const cross = dx * ey - dy * ex;
  if (cross === 0) return null;
  const along = ((x1 - line.x1) * ey - (y1 - line.y1) * ex) / cross;
  const across = ((x1 - line.x1) * dy - (y1 - line.y1) * dx) / cross;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? along : null;
}

function isWet(barrier: WaterBarrier, x: number, y: number): boolean {
  const state = stateOfLine(barrier, { x1: x, y1: y, x2: x, y2: y });
  return state === CROSSED ? isInWaterFrom(barrier, cellColumn(barrier.cells, x), x, y) : state === INSIDE;
}

const asked = new Int32Array(4);
function stateOfLine({ cells }: WaterBarrier, { x1, y1, x2, y2 }: Line): number {
  asked[0] = Math.floor(Math.min(x1, x2) / cells.width);
  asked[1] = Math.floor(Math.min(y1, y2) / cells.height);
  asked[2] = Math.floor(Math.max(x1, x2) / cells.width);
  asked[3] = Math.floor(Math.max(y1, y2) / cells.height);
  return stateOfSquares(cells, asked, 0);
}

// where a line meets edges, by the squares asked about last; an edge met in several of them is told several times
function cutsOf(
  { firstColumn, firstRow, columns, rows, start, listed, ends }: EdgeCells,
  line: Line,
): number[] {
  const cuts = [0, 1];
  const last = Math.min(asked[2]! - firstColumn, columns - 1);
  const top = Math.min(asked[3]! - firstRow, rows - 1);
  for (let row = Math.max(0, asked[1]! - firstRow); row <= top; row++) {
    for (let column = Math.max(0, asked[0]! - firstColumn); column <= last; column++) {
      const cell = row * columns + column;
      for (let at = start[cell]!; at < start[cell + 1]!; at++) {
        const fraction = meetingFraction(line, ends, 4 * listed[at]!);
        if (fraction !== null) cuts.push(fraction);
      }
    }
  }
  return cuts;
}

/**
 * Whether a straight line runs through water, be it across, into or within; touching a bank or running along it is
 * not crossing, nor is a part in water of at most `touchingM`. The line is in the metric frame the barrier was built with.
 */
export function crossesWater(barrier: WaterBarrier, line: Line, touchingM = TOUCHING_M): boolean {
  const state = stateOfLine(barrier, line);
  if (state === OUTSIDE) return false;
  const lengthM = Math.hypot(line.x2 - line.x1, line.y2 - line.y1);
  if (state === INSIDE) return lengthM > touchingM;
  const cuts = cutsOf(barrier.cells, line);
  cuts.sort((a, b) => a - b);
  // between two cuts the line is all in or all out, so its middle decides
  for (let at = 1; at < cuts.length; at++) {
    const [start, end] = [cuts[at - 1]!, cuts[at]!];
    if ((end - start) * lengthM <= touchingM) continue;
    const middle = (start + end) / 2;
    const x = line.x1 + middle * (line.x2 - line.x1);
    const y = line.y1 + middle * (line.y2 - line.y1);
    if (isWet(barrier, x, y)) return true;
  }
  return false;
}
