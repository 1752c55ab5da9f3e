import type { EnteredValue } from "../contract/health-check.ts";
import { loadSql } from "../database/sql.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./health-entered.sql", import.meta.url);

/** A value as it was told, not yet held against a threshold. */
export type Told = Omit<EnteredValue, "met">;

/** The latest value told of each indicator of an edition in the zone asked about, by code; empty where none was asked about. */
export async function readEntered(
  { database, area }: Pick<Reading, "database" | "area">,
  edition: string,
): Promise<ReadonlyMap<string, Told>> {
  if (area.zoneId === null) return new Map();
  const { rows } = await database.query<Told & { readonly indicator: string }>(sql, [
    ...[area.districtId, area.levels],
    ...[edition, area.zoneId],
  ]);
  return new Map(rows.map(({ indicator, ...told }) => [indicator, told]));
}
