import type { Scope } from "../catalogue/scope.ts";
import type { RankedZone, RankingList } from "../contract/indicator-values.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { requireIndicator } from "./indicators.ts";

const sql = loadSql("./ranking.sql", import.meta.url);

interface RankingQuestion {
  readonly edition: string;
  readonly indicator: string;
  readonly kind: string;
}

/** The zones of a kind by the latest value known of an indicator, the worst first; throws invalid-parameter. */
export async function readRanking(
  database: Database,
  { districtId, levels }: Scope,
  { kind, ...asked }: RankingQuestion,
): Promise<RankingList> {
  const indicator = await requireIndicator(database, asked);
  const isHigher = indicator.direction === "higher";
  const given = [districtId, levels, asked.edition, asked.indicator, kind, isHigher];
  const { rows } = await database.query<RankedZone>(sql, given);
  return { indicator, items: rows, total: rows.length, next: null };
}
