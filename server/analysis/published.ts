import type { PublishedValue } from "../contract/published-value.ts";
import { loadSql } from "../database/sql.ts";
import type { Reading } from "./reading.ts";

const sql = loadSql("./published-of-area.sql", import.meta.url);

/** The official figures of these quantities to stand beside an answer; never put in its place. */
export async function readPublished(
  { database, area }: Reading,
  quantities: readonly string[],
): Promise<PublishedValue[]> {
  const { rows } = await database.query<PublishedValue>(sql, [area.adcode, area.zoneId, quantities]);
  return rows;
}
