import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClientConfig } from "pg";
import { inject } from "vitest";
import { type Database, openDatabase } from "../../server/database/database.ts";

/**
 * The database of this test run, migrated. A test file opens it once (`beforeAll`) and closes it (`afterAll`), and keeps
 * apart from the others by a district_id of its own.
 */
export async function testDatabase(): Promise<Database> {
  const target = inject("testDatabase");
  return openDatabase("url" in target ? target : { ...target, join: true });
}

/** Where a bare `pg` client reaches the database of this test run, for tests of what a broken client does. */
export function testConnection(): ClientConfig {
  const target = inject("testDatabase");
  if ("url" in target) return { connectionString: target.url };
  const { port } = JSON.parse(readFileSync(join(target.dataDir, "database.json"), "utf8")) as {
    port: number;
  };
  return { host: "127.0.0.1", port, user: "postgres", database: "postgres" };
}
