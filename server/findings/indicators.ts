import type { Indicator, IndicatorList } from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { invalidParameter } from "../errors.ts";

const listSql = `SELECT edition, code, dimension, name_zh AS "nameZh", name_en AS "nameEn", unit, direction, threshold,
  computability, clause, status, source
FROM health_indicator ORDER BY edition DESC, ordinal`;

/** Every indicator of every edition, the latest edition first, in the order of the list. */
export async function listIndicators(database: Database): Promise<IndicatorList> {
  const { rows } = await database.query<Indicator>(listSql);
  return { items: rows, total: rows.length, next: null };
}

/** An indicator of an edition; throws invalid-parameter where there is none of that code. */
export async function requireIndicator(
  database: Database,
  { edition, indicator }: { readonly edition: string; readonly indicator: string },
): Promise<Indicator> {
  const { items } = await listIndicators(database);
  const found = items.find((each) => each.edition === edition && each.code === indicator);
  if (found) return found;
  const editions = [...new Set(items.map((each) => each.edition))];
  if (!editions.includes(edition)) {
    throw invalidParameter("edition", edition, `one of ${editions.join(", ")}`);
  }
  throw invalidParameter("indicator", indicator, `a code of the edition ${edition}, see /api/indicators`);
}
