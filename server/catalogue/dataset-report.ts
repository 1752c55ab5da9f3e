import type { DatasetReport } from "../contract/dataset-report.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { unknownDistrict } from "../errors.ts";

const sql = loadSql("./dataset-report.sql", import.meta.url);

/** The import report of a district's live data; throws unknown-district. */
export async function readDatasetReport(database: Database, districtId: string): Promise<DatasetReport> {
  const { rows } = await database.query<DatasetReport>(sql, [districtId]);
  if (!rows[0]) throw unknownDistrict(districtId);
  return rows[0];
}
