import type { RuleSetList } from "../contract/rule-set.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./rule-sets.sql", import.meta.url);

/** Every rule set that is for all districts, and the own ones of one last; null = none of them, whether or not requirements of it have been entered. */
export async function listRuleSets(database: Database, districtId: string | null): Promise<RuleSetList> {
  const { rows } = await database.query<RuleSetList["items"][number]>(sql, [districtId]);
  return { items: rows, total: rows.length, next: null };
}
