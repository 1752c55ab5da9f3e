import { type Database, openDatabase } from "../../server/database/database.ts";
import { migrate } from "../../server/database/migrate.ts";

// a name of its own, so that two benches side by side do not meet
const NAME = `atlas_bench_${process.pid}`;
const LONG_STATEMENT_S = 600;

const serverUrl = () => process.env.BENCH_DATABASE_URL ?? process.env.TEST_DATABASE_URL;

function urlOf(server: string): string {
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  return url.href;
}

/** The address of the database that benchDatabase made. */
export const benchDatabaseUrl = (): string => urlOf(serverUrl()!);

/**
 * An empty, migrated database for a bench on the server of BENCH_DATABASE_URL, dropped when it is closed; null, with a line,
 * where that is not set.
 */
export async function benchDatabase(): Promise<Database | null> {
  const server = serverUrl();
  if (!server) {
    console.log("BENCH_DATABASE_URL is not set: no figures against a PostgreSQL server.");
    return null;
  }
  const administration = await openDatabase({ url: server });
  await administration.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  await administration.query(`CREATE DATABASE ${NAME}`);
  const database = await openDatabase({ url: urlOf(server), statementTimeoutS: LONG_STATEMENT_S });
  await migrate(database);
  return {
    embedded: false,
    query: (sql, values) => database.query(sql, values),
    transaction: (work) => database.transaction(work),
    async close() {
      await database.close();
      await administration.query(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
      await administration.close();
    },
  };
}
