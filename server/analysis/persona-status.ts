import type { Database } from "../database/database.ts";

const sql = "SELECT id, status FROM persona";

/** Whether the speeds of each persona were checked against their source, by persona. */
export async function readPersonaStatus(database: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.query<{ readonly id: string; readonly status: string }>(sql);
  return new Map(rows.map(({ id, status }) => [id, status]));
}
