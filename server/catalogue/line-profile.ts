import type { LineProfile } from "../contract/line-profile.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import type { ProfileEdge } from "../walking/line-chain.ts";
import { profileOf } from "../walking/line-profile.ts";
import { loadWalkingStandards } from "../walking/reach-inputs.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./line-profile.sql", import.meta.url);
const versionSql = "SELECT coalesce(max(id), 0)::int AS version FROM data_version WHERE district_id = $1";

type Row = ProfileEdge | { readonly kind: null };

/**
 * How steep a walkway is, or the street that a road belongs to, by the walking network; without any edge of it the
 * sections are empty. Throws not-found.
 */
export async function readLineProfile(
  database: Database,
  { districtId, levels }: Scope,
  { layer, id }: { readonly layer: "walkway" | "road"; readonly id: string },
): Promise<LineProfile> {
  const { rows } = await database.query<Row>(sql, [districtId, layer, id, levels]);
  if (rows.length === 0) throw notFound(`${layer} of that id`);
  const edges = rows.filter((row): row is ProfileEdge => row.kind !== null);
  const standards = await loadWalkingStandards(database);
  const version = await database.query<{ version: number }>(versionSql, [districtId]);
  return { layer, id, ...profileOf(edges, standards), dataVersion: version.rows[0]!.version };
}
