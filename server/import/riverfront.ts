import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { DatasetKey } from "./write-rows.ts";

const sql = loadSql("./riverfront.sql", import.meta.url);

const BANK_MIN_M = 100;
const ACCESS_M = 15;

/** Derives store.riverfront_segment from rivers, district and walking network; answers with how many there are. */
export async function deriveRiverfront(
  database: Database,
  { districtId, datasetId }: DatasetKey,
): Promise<number> {
  const { rowCount } = await database.query(sql, [districtId, datasetId, BANK_MIN_M, ACCESS_M]);
  return rowCount;
}
