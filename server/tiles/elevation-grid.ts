import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./elevation.sql", import.meta.url);

/** Elevations in metres, row-major from the north-west; west and north are the outer corner of the first cell, degrees. */
export type ElevationGrid = {
  readonly west: number;
  readonly north: number;
  readonly cellLon: number;
  readonly cellLat: number;
  readonly columns: number;
  readonly rows: number;
  readonly samples: Float32Array;
};

/** The elevation model of a district with its voids filled for drawing, or undefined where nothing is known. */
export async function readElevation(
  database: Database,
  districtId: string,
): Promise<ElevationGrid | undefined> {
  const { rows } = await database.query<Omit<ElevationGrid, "samples"> & { samples: Buffer }>(sql, [
    districtId,
  ]);
  const row = rows[0];
  if (!row) return undefined;
  // a copy, because a Float32Array must start at a multiple of four bytes
  const samples = new Float32Array(new Uint8Array(row.samples).buffer);
  if (samples.length !== row.columns * row.rows)
    throw new Error(`The elevation model holds ${samples.length} samples, not ${row.columns} × ${row.rows}.`);
  const filled = fillVoids(samples, row.columns);
  return Number.isNaN(filled[0] ?? Number.NaN) ? undefined : { ...row, samples: filled };
}

// steps from the known samples up to which a void is a gap in the model; beyond, it is land the model does not cover
const GAP_STEPS = 3;
// how much of the difference to the mean is kept with each step into land the model does not cover
const FADE = 0.9;

/**
 * Gives every void (NaN) a value, step by step from the known samples: the mean of its known neighbours, and beyond a gap
 * fading to the mean of the model, so that relief ends softly where the model does. For drawing only: figures use the
 * model with its voids. A model of voids alone stays as it is.
 */
export function fillVoids(samples: Float32Array, columns: number): Float32Array {
  const filled = Float32Array.from(samples);
  const meanM = meanOf(samples);
  let front = [...filled.keys()].filter((cell) => isBesideKnown(filled, cell, columns));
  for (let step = 1; front.length > 0; step++) {
    const values = front.map((cell) => {
      const known = neighbours(cell, columns, filled.length, step > GAP_STEPS)
        .map((near) => filled[near]!)
        .filter((value) => !Number.isNaN(value));
      const level = known.reduce((sum, value) => sum + value, 0) / known.length;
      return step > GAP_STEPS ? meanM + (level - meanM) * FADE : level;
    });
    const next = new Set<number>();
    front.forEach((cell, place) => {
      filled[cell] = values[place]!;
    });
    for (const cell of front)
      for (const near of neighbours(cell, columns, filled.length, false))
        if (Number.isNaN(filled[near]!)) next.add(near);
    front = [...next];
  }
  return filled;
}

/** The mean of the samples that are known, metres; NaN where none is. */
export function meanOf(samples: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (const value of samples) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

function isBesideKnown(samples: Float32Array, cell: number, columns: number): boolean {
  return (
    Number.isNaN(samples[cell]!) &&
    neighbours(cell, columns, samples.length, false).some((near) => !Number.isNaN(samples[near]!))
  );
}

// The cells that share a side with a cell, or also those that share a corner.
function neighbours(cell: number, columns: number, length: number, corners: boolean): number[] {
  const column = cell % columns;
  const sides = [-1, 1].filter((step) => column + step >= 0 && column + step < columns);
  const near = sides.map((step) => cell + step);
  for (const row of [cell - columns, cell + columns]) {
    if (row < 0 || row >= length) continue;
    near.push(row);
    if (corners) near.push(...sides.map((step) => row + step));
  }
  return near;
}

/** Metres at a place, bilinear between cell centres; beyond the outermost centres the edge value holds. */
export function elevationAt(grid: ElevationGrid, lon: number, lat: number): number {
  const x = clamp((lon - grid.west) / grid.cellLon - 0.5, grid.columns - 1);
  const y = clamp((grid.north - lat) / grid.cellLat - 0.5, grid.rows - 1);
  const column = Math.min(Math.floor(x), Math.max(0, grid.columns - 2));
  const row = Math.min(Math.floor(y), Math.max(0, grid.rows - 2));
  const right = Math.min(column + 1, grid.columns - 1);
  const below = Math.min(row + 1, grid.rows - 1);
  const sample = (atRow: number, atColumn: number) => grid.samples[atRow * grid.columns + atColumn]!;
  const top = mix(sample(row, column), sample(row, right), x - column);
  const bottom = mix(sample(below, column), sample(below, right), x - column);
  return mix(top, bottom, y - row);
}

/** west, south, east, north of the model in degrees. */
export function gridExtent(grid: Omit<ElevationGrid, "samples">): [number, number, number, number] {
  return [
    grid.west,
    grid.north - grid.rows * grid.cellLat,
    grid.west + grid.columns * grid.cellLon,
    grid.north,
  ];
}

const clamp = (value: number, high: number) => Math.max(0, Math.min(high, value));
const mix = (from: number, to: number, share: number) => from + (to - from) * share;
