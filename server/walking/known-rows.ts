import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { DatasetRef } from "./load-network.ts";
import { fingerprintRows } from "./reach-inputs.ts";

/** Raise it when a change of the code changes fingerprints. */
const CODE_VERSION = 1;

const knownSql = loadSql("./known-rows.sql", import.meta.url);
const rememberSql =
  "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value";

/**
 * The fingerprint of a dataset's rows as fingerprintRows takes it, remembered for as long as the district has the same version
 * of the ground: to read a million rows takes longer than a start may. What is remembered of another version or by another code,
 * or cannot be read, is taken anew.
 */
export async function knownRows(database: Database, dataset: DatasetRef): Promise<string> {
  const key = `reach-rows ${dataset.districtId}`;
  const { rows } = await database.query<{ known: string | null; groundVersion: number }>(knownSql, [
    dataset.districtId,
    key,
  ]);
  const { known, groundVersion } = rows[0]!;
  // the version was read before the rows: should they change meanwhile, what is remembered is of a version gone by
  const of = `${CODE_VERSION} ${dataset.datasetId} ${groundVersion} `;
  const remembered = known?.startsWith(of) ? known.slice(of.length) : "";
  if (/^[0-9a-f]{64}$/.test(remembered)) return remembered;
  const sha256 = await fingerprintRows(database, dataset);
  await database.query(rememberSql, [key, of + sha256]);
  return sha256;
}
