import type { HealthIndicator, HealthMeasure } from "../contract/health-check.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";

const sql = loadSql("./health-indicators.sql", import.meta.url);
const editionsSql = `SELECT DISTINCT edition FROM health_indicator ORDER BY edition DESC`;

type Said = "value" | "of" | "unknown" | "met" | "reason" | "lacking" | "entered";

/** An indicator as the list has it; what a measure needs is given by the measures that need it. */
export interface IndicatorRow extends Omit<HealthIndicator, Said> {
  readonly measure: HealthMeasure | null;
  readonly categories: readonly string[];
  readonly definition: string | null;
  readonly parameter: number | null;
}

/** The indicators of an edition in their order, all or those named, and every edition. Throws invalid-parameter naming them. */
export async function readIndicators(
  database: Database,
  { edition, codes }: { readonly edition: string; readonly codes?: readonly string[] | undefined },
): Promise<{ readonly editions: string[]; readonly rows: readonly IndicatorRow[] }> {
  const { rows } = await database.query<IndicatorRow>(sql, [edition]);
  const known = await database.query<{ edition: string }>(editionsSql);
  const editions = known.rows.map((each) => each.edition);
  if (rows.length === 0) throw invalidParameter("edition", edition, `one of ${editions.join(", ")}`);
  const strange = codes?.find((code) => !rows.some((row) => row.code === code));
  if (strange !== undefined)
    throw invalidParameter(
      "indicators",
      strange,
      `a code of the edition ${edition}, such as ${rows[0]!.code}`,
    );
  return { editions, rows: codes ? rows.filter(({ code }) => codes.includes(code)) : rows };
}
