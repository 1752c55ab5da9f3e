import type { ZoneCollection, ZoneFeature, ZoneKind, ZoneProperties } from "../contract/catalogue.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { unknownZone } from "../errors.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./zones.sql", import.meta.url);

type Row = ZoneProperties & { geometry: ZoneFeature["geometry"] };

/** The zones of a district, or those of one kind, by kind and id. */
export async function listZones(
  database: Database,
  { districtId, levels }: Scope,
  kind: ZoneKind | undefined,
): Promise<ZoneCollection> {
  const { rows } = await database.query<Row>(sql, [districtId, levels, kind ?? null, null]);
  return { type: "FeatureCollection", features: rows.map(toFeature) };
}

/** One zone; throws unknown-zone. */
export async function readZone(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<ZoneFeature> {
  const { rows } = await database.query<Row>(sql, [districtId, levels, null, id]);
  if (!rows[0]) throw unknownZone("id", id);
  return toFeature(rows[0]);
}

function toFeature({ geometry, ...properties }: Row): ZoneFeature {
  return { type: "Feature", id: properties.id, geometry, properties };
}
