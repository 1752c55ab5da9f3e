/** A box lies outside what is bounded, 0. */
export const OUTSIDE = 0;
/** A box lies inside what is bounded, 1. */
export const INSIDE = 1;
/** A box may be crossed by an edge. */
export const CROSSED = 2;

/**
 * Squares over what edges bound, row by row from the south-west, each OUTSIDE, INSIDE or CROSSED: a part of the squares of
 * one size that cover everything, whose column c reaches from c · width to (c + 1) · width.
 */
export interface EdgeCells {
  readonly firstColumn: number;
  readonly firstRow: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly states: Uint8Array;
  readonly ends: Float64Array;
  /** The edges that come to square s: listed[start[s]] to listed[start[s + 1] - 1]. */
  readonly start: Int32Array;
  readonly listed: Int32Array;
}

/** What edges bound, in one unit throughout; an edge has four numbers: x, y, x, y. */
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly ends: Float64Array;
}

/** Edges (four numbers each) with the box round them all; without any the box is empty. */
export function boundsOf(ends: Float64Array): Bounds {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < ends.length; at += 2) {
    west = Math.min(west, ends[at]!);
    east = Math.max(east, ends[at]!);
    south = Math.min(south, ends[at + 1]!);
    north = Math.max(north, ends[at + 1]!);
  }
  return { west, south, east, north, ends };
}

/** Whether a place lies inside, by what is crossed on the way west through its row, from the square in a column on. */
export type InsideFrom = (cells: EdgeCells, column: number, x: number, y: number) => boolean;

const isWoundFrom: InsideFrom = (cells, column, x, y) => windingFrom(cells, column, x, y) > 0;

/**
 * Puts squares over what edges bound, so that boxes far from the edges are judged without looking at them. Where nothing
 * tells what is inside, the edges do: the inside lies to their left.
 */
export function edgeCells(
  bounds: Bounds,
  { width, height }: Pick<EdgeCells, "width" | "height">,
  isInsideFrom: InsideFrom = isWoundFrom,
): EdgeCells {
  const { west, south, east, north, ends } = bounds;
  const isEmpty = ends.length === 0;
  const firstColumn = isEmpty ? 0 : Math.floor(west / width);
  const firstRow = isEmpty ? 0 : Math.floor(south / height);
  const columns = isEmpty ? 0 : Math.floor(east / width) - firstColumn + 1;
  const rows = isEmpty ? 0 : Math.floor(north / height) - firstRow + 1;
  const grid = { firstColumn, firstRow, width, height, columns, rows };
  const states = new Uint8Array(columns * rows);
  const cells = { ...grid, ends, states, ...listEdges(grid, ends) };
  for (let row = 0; row < rows; row++) fillRow(cells, row, isInsideFrom);
  return cells;
}

type Grid = Omit<EdgeCells, "ends" | "states" | "start" | "listed">;

const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));

/** The column of squares of an x; the nearest one where it lies beside them all. */
export const cellColumn = ({ firstColumn, width, columns }: Grid, x: number) =>
  clamp(Math.floor(x / width) - firstColumn, columns);

/** The row of squares of a y; the nearest one where it lies beside them all. */
export const cellRow = ({ firstRow, height, rows }: Grid, y: number) =>
  clamp(Math.floor(y / height) - firstRow, rows);

// an edge is taken to come to every square of the box round it
function listEdges(grid: Grid, ends: Float64Array): Pick<EdgeCells, "start" | "listed"> {
  const cells: number[] = [];
  const edges: number[] = [];
  for (let at = 0; at < ends.length; at += 4) {
    const first = cellColumn(grid, Math.min(ends[at]!, ends[at + 2]!));
    const last = cellColumn(grid, Math.max(ends[at]!, ends[at + 2]!));
    const top = cellRow(grid, Math.max(ends[at + 1]!, ends[at + 3]!));
    for (let row = cellRow(grid, Math.min(ends[at + 1]!, ends[at + 3]!)); row <= top; row++) {
      for (let column = first; column <= last; column++) {
        cells.push(row * grid.columns + column);
        edges.push(at / 4);
      }
    }
  }
  // start first counts, then ends each square's list, then, filled from behind, begins it
  const start = new Int32Array(grid.columns * grid.rows + 1);
  for (const cell of cells) start[cell]!++;
  for (let cell = 1; cell < start.length; cell++) start[cell]! += start[cell - 1]!;
  const listed = new Int32Array(edges.length);
  for (let at = cells.length - 1; at >= 0; at--) listed[--start[cells[at]!]!] = edges[at]!;
  return { start, listed };
}

