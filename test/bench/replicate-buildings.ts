import type { Database } from "../../server/database/database.ts";
import { recordVersion } from "../../server/database/version.ts";
import type { OsmBuilding } from "../support/osm-buildings.ts";

/** A made-up town of one real town's footprints, many times side by side. */
export interface ReplicatedTown {
  readonly districtId: string;
  readonly datasetId: number;
  readonly buildings: number;
  /** west, south, east, north in degrees. */
  readonly extent: readonly [number, number, number, number];
}

const BATCH = 4_000;
const FLOORS = 4;

interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** Writes the footprints columns × rows times side by side as one live district, all of it land, four floors each. */
export async function replicateBuildings(
  database: Database,
  source: readonly OsmBuilding[],
  grid: Grid,
): Promise<ReplicatedTown> {
  const districtId = "bench-area";
  await database.query(
    "INSERT INTO district (id, adcode, name_zh, sample) VALUES ($1, '990002', '测试', true)",
    [districtId],
  );
  const { rows } = await database.query<{ id: number }>(
    `INSERT INTO dataset (district_id, status, source, actor_id, completeness)
     VALUES ($1, 'live', 'bench', 'bench', '{"building": "complete"}') RETURNING id`,
    [districtId],
  );
  const datasetId = rows[0]!.id;
  const box = extentOf(source);
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  let buildings = 0;
  for (let cell = 0; cell < grid.columns * grid.rows; cell++) {
    const [dx, dy] = [(cell % grid.columns) * width, Math.floor(cell / grid.columns) * height];
    for (let first = 0; first < source.length; first += BATCH) {
      const part = source.slice(first, first + BATCH);
      const inserted = await database.query(INSERT, [
        districtId,
        datasetId,
        part.map(({ id }) => `${cell}.${id}`),
        part.map(({ ring }) => JSON.stringify({ type: "Polygon", coordinates: [ring] })),
        dx,
        dy,
        buildings,
        FLOORS,
      ]);
      buildings += inserted.rowCount;
    }
  }
  const extent = [box[0], box[1], box[0] + grid.columns * width, box[1] + grid.rows * height] as const;
  await database.query(ZONE, [districtId, datasetId, ...extent]);
  await database.query(LAND, [districtId, datasetId, ...extent]);
  await recordVersion(database, { districtId, actorId: "bench", note: "bench", changes: [] });
  await database.query("VACUUM ANALYZE store.building");
  await database.query("ANALYZE store.land_piece");
  return { districtId, datasetId, buildings, extent };
}

const INSERT = `
  INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source, gfa_above_sqm, use, geom)
  SELECT $1, $2, valid.id, $7::int + (row_number() OVER (ORDER BY valid.id))::int - 1, valid.sqm, $8::real, 'measured',
    valid.sqm * $8::real, 'residential', valid.geom
  FROM (
    SELECT row.id, shape.geom, area_sqm(shape.geom) AS sqm
    FROM unnest($3::text[], $4::text[]) AS row (id, outline),
      LATERAL (SELECT polygonal(ST_Translate(ST_GeomFromGeoJSON(row.outline), $5::float8, $6::float8)) AS geom) shape
    WHERE NOT ST_IsEmpty(shape.geom)
  ) valid`;
const ZONE = `
  INSERT INTO store.zone (district_id, dataset_id, id, kind, name_zh, boundary_status, area_sqm, land_area_sqm, geom)
  SELECT $1, $2, 'district:' || $1, 'district', '测试', 'schematic', area_sqm(box), area_sqm(box), ST_Multi(box)
  FROM (SELECT ST_MakeEnvelope($3, $4, $5, $6, 4326) AS box) outline`;
const LAND = `
  INSERT INTO store.land_piece (district_id, dataset_id, id, kind, geom)
  SELECT $1, $2, (row_number() OVER ())::int, 'land', cell.geom
  FROM ST_SquareGrid(0.01, ST_MakeEnvelope($3, $4, $5, $6, 4326)) AS cell`;

function extentOf(buildings: readonly OsmBuilding[]): [number, number, number, number] {
  const box: [number, number, number, number] = [180, 90, -180, -90];
  for (const { ring } of buildings) {
    for (const [lon, lat] of ring) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
