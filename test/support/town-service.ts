import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createApp } from "../../server/app.ts";
import { builtClient } from "../../server/client-build.ts";
import { readConfig } from "../../server/config.ts";
import { type Database, openDatabase } from "../../server/database/database.ts";
import { migrate } from "../../server/database/migrate.ts";
import { loadStandards } from "../../server/database/standards.ts";
import { importSample } from "../../server/import/import-sample.ts";
import { importOsm, type OsmImport } from "../../server/import/osm/import-osm.ts";
import type { Progress } from "../../server/progress.ts";
import { insertTown } from "./town.ts";

const STANDARDS = fileURLToPath(new URL("../../geodata/standards", import.meta.url));

/** The whole service with its page over the generated town, on a free port of this machine. */
export interface TownService {
  /** With a slash at the end. */
  readonly url: string;
  /** The same with what is internal. */
  readonly internalUrl: string;
  close(): Promise<void>;
}

/** Starts the service over the town, or over a database without any district. */
export function startTown({ empty = false }: { readonly empty?: boolean } = {}): Promise<TownService> {
  return startOver(async (database) => {
    if (!empty) await insertTown(database);
  });
}

/** Starts the service over the sample district, and over another beside it where an extract is given. */
export function startSample(beside?: OsmImport): Promise<TownService> {
  return startOver(async (database) => {
    await importSample(database, { actorId: "local" }, SILENT);
    if (beside) await importOsm(database, beside, SILENT);
  });
}

/** Starts the service over the sample district once more has been done to it. */
export function startChangedSample(change: (database: Database) => Promise<void>): Promise<TownService> {
  return startOver(async (database) => {
    await importSample(database, { actorId: "local" }, SILENT);
    await change(database);
  });
}

const SILENT: Progress = { line: () => undefined, step: (_name, work) => work() };

async function startOver(fill: (database: Database) => Promise<void>): Promise<TownService> {
  const { database, remove } = await throwawayDatabase();
  await migrate(database);
  await loadStandards(database, STANDARDS);
  await fill(database);
  const clientDir = await builtClient();
  const apps = ["0", "1"].map((INTERNAL) =>
    createApp({ database, config: readConfig({ LOG_LEVEL: "silent", INTERNAL }), clientDir }),
  );
  const urls: string[] = [];
  for (const app of apps) urls.push(`${await app.listen({ host: "127.0.0.1", port: 0 })}/`);
  const [url, internalUrl] = urls as [string, string];
  return {
    url,
    internalUrl,
    async close() {
      for (const app of apps) await app.close();
      await remove();
    },
  };
}

// on TEST_DATABASE_URL where that is set, else embedded
async function throwawayDatabase(): Promise<{ database: Database; remove(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL;
  if (server) return onServer(server);
  const dataDir = mkdtempSync(join(tmpdir(), "atlas-town-"));
  const database = await openDatabase({ dataDir });
  return {
    database,
    async remove() {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(server: string): Promise<{ database: Database; remove(): Promise<void> }> {
  const name = `atlas_town_${process.pid}_${Date.now()}`;
  const administration = await openDatabase({ url: server });
  await administration.query(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const database = await openDatabase({ url: url.href });
  return {
    database,
    async remove() {
      await database.close();
      await administration.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await administration.close();
    },
  };
}
