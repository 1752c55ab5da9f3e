import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Extent } from "./boundary.ts";
import type { DatasetKey } from "./write-rows.ts";

const piecesSql = loadSql("./land-pieces.sql", import.meta.url);
const zoneLandSql = loadSql("./zone-land.sql", import.meta.url);
const zonesSql = "SELECT id FROM store.zone WHERE district_id = $1 AND dataset_id = $2 ORDER BY id";

/** About 1 km: a cell is cut in some 10 ms whatever the size of the district and its rivers. */
const CELL_DEGREES = 0.01;
const CELLS_ACROSS_MAX = 60;

/**
 * Derives store.land_piece from the district zone, water and land use of a dataset (land = district − water; construction
 * and residential land = land use on land, each united first), cell by cell, then the land area of every zone.
 */
export async function deriveLand(
  database: Database,
  { districtId, datasetId }: DatasetKey,
  [west, south, east, north]: Extent,
): Promise<void> {
  const cell = Math.max(CELL_DEGREES, (east - west) / CELLS_ACROSS_MAX, (north - south) / CELLS_ACROSS_MAX);
  let next = 0;
  for (let lat = south; lat < north; lat += cell) {
    for (let lon = west; lon < east; lon += cell) {
      const corners = [lon, lat, Math.min(east, lon + cell), Math.min(north, lat + cell)];
      const { rowCount } = await database.query(piecesSql, [districtId, datasetId, ...corners, next]);
      next += rowCount;
    }
  }
  const { rows } = await database.query<{ id: string }>(zonesSql, [districtId, datasetId]);
  for (const { id } of rows) await database.query(zoneLandSql, [districtId, datasetId, id]);
}
