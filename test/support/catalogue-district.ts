import type { Database } from "../../server/database/database.ts";
import { recordVersion } from "../../server/database/version.ts";

/** The place in the middle of the district of these tests. */
export const CENTRE = [106.6, 29.5] as const;

/** What a test needs to put rows of its own beside the seeded ones. */
export type SeededDistrict = { readonly id: string; readonly datasetId: number };

const box = (west: number, south: number, side: number) =>
  `MULTIPOLYGON(((${west} ${south},${west + side} ${south},${west + side} ${south + side},${west} ${south + side},${west} ${south})))`;

/** The import report of the seeded district. */
export const REPORT = {
  durationS: 1.5,
  files: [],
  items: [
    {
      kind: "came-in",
      code: "layer-rows",
      layer: "building",
      count: 2,
      share: null,
      sourceIds: [],
      message: "2 buildings",
    },
  ],
};

/**
 * A small live district: one public and one internal building and project, a school ground, two streets of one name,
 * a station, a walkway, an elevation model of 4 × 3 cells with a void, zones. Its id is its own, so tests do not meet.
 */
export async function seedDistrict(database: Database, id: string): Promise<SeededDistrict> {
  await removeDistrict(database, id);
  await database.query(
    "INSERT INTO district (id, adcode, name_zh, name_en, sample) VALUES ($1, '990001', '试区', 'Trial', true)",
    [id],
  );
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO dataset (district_id, status, source, as_of, actor_id, completeness, report)
     VALUES ($1, 'live', 'hand-made', '2026-04-01', 'test', '{"building": "partial"}', $2) RETURNING id`,
    [id, JSON.stringify(REPORT)],
  );
  const district = { id, datasetId: rows[0]!.id };
  const [lon, lat] = CENTRE;
  const key = [district.id, district.datasetId];
  await database.query(
    `INSERT INTO store.zone (district_id, dataset_id, id, kind, name_zh, name_en, boundary_status, area_sqm, land_area_sqm, level, geom)
     VALUES ($1, $2, 'district:' || $1, 'district', '试区', 'Trial', 'official', 4e6, 3e6, 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'core:old-town', 'core', '老城核', 'Old Town', 'schematic', 1e6, 1e6, 'public', ST_GeomFromText($4, 4326)),
       ($1, $2, 'core:hidden', 'core', '内部核', 'Hidden', 'schematic', 1e6, 1e6, 'internal', ST_GeomFromText($4, 4326))`,
    [...key, box(lon - 0.01, lat - 0.01, 0.02), box(lon - 0.005, lat - 0.005, 0.01)],
  );
  await database.query(
    `INSERT INTO store.building (district_id, dataset_id, id, source_id, ordinal, footprint_sqm, floors_above, floors_source,
       gfa_above_sqm, use, year_built, name_zh, level, geom)
     VALUES ($1, $2, 'w1', 'way/1', 0, 100, 3.5, 'measured', 350, 'office', 1985, '甲楼', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'w2', 'way/2', 1, 100, NULL, 'unknown', NULL, 'unknown', NULL, '乙楼', 'internal', ST_GeomFromText($4, 4326))`,
    [...key, box(lon, lat, 0.0001), box(lon + 0.001, lat, 0.0001)],
  );
  await database.query(
    `INSERT INTO store.facility (district_id, dataset_id, id, category, name_zh, name_en, geom)
     VALUES ($1, $2, 'w9', 'primary-school', '老城小学', 'Old Town School', ST_GeomFromText($3, 4326))`,
    [...key, box(lon, lat + 0.001, 0.0004)],
  );
  await database.query(
    `INSERT INTO store.road (district_id, dataset_id, id, class, name_zh, name_en, length_m, geom)
     VALUES ($1, $2, 'w20', 'primary', '中山路', 'Zhongshan Road', 97, ST_GeomFromText($3, 4326)),
       ($1, $2, 'w21', 'primary', '中山路', 'Zhongshan Road', 97, ST_GeomFromText($4, 4326)),
       ($1, $2, 'w22', 'footway', NULL, NULL, 97, ST_GeomFromText($3, 4326))`,
    [
      ...key,
      `LINESTRING(${lon} ${lat},${lon + 0.001} ${lat})`,
      `LINESTRING(${lon + 0.001} ${lat},${lon + 0.002} ${lat})`,
    ],
  );
  await database.query(
    `INSERT INTO store.metro_station (district_id, dataset_id, id, name_zh, name_en, lines, geom)
     VALUES ($1, $2, 'n30', '中山路站', 'Zhongshan Road Station', '{1,2}', ST_SetSRID(ST_MakePoint($3, $4), 4326))`,
    [...key, lon, lat],
  );
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, name_zh, categories, stage, level, geom)
     VALUES ($1, $2, 'p1', '老城改造', '{old-estate}', 'building', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'p2', '内部项目', '{}', NULL, 'internal', ST_GeomFromText($3, 4326)),
       ($1, $2, 'p3', '百分之50%项目', '{}', NULL, 'public', ST_GeomFromText($3, 4326))`,
    [...key, box(lon, lat, 0.001)],
  );
  await seedElevation(database, district);
  await recordVersion(database, {
    districtId: id,
    actorId: "test",
    note: "seeded",
    changes: [{ layer: "*", featureId: "", op: "replace" }],
  });
  return district;
}

// four columns and three rows of 0.01°, metres; the void in the middle row has neighbours of 200 m on three sides
const ELEVATIONS = [100, 200, 300, 400, 200, Number.NaN, 200, 500, 300, 200, 500, 600];

async function seedElevation(database: Database, { id, datasetId }: SeededDistrict): Promise<void> {
  await database.query(
    `INSERT INTO store.elevation (district_id, dataset_id, west, north, cell_lon, cell_lat, columns, rows, samples)
     VALUES ($1, $2, $3, $4, 0.01, 0.01, 4, 3, $5)`,
    [id, datasetId, CENTRE[0] - 0.02, CENTRE[1] + 0.015, Buffer.from(Float32Array.from(ELEVATIONS).buffer)],
  );
}

const TABLES = ["zone", "building", "facility", "road", "metro_station", "project", "elevation"] as const;

const PROGRAMME = [
  "project_scope",
  "menu_option",
  "menu_survey",
  "adviser_visit",
  "adviser",
  "project_reading",
  "project_target",
  "project_works",
  "project_responsibility",
  "entered_project",
  "project_import",
  "funding_share",
  "funding_to_project",
  "funding_to_package",
  "funding_package_project",
  "funding_package",
  "funding",
  "project_investment",
  "project_income",
  "dispatch_import",
  "dispatch_return",
  "matter",
  "approval",
  "scorecard_entry",
  "stage_step",
  "project_evidence",
  "project_state",
  "plan_document",
] as const;

/** Takes the district and all its rows away again. */
export async function removeDistrict(database: Database, id: string): Promise<void> {
  for (const table of TABLES) await database.query(`DELETE FROM store.${table} WHERE district_id = $1`, [id]);
  for (const table of PROGRAMME) await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [id]);
  await database.query("DELETE FROM change WHERE district_id = $1", [id]);
  await database.query("DELETE FROM data_version WHERE district_id = $1", [id]);
  await database.query("DELETE FROM dataset WHERE district_id = $1", [id]);
  await database.query("DELETE FROM district WHERE id = $1", [id]);
}
