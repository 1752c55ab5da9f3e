import type { ProgrammeFigure, ProgrammeFigureList } from "../contract/programme-figures.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./programme-figures.sql", import.meta.url);

/** What documents say of the programme in numbers, and what the data of the district holds of the same. */
export async function listProgrammeFigures(
  database: Database,
  { districtId, levels }: Scope,
): Promise<ProgrammeFigureList> {
  const { rows } = await database.query<ProgrammeFigure>(sql, [districtId, levels]);
  return { items: rows, total: rows.length, next: null };
}
