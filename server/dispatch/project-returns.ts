import type { Scope } from "../catalogue/scope.ts";
import type { ProjectReturns } from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { valuesOf } from "./return-values.ts";

const sql = loadSql("./project-returns.sql", import.meta.url);
type Row = Omit<ProjectReturns["items"][number], "values"> & { readonly returned: Record<string, unknown> };

/** What was returned of a project by month; none for a project that is not to be seen. */
export async function readReturns(
  database: Database,
  { districtId, levels }: Scope,
  project: string,
): Promise<ProjectReturns> {
  const { rows } = await database.query<Row>(sql, [districtId, levels, project]);
  const items = rows.map(({ returned, ...row }) => ({ ...row, values: valuesOf(returned) }));
  return { project, items, total: items.length, next: null };
}
