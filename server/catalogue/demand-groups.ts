import type { DemandGroupList } from "../contract/demand-group.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./demand-groups.sql", import.meta.url);

/** Who may compete for facilities, in their order. */
export async function listDemandGroups(database: Database): Promise<DemandGroupList> {
  const { rows } = await database.query<DemandGroupList["items"][number]>(sql);
  return { items: rows, total: rows.length, next: null };
}
