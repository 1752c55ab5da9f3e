import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type DatasetRef, eachPage, walkSize } from "./load-network.ts";

const buildingsSql = loadSql("./reach-buildings.sql", import.meta.url);

/** A point on each building's footprint by ordinal, EPSG:4326. */
export interface BuildingPlaces {
  readonly buildingLon: Float64Array;
  readonly buildingLat: Float64Array;
}

/** Reads where the walks of a dataset's buildings begin, page by page. */
export async function loadBuildingPlaces(database: Database, dataset: DatasetRef): Promise<BuildingPlaces> {
  const { buildings } = await walkSize(database, dataset);
  const buildingLon = new Float64Array(buildings);
  const buildingLat = new Float64Array(buildings);
  await eachPage(buildings, async (first, end) => {
    const page = await database.query<{ ordinal: number; lon: number; lat: number }>(buildingsSql, [
      dataset.districtId,
      dataset.datasetId,
      first,
      end,
    ]);
    for (const { ordinal, lon, lat } of page.rows) {
      buildingLon[ordinal] = lon;
      buildingLat[ordinal] = lat;
    }
  });
  return { buildingLon, buildingLat };
}
