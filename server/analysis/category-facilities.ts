import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { FacilityPlace } from "../walking/facility-entries.ts";
import type { DatasetRef } from "../walking/load-network.ts";
import { facilityPlaces } from "../walking/reach-inputs.ts";

const sql = loadSql("./category-facilities.sql", import.meta.url);

/** A facility as a reader knows it; `at` lon, lat, EPSG:4326, lies on it. */
interface Facility {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly at: [number, number];
}

interface Row extends Facility {
  readonly shape: Buffer;
  readonly entrances: Buffer | null;
}

/** One facility with a place by which walks enter it. */
export interface CategoryFacility {
  readonly about: Facility;
  readonly place: FacilityPlace;
}

/** The public facilities of one category in a dataset, each with the places by which walks enter it. */
export async function readCategoryFacilities(
  database: Database,
  { districtId, datasetId }: DatasetRef,
  category: string,
): Promise<CategoryFacility[]> {
  const { rows } = await database.query<Row>(sql, [districtId, datasetId, category]);
  return rows.flatMap(({ shape, entrances, ...about }) =>
    facilityPlaces(shape, entrances).map((place) => ({ about, place })),
  );
}
