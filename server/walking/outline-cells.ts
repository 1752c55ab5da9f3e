import { type OutlineColumns, windingAt } from "./outline-columns.ts";

const OUTSIDE = 0;
const INSIDE = 1;
/** A box may be crossed by the outline; 0 = outside it, 1 = inside. */
export const CROSSED = 2;

/** Squares over an outline, row by row from the south-west, each outside (0), inside (1) or CROSSED. */
export interface OutlineCells {
  readonly west: number;
  readonly south: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
  readonly states: Uint8Array;
}

// about as long as the edges of an outline: the finer, the fewer boxes are called crossed in vain
const LEAST_DEGREES = 0.0002;
const MOST_CELLS = 512; // a side

/** Puts squares over an outline, so that boxes far from its edges are judged without looking at them. */
export function outlineCells(outline: OutlineColumns): OutlineCells {
  const { west, south, east, north, ends } = outline;
  const width = Math.max(LEAST_DEGREES, (east - west) / MOST_CELLS);
  const height = Math.max(LEAST_DEGREES, (north - south) / MOST_CELLS);
  const columns = ends.length === 0 ? 0 : Math.floor((east - west) / width) + 1;
  const rows = ends.length === 0 ? 0 : Math.floor((north - south) / height) + 1;
  const cells = { west, south, width, height, columns, rows, states: new Uint8Array(columns * rows) };
  for (let at = 0; at < ends.length; at += 4)
    markCrossed(cells, ends[at]!, ends[at + 1]!, ends[at + 2]!, ends[at + 3]!);
  for (let row = 0; row < rows; row++) fillRow(cells, row, outline);
  return cells;
}

const clamp = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));

function markCrossed(cells: OutlineCells, x1: number, y1: number, x2: number, y2: number): void {
  const { west, south, width, height, columns, rows, states } = cells;
  const last = clamp((Math.max(x1, x2) - west) / width, columns);
  const top = clamp((Math.max(y1, y2) - south) / height, rows);
  for (let row = clamp((Math.min(y1, y2) - south) / height, rows); row <= top; row++)
    for (let column = clamp((Math.min(x1, x2) - west) / width, columns); column <= last; column++)
      states[row * columns + column] = CROSSED;
}

// beside a square that no edge comes to, the next such one is as it is
function fillRow(
  { west, south, width, height, columns, states }: OutlineCells,
  row: number,
  outline: OutlineColumns,
): void {
  let known = OUTSIDE; // west of the outline
  for (let column = 0; column < columns; column++) {
    const at = row * columns + column;
    if (states[at] === CROSSED) {
      known = CROSSED;
      continue;
    }
    if (known === CROSSED)
      known =
        windingAt(outline, west + (column + 0.5) * width, south + (row + 0.5) * height) > 0
          ? INSIDE
          : OUTSIDE;
    states[at] = known;
  }
}

/** How a box lies to the outline, given at a place of a list as west, south, east, north; CROSSED also where its squares only may be. */
export function stateOfBox(
  { west, south, width, height, columns, rows, states }: OutlineCells,
  boxes: Float64Array,
  at: number,
): number {
  const first = clamp((boxes[at]! - west) / width, columns);
  const last = clamp((boxes[at + 2]! - west) / width, columns);
  const top = clamp((boxes[at + 3]! - south) / height, rows);
  let state = -1;
  for (let row = clamp((boxes[at + 1]! - south) / height, rows); row <= top; row++) {
    for (let column = first; column <= last; column++) {
      const here = states[row * columns + column]!;
      if (here === CROSSED || (state !== -1 && here !== state)) return CROSSED;
      state = here;
    }
  }
  return state;
}
