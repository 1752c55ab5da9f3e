import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../server/database/database.ts";
import { migrate } from "../../server/database/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The migrated database of this run: a URL, or the data directory of a running embedded one. */
    testDatabase: { readonly url: string } | { readonly dataDir: string };
  }
}

/** One database per test run, on TEST_DATABASE_URL where that is set, else embedded; removed at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL;
  return server ? onServer(project, server) : embedded(project);
}

async function onServer(project: TestProject, server: string): Promise<() => Promise<void>> {
  const name = `atlas_test_${process.pid}`;
  const administration = await openDatabase({ url: server });
  await administration.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await administration.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href });
  await migrate(database);
  await database.close();
  project.provide("testDatabase", { url: url.href });
  return async () => {
    await administration.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await administration.close();
  };
}

async function embedded(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-test-"));
  const database = await openDatabase({ dataDir });
  await migrate(database);
  project.provide("testDatabase", { dataDir });
  return async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
