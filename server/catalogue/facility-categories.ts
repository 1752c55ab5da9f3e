import type { FacilityCategoryList } from "../contract/catalogue.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./facility-categories.sql", import.meta.url);

/** Every facility category in its order, with how many facilities of it the data of a district holds. */
export async function listFacilityCategories(
  database: Database,
  { districtId, levels }: Scope,
): Promise<FacilityCategoryList> {
  const { rows } = await database.query<FacilityCategoryList["items"][number]>(sql, [districtId, levels]);
  return { items: rows, total: rows.length, next: null };
}
