import type { Scope } from "../catalogue/scope.ts";
import type { ProjectBatch, ProjectBatchList } from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./project-batches.sql", import.meta.url);

/** The four batches of a year in their order, each with its projects; those whose date is unknown are counted beside. */
export async function listProjectBatches(
  database: Database,
  { districtId, levels }: Scope,
  year: number,
): Promise<ProjectBatchList> {
  const { rows } = await database.query<ProjectBatch>(sql, [districtId, levels, year]);
  return { items: rows, total: rows.length, next: null };
}