// beside a square that no edge comes to, the next such one is as it is
function fillRow(cells: EdgeCells, row: number, isInsideFrom: InsideFrom): void {
  const { firstColumn, firstRow, width, height, columns, states, start } = cells;
  const y = (firstRow + row + 0.5) * height;
  let known = OUTSIDE; // west of them all
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column;
    if (start[at + 1]! > start[at]!) known = CROSSED;
    else if (known === CROSSED) {
      const x = (firstColumn + column + 0.5) * width;
      known = isInsideFrom(cells, column - 1, x, y) ? INSIDE : OUTSIDE;
    }
    states[at] = known;
  }
}

/** How often edges with the inside to their left wind round a place: 0 = outside. */
export const windingAt = (cells: EdgeCells, x: number, y: number) =>
  windingFrom(cells, cellColumn(cells, x), x, y);

// what is crossed on the way west, up to a square whose state is known
function windingFrom(cells: EdgeCells, from: number, x: number, y: number): number {
  const { columns, states } = cells;
  const first = cellRow(cells, y) * columns;
  let turns = 0;
  for (let column = from; column >= 0; column--) {
    const state = states[first + column];
    if (state !== CROSSED) return state === INSIDE ? turns + 1 : turns;
    turns += turnsWithin(cells, first + column, column, x, y);
  }
  return turns;
}

/** The x at which an edge, given at its place in the list, has a y; NaN where it has not. An end counts with the edge below it. */
export function crossingOf(ends: Float64Array, edge: number, y: number): number {
  const y1 = ends[edge + 1]!;
  const y2 = ends[edge + 3]!;
  if (y1 > y === y2 > y) return Number.NaN;
  return ends[edge]! + ((y - y1) / (y2 - y1)) * (ends[edge + 2]! - ends[edge]!);
}

// by the edges west of a place that are crossed in a square; one that comes to several counts in the one where it is crossed
function turnsWithin(cells: EdgeCells, cell: number, column: number, x: number, y: number): number {
  const { ends, start, listed } = cells;
  let turns = 0;
  for (let at = start[cell]!; at < start[cell + 1]!; at++) {
    const edge = 4 * listed[at]!;
    const crossing = crossingOf(ends, edge, y);
    if (crossing < x && cellColumn(cells, crossing) === column)
      turns += ends[edge + 3]! > ends[edge + 1]! ? -1 : 1;
  }
  return turns;
}

/** The squares that boxes (four numbers each: west, south, east, north) come to: first column and row, last column and row. */
export function squaresOf(
  boxes: Float64Array,
  { width, height }: Pick<EdgeCells, "width" | "height">,
): Int32Array {
  const squares = new Int32Array(boxes.length);
  boxes.forEach((side, at) => {
    squares[at] = Math.floor(side / (at % 2 === 0 ? width : height));
  });
  return squares;
}

/** How a box lies to what is bounded, by its squares at a place of the list squaresOf gives; CROSSED also where these only may be. */
export function stateOfSquares(cells: EdgeCells, squares: Int32Array, at: number): number {
  const { firstColumn, firstRow, columns, rows, states } = cells;
  const first = squares[at]! - firstColumn;
  const bottom = squares[at + 1]! - firstRow;
  const last = squares[at + 2]! - firstColumn;
  const top = squares[at + 3]! - firstRow;
  // beside all squares nothing is bounded
  if (last < 0 || top < 0 || first >= columns || bottom >= rows) return OUTSIDE;
  const known = states[Math.max(0, bottom) * columns + Math.max(0, first)]!;
  if (known === CROSSED) return CROSSED;
  for (let row = Math.max(0, bottom); row <= Math.min(top, rows - 1); row++) {
    for (let column = Math.max(0, first); column <= Math.min(last, columns - 1); column++) {
      if (states[row * columns + column] !== known) return CROSSED;
    }
  }
  return known;
}
