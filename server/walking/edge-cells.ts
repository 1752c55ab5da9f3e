/** A box lies outside what is bounded, 0. */
export const OUTSIDE = 0;
/** A box lies inside what is bounded, 1. */
export const INSIDE = 1;
/** A box may be crossed by an edge. */
export const CROSSED = 2;

/** Squares over what edges bound, row by row from the south-west, each OUTSIDE, INSIDE or CROSSED. */
export interface EdgeCells {
  readonly west: number;
  readonly south: number;
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

const MOST_CELLS = 512; // a side

/**
 * Puts squares of at least a side over what edges bound, so that boxes far from the edges are judged without looking at them.
 * Where nothing tells what is inside, the edges do: the inside lies to their left.
 */
export function edgeCells(
  bounds: Bounds,
  side: number,
  isInside?: (x: number, y: number) => boolean,
): EdgeCells {
  const { west, south, east, north, ends } = bounds;
  const width = Math.max(side, (east - west) / MOST_CELLS);
  const height = Math.max(side, (north - south) / MOST_CELLS);
  const columns = ends.length === 0 ? 0 : Math.floor((east - west) / width) + 1;
  const rows = ends.length === 0 ? 0 : Math.floor((north - south) / height) + 1;
  const grid = { west, south, width, height, columns, rows };
  const states = new Uint8Array(columns * rows);
  const cells = { ...grid, ends, states, ...listEdges(grid, ends) };
  for (let row = 0; row < rows; row++) fillRow(cells, row, isInside);
  return cells;
}

type Grid = Omit<EdgeCells, "ends" | "states" | "start" | "listed">;

const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));

/** The column of squares of an x; the nearest one where it lies beside them all. */
export const cellColumn = ({ west, width, columns }: Grid, x: number) => clamp((x - west) / width, columns);

/** The row of squares of a y; the nearest one where it lies beside them all. */
export const cellRow = ({ south, height, rows }: Grid, y: number) => clamp((y - south) / height, rows);

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
function fillRow(cells: EdgeCells, row: number, isInside?: (x: number, y: number) => boolean): void {
  const { west, south, width, height, columns, states, start } = cells;
  const y = south + (row + 0.5) * height;
  let known = OUTSIDE; // west of them all
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column;
    if (start[at + 1]! > start[at]!) known = CROSSED;
    else if (known === CROSSED) {
      const x = west + (column + 0.5) * width;
      const inside = isInside ? isInside(x, y) : windingFrom(cells, column - 1, x, y) > 0;
      known = inside ? INSIDE : OUTSIDE;
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

// by the edges west of a place that are crossed in a square; one that comes to several counts in the one where it is crossed
function turnsWithin(cells: EdgeCells, cell: number, column: number, x: number, y: number): number {
  const { ends, start, listed } = cells;
  let turns = 0;
  for (let at = start[cell]!; at < start[cell + 1]!; at++) {
    const edge = 4 * listed[at]!;
    const [y1, y2] = [ends[edge + 1]!, ends[edge + 3]!];
    if (y1 > y === y2 > y) continue;
    const crossing = ends[edge]! + ((y - y1) / (y2 - y1)) * (ends[edge + 2]! - ends[edge]!);
    if (crossing < x && cellColumn(cells, crossing) === column) turns += y2 > y1 ? -1 : 1;
  }
  return turns;
}

/** How a box lies to what is bounded, given at a place of a list as west, south, east, north; CROSSED also where its squares only may be. */
export function stateOfBox(cells: EdgeCells, boxes: Float64Array, at: number): number {
  const { columns, states } = cells;
  if (liesBeside(cells, boxes, at)) return OUTSIDE;
  const first = cellColumn(cells, boxes[at]!);
  const last = cellColumn(cells, boxes[at + 2]!);
  const top = cellRow(cells, boxes[at + 3]!);
  let state = -1;
  for (let row = cellRow(cells, boxes[at + 1]!); row <= top; row++) {
    for (let column = first; column <= last; column++) {
      const here = states[row * columns + column]!;
      if (here === CROSSED || (state !== -1 && here !== state)) return CROSSED;
      state = here;
    }
  }
  return state;
}

function liesBeside(
  { west, south, width, height, columns, rows }: Grid,
  boxes: Float64Array,
  at: number,
): boolean {
  return (
    boxes[at + 2]! < west ||
    boxes[at + 3]! < south ||
    boxes[at]! > west + columns * width ||
    boxes[at + 1]! > south + rows * height
  );
}
