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

/**
 * Gives every void (NaN) the value of the nearest known sample, counted in steps between neighbours. For drawing
 * only: figures use the model with its voids. A model of voids alone stays as it is.
 */
export function fillVoids(samples: Float32Array, columns: number): Float32Array {
  const filled = Float32Array.from(samples);
  let front: number[] = [];
  for (let cell = 0; cell < filled.length; cell++)
    if (
      !Number.isNaN(filled[cell]!) &&
      neighbours(cell, columns, filled.length).some((near) => Number.isNaN(filled[near]!))
    )
      front.push(cell);
  while (front.length > 0) {
    const next: number[] = [];
    for (const cell of front)
      for (const near of neighbours(cell, columns, filled.length)) {
        if (!Number.isNaN(filled[near]!)) continue;
        filled[near] = filled[cell]!;
        next.push(near);
      }
    front = next;
  }
  return filled;
}

function neighbours(cell: number, columns: number, length: number): number[] {
  const column = cell % columns;
  const near: number[] = [];
  if (column > 0) near.push(cell - 1);
  if (column < columns - 1) near.push(cell + 1);
  if (cell >= columns) near.push(cell - columns);
  if (cell + columns < length) near.push(cell + columns);
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
