import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { ElevationModel } from "./elevation-model.ts";
import type { DatasetKey } from "./write-rows.ts";

const sql = loadSql("./write-elevation.sql", import.meta.url);

/** Stores the elevation model of a dataset. */
export async function writeElevation(
  database: Database,
  { districtId, datasetId }: DatasetKey,
  model: ElevationModel,
): Promise<void> {
  const { samples } = model;
  await database.query(sql, [
    districtId,
    datasetId,
    model.west,
    model.north,
    model.cellLon,
    model.cellLat,
    model.columns,
    model.rows,
    Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength),
    model.source,
  ]);
}
