import type { Database } from "../../server/database/database.ts";
import { recordVersion } from "../../server/database/version.ts";
import { computeReach } from "../../server/walking/reach.ts";
import { townBuildings } from "./town/buildings.ts";
import { elevationM, type Metres, toLonLat } from "./town/ground.ts";
import { townFacilities, townGround, townMetro, townProjects, townZones } from "./town/places.ts";
import { townStreets } from "./town/streets.ts";

/** The district of the generated town: two rivers, a ridge, stairs, a lift, a bridge; no real place. */
export const TOWN = "990100";

type Row = Record<string, unknown>;

/** Fills an empty, migrated database with the town, its reach included, as one live dataset. */
export async function insertTown(database: Database): Promise<void> {
  await database.query(
    "INSERT INTO district (id, adcode, name_zh, name_en, sample) VALUES ($1, $1, '云岭区', 'Yunling', true)",
    [TOWN],
  );
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO dataset (district_id, status, source, as_of, actor_id, completeness, report)
     VALUES ($1, 'live', '自动生成的小镇 · generated town', '2026-01-01', 'test', $2, $3) RETURNING id`,
    [TOWN, JSON.stringify(COMPLETENESS), JSON.stringify(REPORT)],
  );
  const datasetId = rows[0]!.id;
  for (const [table, list] of Object.entries(townRows())) await insertRows(database, table, datasetId, list);
  await measure(database, datasetId);
  await insertElevation(database, datasetId);
  await recordVersion(database, {
    districtId: TOWN,
    actorId: "test",
    note: "generated town",
    changes: [{ layer: "*", featureId: "", op: "replace" }],
  });
  await computeReach(database, { districtId: TOWN, datasetId });
}

function townRows(): Record<string, Row[]> {
  const { nodes, edges, roads } = townStreets();
  const zones = townZones().map((zone) => ({ ...zone, area_sqm: 0, land_area_sqm: 0, level: "public" }));
  const shared = townGround();
  const public_ = (rows: Row[]) => rows.map((row) => ({ level: "public", ...row }));
  return {
    zone: zones,
    ...Object.fromEntries(Object.entries(shared).map(([table, rows]) => [table, public_(rows)])),
    building: public_(townBuildings()),
    road: public_(roads).map((road) => ({ one_way: false, context: false, ...road })),
    walk_node: nodes.map(({ at: _, ...node }) => node),
    walk_edge: edges.map((edge) => ({ layer: 0, context: false, ...edge })),
    ...Object.fromEntries(
      Object.entries(townMetro()).map(([table, rows]) => [
        table,
        public_(rows).map((row) => (table === "metro_line" ? row : { context: false, ...row })),
      ]),
    ),
    facility: public_(townFacilities().facility!).map((row) => ({ context: false, ...row })),
    facility_entrance: townFacilities().facility_entrance!,
    project: townProjects(),
  };
}

async function insertRows(database: Database, table: string, datasetId: number, list: Row[]): Promise<void> {
  const full = list.map((row) => ({ district_id: TOWN, dataset_id: datasetId, ...row }));
  const columns = [...new Set(full.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(", ");
  await database.query(
    `INSERT INTO store.${table} (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::store.${table}, $1::jsonb)`,
    [JSON.stringify(full)],
  );
}

// areas by the database's own measure; land is the district without its water, cut into pieces that never overlap
async function measure(database: Database, datasetId: number): Promise<void> {
  const key = [TOWN, datasetId];
  const own = "district_id = $1 AND dataset_id = $2";
  for (const table of ["water", "green", "land_use"]) {
    await database.query(
      `UPDATE store.${table} SET geom = polygonal(geom), area_sqm = area_sqm(geom) WHERE ${own}`,
      key,
    );
  }
  await database.query(
    `INSERT INTO store.land_piece (district_id, dataset_id, id, kind, geom)
     SELECT $1, $2, row_number() OVER (), 'land', piece FROM (
       SELECT (ST_Dump(ST_Subdivide(cut_away(
         (SELECT geom FROM store.zone WHERE ${own} AND kind = 'district'),
         (SELECT ST_Union(geom, 1e-12) FROM store.water WHERE ${own})), 64, 1e-12))).geom AS piece) pieces
     WHERE ST_Dimension(piece) = 2`,
    key,
  );
  for (const [kind, condition] of [
    ["construction", "class <> 'G1'"],
    ["residential", "class LIKE 'R%'"],
  ]) {
    await database.query(
      `INSERT INTO store.land_piece (district_id, dataset_id, id, kind, geom)
       SELECT $1, $2, row_number() OVER (), $3::text, (ST_Dump(geom)).geom FROM store.land_use WHERE ${own} AND ${condition}`,
      [...key, kind],
    );
  }
  await database.query(
    `UPDATE store.building SET estate = zone.id FROM store.zone
     WHERE zone.district_id = $1 AND zone.dataset_id = $2 AND zone.kind = 'estate'
       AND building.district_id = $1 AND building.dataset_id = $2 AND ST_Contains(zone.geom, ST_PointOnSurface(building.geom))`,
    key,
  );
  await database.query(
    `UPDATE store.zone SET area_sqm = area_sqm(geom), land_area_sqm = coalesce((
       SELECT sum(area_sqm(clip_shape(land.geom, zone.geom))) FROM store.land_piece land
       WHERE land.district_id = $1 AND land.dataset_id = $2 AND land.kind = 'land' AND ST_Intersects(land.geom, zone.geom)), 0)
     WHERE ${own}`,
    key,
  );
}

const CELL_M = 30;
const GRID = { west: -2600, south: -1500, columns: 174, rows: 100 } as const;

async function insertElevation(database: Database, datasetId: number): Promise<void> {
  const northM = GRID.south + GRID.rows * CELL_M;
  const [west, south] = toLonLat([GRID.west, GRID.south]);
  const [east, north] = toLonLat([GRID.west + GRID.columns * CELL_M, northM]);
  const samples = new Float32Array(GRID.columns * GRID.rows);
  for (let row = 0; row < GRID.rows; row++) {
    for (let column = 0; column < GRID.columns; column++) {
      const at: Metres = [GRID.west + (column + 0.5) * CELL_M, northM - (row + 0.5) * CELL_M];
      samples[row * GRID.columns + column] = elevationM(at);
    }
  }
  await database.query(
    `INSERT INTO store.elevation (district_id, dataset_id, west, north, cell_lon, cell_lat, columns, rows, samples)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      TOWN,
      datasetId,
      west,
      north,
      (east - west) / GRID.columns,
      (north - south) / GRID.rows,
      GRID.columns,
      GRID.rows,
      Buffer.from(samples.buffer),
    ],
  );
}

const COMPLETENESS = {
  building: "complete",
  population: "complete",
  dwellings: "complete",
  ages: "complete",
};

const REPORT = {
  durationS: 1.2,
  files: [],
  items: [
    {
      kind: "came-in",
      code: "layer-rows",
      layer: "building",
      count: 520,
      share: null,
      sourceIds: [],
      message: "buildings",
    },
    {
      kind: "doubtful",
      code: "floors-unknown",
      layer: "building",
      count: 36,
      share: 0.07,
      sourceIds: ["b3", "b17", "b40"],
      message: "Buildings whose floors are unknown.",
    },
    {
      kind: "repaired",
      code: "invalid-footprint",
      layer: "building",
      count: 1,
      share: null,
      sourceIds: ["b9"],
      message: "Footprints that were invalid and repaired.",
    },
  ],
};
