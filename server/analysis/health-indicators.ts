import type { HealthIndicator, HealthMeasure } from "../contract/health-check.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";

const sql = loadSql("./health-indicators.sql", import.meta.url);
const editionsSql = `SELECT DISTINCT edition FROM health_indicator ORDER BY edition DESC`;

type Said = "value" | "of" | "unknown" | "met" | "reason" | "lacking";

/** An indicator as the list has it; what a measure needs is given by the measures that need it. */
export interface IndicatorRow extends Omit<HealthIndicator, Said> {
  readonly measure: HealthMeasure | null;
  readonly categories: readonly string[];
  readonly definition: string | null;
  readonly parameter: number | null;
}

/** The indicators of an edition in their order, and every edition, the latest first. Throws invalid-parameter naming them. */
export async function readIndicators(
  database: Database,
  edition: string,
): Promise<{ readonly editions: string[]; readonly rows: readonly IndicatorRow[] }> {
  const { rows } = await database.query<IndicatorRow>(sql, [edition]);
  const known = await database.query<{ edition: string }>(editionsSql);
  const editions = known.rows.map((each) => each.edition);
  if (rows.length === 0) throw invalidParameter("edition", edition, `one of ${editions.join(", ")}`);
  return { editions, rows };
}
