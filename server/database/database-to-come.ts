import type { Database } from "./database.ts";

/** A database that is still being made ready: what is asked of it waits until it is, and fails where it cannot be. */
export function databaseToCome(coming: Promise<Database>, embedded: boolean): Database {
  return {
    embedded,
    query: async (sql, values) => (await coming).query(sql, values),
    transaction: async (work) => (await coming).transaction(work),
    close: async () => (await coming).close(),
  };
}
