import { controlRows, numberIn, placeOf } from "./control.ts";
import { densify, distanceM, type Point, shift, toPlane } from "./plane.ts";
import { randomFor } from "./random.ts";
import type { Outline } from "./ring.ts";

/** Cell of the elevation grid in metres. */
const CELL_M = 25;
/** How far the grid reaches beyond the district, metres. */
const MARGIN_M = 400;
/** Rounds the tip of the interpolating cone, metres. */
const SOFTNESS_M = 60;
/** The highest place of the district: the surface never exceeds it. */
const HIGHEST_M = 379;
const LOWEST_M = 158;

/** Heights over the plane: a grid, row-major from the south-west corner, and its interpolation. */
export interface Elevation {
  readonly west: number;
  readonly south: number;
  readonly cellM: number;
  readonly columns: number;
  readonly rows: number;
  readonly heightsM: Float64Array;
  /** Metres above the sea at a place, bilinear between cells. */
  readonly heightAt: (place: Point) => number;
  /** Rise per metre towards the east and the north. */
  readonly gradientAt: (place: Point) => Point;
}

interface Known {
  readonly place: Point;
  readonly heightM: number;
}

function knownHeights(outline: Outline): Known[] {
  const known: Known[] = controlRows("height").map((row) => ({
    place: toPlane(outline.plane, placeOf(row)),
    heightM: numberIn(row, "height_m"),
  }));
  for (const row of controlRows("bank-height")) {
    const inlandM = numberIn(row, "inland_m");
    const heightM = numberIn(row, "height_m");
    const along = [shift(outline.yangtzeBank, inlandM), shift(outline.jialingBank, -inlandM)];
    for (const line of along) {
      const spaced = densify(line, 200).filter((_, at) => at % 2 === 0);
      known.push(...spaced.map((place) => ({ place, heightM })));
    }
  }
  // two heights at one place would leave the equations without an answer
  return known.filter(
    ({ place }, at) => !known.slice(0, at).some((earlier) => distanceM(earlier.place, place) < 30),
  );
}

const kernel = (a: Point, b: Point) =>
  Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + SOFTNESS_M * SOFTNESS_M);

// Gaussian elimination with partial pivoting.
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  for (let pivot = 0; pivot < size; pivot++) eliminate(matrix, right, pivot);
  for (let row = size - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let column = row + 1; column < size; column++) sum -= matrix[row]![column]! * right[column]!;
    right[row] = sum / matrix[row]![row]!;
  }
  return right;
}

function eliminate(matrix: Float64Array[], right: Float64Array, pivot: number): void {
  const size = right.length;
  let best = pivot;
  for (let row = pivot + 1; row < size; row++) {
    if (Math.abs(matrix[row]![pivot]!) > Math.abs(matrix[best]![pivot]!)) best = row;
  }
  [matrix[pivot], matrix[best]] = [matrix[best]!, matrix[pivot]!];
  [right[pivot], right[best]] = [right[best]!, right[pivot]!];
  const pivotRow = matrix[pivot]!;
  for (let row = pivot + 1; row < size; row++) {
    const current = matrix[row]!;
    const factor = current[pivot]! / pivotRow[pivot]!;
    for (let column = pivot; column < size; column++) current[column]! -= factor * pivotRow[column]!;
    right[row]! -= factor * right[pivot]!;
  }
}

// Multiquadric interpolation (R. Hardy 1971): a sum of rounded cones through all known heights.
function interpolate(known: readonly Known[]): (place: Point) => number {
  const mean = known.reduce((sum, { heightM }) => sum + heightM, 0) / known.length;
  const matrix = known.map((a) => Float64Array.from(known, (b) => kernel(a.place, b.place)));
  const weights = solve(
    matrix,
    Float64Array.from(known, ({ heightM }) => heightM - mean),
  );
  return (place) => {
    let height = mean;
    for (let at = 0; at < known.length; at++) height += weights[at]! * kernel(place, known[at]!.place);
    return height;
  };
}

// Value noise on a lattice, so that slopes are not glass: at most ±1 before scaling.
function roughness(seed: number, columns: number, rows: number): (column: number, row: number) => number {
  const random = randomFor(seed, "roughness");
  const spacing = 5;
  const across = Math.ceil(columns / spacing) + 2;
  const lattice = Float64Array.from({ length: across * (Math.ceil(rows / spacing) + 2) }, () =>
    random.between(-1, 1),
  );
  return (column, row) => {
    const [x, y] = [column / spacing, row / spacing];
    const [x0, y0] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - x0, y - y0];
    const at = (dx: number, dy: number) => lattice[(y0 + dy) * across + x0 + dx]!;
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
  };
}

/** The elevation surface: through the control heights and the banks, a little rough, between 158 and 379 m. */
export function buildElevation(outline: Outline, seed: number): Elevation {
  const xs = outline.districtRing.map(([x]) => x);
  const ys = outline.districtRing.map(([, y]) => y);
  const west = Math.min(...xs) - MARGIN_M;
  const south = Math.min(...ys) - MARGIN_M;
  const columns = Math.ceil((Math.max(...xs) + MARGIN_M - west) / CELL_M) + 1;
  const rows = Math.ceil((Math.max(...ys) + MARGIN_M - south) / CELL_M) + 1;
  const heightOf = interpolate(knownHeights(outline));
  const rough = roughness(seed, columns, rows);
  const heightsM = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const smoothM = heightOf([west + column * CELL_M, south + row * CELL_M]);
      const roughM = 1.5 * rough(column, row);
      heightsM[row * columns + column] = Math.min(HIGHEST_M, Math.max(LOWEST_M, smoothM + roughM));
    }
  }
  return {
    west,
    south,
    cellM: CELL_M,
    columns,
    rows,
    heightsM,
    ...readers(heightsM, west, south, columns, rows),
  };
}

function readers(heightsM: Float64Array, west: number, south: number, columns: number, rows: number) {
  const heightAt = ([x, y]: Point): number => {
    const column = Math.min(columns - 1.001, Math.max(0, (x - west) / CELL_M));
    const row = Math.min(rows - 1.001, Math.max(0, (y - south) / CELL_M));
    const [c, r] = [Math.floor(column), Math.floor(row)];
    const [fx, fy] = [column - c, row - r];
    const at = (dc: number, dr: number) => heightsM[(r + dr) * columns + c + dc]!;
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy;
  };
  // over 80 m, so that a street follows the hill and not its roughness
  const span = 40;
  const gradientAt = ([x, y]: Point): Point => [
    (heightAt([x + span, y]) - heightAt([x - span, y])) / (2 * span),
    (heightAt([x, y + span]) - heightAt([x, y - span])) / (2 * span),
  ];
  return { heightAt, gradientAt };
}
