import type { Database } from "../../server/database/database.ts";
import type { SeededDistrict } from "./catalogue-district.ts";
import type { OsmBuilding } from "./osm-buildings.ts";

/** Writes building outlines of an extract into a seeded district, repaired; footprints and floor areas are stand-ins of 1 m² a floor. */
export async function insertOsmBuildings(
  database: Database,
  { id, datasetId }: SeededDistrict,
  buildings: readonly OsmBuilding[],
): Promise<void> {
  await database.query(
    `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source,
       gfa_above_sqm, geom)
     SELECT $1, $2, row.id, 1 + row.ordinal, 1, row.floors, CASE WHEN row.floors IS NULL THEN 'unknown' ELSE 'measured' END,
       row.floors, polygonal(ST_GeomFromGeoJSON(row.outline))
     FROM unnest($3::text[], $4::real[], $5::text[]) WITH ORDINALITY AS row (id, floors, outline, ordinal)
     WHERE NOT ST_IsEmpty(polygonal(ST_GeomFromGeoJSON(row.outline)))`,
    [
      id,
      datasetId,
      buildings.map((building) => building.id),
      buildings.map((building) => building.floors),
      buildings.map(({ ring }) => JSON.stringify({ type: "Polygon", coordinates: [ring] })),
    ],
  );
}
