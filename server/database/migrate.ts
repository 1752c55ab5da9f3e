import { fileURLToPath } from "node:url";
import Postgrator from "postgrator";
import { StartupError } from "../startup-error.ts";
import type { Database } from "./database.ts";

const MIN_POSTGRES = 15;
const MIN_POSTGIS = "3.3";
const OWN_MIGRATIONS = fileURLToPath(new URL("./migrations", import.meta.url));

interface MigrateOptions {
  /** The folder of NNN.do.name.sql files. */
  readonly directory?: string;
  readonly onProgress?: (line: string) => void;
}

/**
 * Brings the database to this program's version. Each migration and its row in schemaversion are one transaction,
 * so a start that was killed half-way is completed by the next, and processes that start at once take turns.
 * Throws StartupError for a server too old, PostGIS missing, a database of a newer version or a changed migration.
 */
export async function migrate(database: Database, options: MigrateOptions = {}): Promise<void> {
  await requireServer(database);
  await requirePostgis(database);
  const directory = options.directory ?? OWN_MIGRATIONS;
  const ours = await postgratorOn(database, directory).getMaxVersion();
  await createVersionTable(database);
  const theirs = await appliedVersion(database);
  if (theirs > ours) {
    throw new StartupError(
      `The database is of version ${theirs}, newer than this program, which knows ${ours}; update the program or use another database.`,
    );
  }
  for (let version = theirs + 1; version <= ours; version += 1) {
    options.onProgress?.(`database: migration ${version} of ${ours}`);
    await applyOne(database, directory, version);
  }
  await refuseChanged(database, directory);
}

async function createVersionTable(database: Database): Promise<void> {
  const { rows } = await database.query<{ isThere: boolean }>(
    `SELECT to_regclass('schemaversion') IS NOT NULL AS "isThere"`,
  );
  if (rows[0]?.isThere) return;
  const ifAbsent = `CREATE TABLE IF NOT EXISTS schemaversion
    (version bigint PRIMARY KEY, name text, md5 text, run_at timestamptz)`;
  // two processes at the same instant: the second one stumbles over the first's catalogue row, and finds it next time
  await database.query(ifAbsent).catch(() => database.query(ifAbsent));
}

async function applyOne(database: Database, directory: string, version: number): Promise<void> {
  await database.transaction(async (transaction) => {
    // whoever comes second waits here and finds the migration done
    await transaction.query("LOCK TABLE schemaversion IN EXCLUSIVE MODE");
    if ((await appliedVersion(transaction)) >= version) return;
    await postgratorOn(transaction, directory).migrate(String(version));
  });
}

async function refuseChanged(database: Database, directory: string): Promise<void> {
  const postgrator = postgratorOn(database, directory);
  try {
    await postgrator.validateMigrations(await appliedVersion(database));
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("MD5")) throw error;
    throw new StartupError(
      `The database was made by another edition of this program (${error.message}); use the program it was made with, or an empty database.`,
    );
  }
}

function postgratorOn(database: Database, directory: string): Postgrator {
  return new Postgrator({
    driver: "pg",
    schemaTable: "schemaversion",
    migrationPattern: `${directory}/*.sql`,
    validateChecksums: false,
    newline: "LF",
    execQuery: (sql) => database.query(sql),
  });
}

async function appliedVersion(database: Database): Promise<number> {
  const { rows } = await database.query<{ version: number }>(
    "SELECT coalesce(max(version), 0) AS version FROM schemaversion",
  );
  return rows[0]?.version ?? 0;
}

async function requireServer(database: Database): Promise<void> {
  const { rows } = await database.query<{ version: string }>(
    "SELECT current_setting('server_version_num') AS version",
  );
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < MIN_POSTGRES) {
    throw new StartupError(`PostgreSQL ${major} is too old; version ${MIN_POSTGRES} or newer is needed.`);
  }
}

async function requirePostgis(database: Database): Promise<void> {
  const installed = await readVersion(
    database,
    "SELECT extversion AS version FROM pg_extension WHERE extname = 'postgis'",
  );
  // what could be installed takes the server long to say
  const version =
    installed ??
    (await readVersion(
      database,
      "SELECT default_version AS version FROM pg_available_extensions WHERE name = 'postgis'",
    ));
  if (version === undefined) {
    throw new StartupError(
      `The extension PostGIS is missing on this database server; install PostGIS ${MIN_POSTGIS} or newer.`,
    );
  }
  if (isOlder(version, MIN_POSTGIS)) {
    throw new StartupError(`PostGIS ${version} is too old; version ${MIN_POSTGIS} or newer is needed.`);
  }
  if (installed === undefined) await createExtension(database);
}

async function readVersion(database: Database, sql: string): Promise<string | undefined> {
  const { rows } = await database.query<{ version: string }>(sql);
  return rows[0]?.version;
}

async function createExtension(database: Database): Promise<void> {
  try {
    await database.query("CREATE EXTENSION IF NOT EXISTS postgis");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartupError(
      `The extension PostGIS cannot be created (${reason}); let an administrator run CREATE EXTENSION postgis in this database.`,
    );
  }
}

function isOlder(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [minMajor = 0, minMinor = 0] = minimum.split(".").map(Number);
  return major < minMajor || (major === minMajor && minor < minMinor);
}
