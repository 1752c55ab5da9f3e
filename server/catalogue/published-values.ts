import type { PublishedValue, PublishedValueList } from "../contract/published-value.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./published-values.sql", import.meta.url);

/** The official figures that bear on a district, each with jurisdiction, date and basis. */
export async function listPublishedValues(
  database: Database,
  districtId: string,
): Promise<PublishedValueList> {
  const { rows } = await database.query<PublishedValue>(sql, [districtId]);
  return { items: rows, total: rows.length, next: null };
}
