import type { District, DistrictList } from "../contract/catalogue.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./districts.sql", import.meta.url);

/** Every district that has live data, by id. */
export async function listDistricts(database: Database): Promise<DistrictList> {
  const { rows } = await database.query<District>(sql);
  return { items: rows, total: rows.length, next: null };
}
