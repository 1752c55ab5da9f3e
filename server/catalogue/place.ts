import type { Place } from "../contract/place.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type ElevationGrid, elevationAt } from "../tiles/elevation-grid.ts";
import type { Scope } from "./scope.ts";

const zonesSql = loadSql("./place-zones.sql", import.meta.url);
const elevationSql = loadSql("./place-elevation.sql", import.meta.url);

const METRES_PER_DEGREE = 111_195; // of a sphere of 6,371 km

/** Height, slope and zones of a place in degrees, EPSG:4326; a place outside the data is known by nothing. */
export async function readPlace(
  database: Database,
  { districtId, levels }: Scope,
  { lon, lat }: { readonly lon: number; readonly lat: number },
): Promise<Place> {
  const zones = await database.query<Place["zones"][number]>(zonesSql, [districtId, levels, lon, lat]);
  const { rows } = await database.query<Omit<ElevationGrid, "samples"> & { samples: Buffer }>(elevationSql, [
    districtId,
    lon,
    lat,
  ]);
  const row = rows[0];
  // a copy, because a Float32Array must start at a multiple of four bytes
  const grid = row && { ...row, samples: new Float32Array(new Uint8Array(row.samples).buffer) };
  return {
    ...{ lon, lat, zones: zones.rows },
    heightM: grid ? knownOf(elevationAt(grid, lon, lat)) : null,
    slope: grid ? knownOf(slopeAt(grid, lon, lat)) : null,
    cellM: grid ? grid.cellLat * METRES_PER_DEGREE : null,
  };
}

const knownOf = (value: number) => (Number.isFinite(value) ? value : null);

// rise over run by B. Horn (1981) over the nine cells around; NaN at the edge of the model and beside voids
function slopeAt(grid: ElevationGrid, lon: number, lat: number): number {
  const column = Math.floor((lon - grid.west) / grid.cellLon);
  const row = Math.floor((grid.north - lat) / grid.cellLat);
  const at = (down: number, right: number) => {
    const [y, x] = [row + down, column + right];
    const isThere = y >= 0 && y < grid.rows && x >= 0 && x < grid.columns;
    return isThere ? grid.samples[y * grid.columns + x]! : Number.NaN;
  };
  const side = (cells: readonly (readonly [number, number])[]) =>
    cells.reduce((sum, [down, right], index) => sum + at(down, right) * (index === 1 ? 2 : 1), 0) / 4;
  const edge = (fixed: number) => [-1, 0, 1].map((step) => [step, fixed] as const);
  const flip = (cells: readonly (readonly [number, number])[]) => cells.map(([a, b]) => [b, a] as const);
  const eastM = 2 * grid.cellLon * METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180);
  const northM = 2 * grid.cellLat * METRES_PER_DEGREE;
  return Math.hypot(
    (side(edge(1)) - side(edge(-1))) / eastM,
    (side(flip(edge(1))) - side(flip(edge(-1)))) / northM,
  );
}
