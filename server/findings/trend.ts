import type { Scope } from "../catalogue/scope.ts";
import type { TrendPoint } from "../contract/findings.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const sql = loadSql("./trend.sql", import.meta.url);

interface TrendQuestion {
  readonly edition: string;
  readonly indicator: string;
  readonly zone: string | null;
  /** Only of this finding; null = of all of the zone. */
  readonly finding: string | null;
}

/** The values known of an indicator in a zone with their dates, the oldest first. */
export async function readTrend(
  database: Database,
  { districtId, levels }: Scope,
  { edition, indicator, zone, finding }: TrendQuestion,
): Promise<TrendPoint[]> {
  const given = [districtId, levels, edition, indicator, zone, finding];
  return (await database.query<TrendPoint>(sql, given)).rows;
}
