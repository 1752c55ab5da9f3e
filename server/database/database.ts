import { AsyncLocalStorage } from "node:async_hooks";
import { type ClientBase, Pool, types } from "pg";
import { connectionFailure } from "./connection-failure.ts";
import { type EmbeddedServer, joinOrStartEmbedded } from "./embedded.ts";

/** The one door to the record. Values travel only as $1…; see design.md §4 for what the embedded database forbids. */
export interface Database {
  query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<{ rows: Row[]; rowCount: number }>;
  /** Runs the work in one transaction, rolled back if it throws. Keep it under ~500 ms and free of file or network I/O. */
  transaction<T>(work: (database: Database) => Promise<T>): Promise<T>;
  readonly embedded: boolean;
  close(): Promise<void>;
}

/**
 * Which database to open: a PostgreSQL by its URL, or the embedded one of a data directory.
 * `join` lets a command use the embedded database of a server that is already running; without it an open directory is refused.
 */
export type DatabaseTarget =
  | { readonly url: string; readonly statementTimeoutS?: number }
  | { readonly dataDir: string; readonly join?: boolean; readonly onProgress?: (line: string) => void };

const REAL_SERVER_CONNECTIONS = 8;
const STATEMENT_TIMEOUT_S = 30;
const CONNECT_TIMEOUT_S = 15;
// questions are short: compiling a plan or starting a parallel worker takes longer than answering
const SESSION_OPTIONS = "-c jit=off -c max_parallel_workers_per_gather=0";

/** Opens the database; the only place that makes a pool. Throws StartupError with one sentence where it cannot be reached. */
export async function openDatabase(target: DatabaseTarget): Promise<Database> {
  if ("url" in target) {
    const pool = new Pool({
      connectionString: checkedUrl(target.url),
      max: REAL_SERVER_CONNECTIONS,
      statement_timeout: (target.statementTimeoutS ?? STATEMENT_TIMEOUT_S) * 1000,
      connectionTimeoutMillis: CONNECT_TIMEOUT_S * 1000,
      application_name: "renewal-atlas",
      options: SESSION_OPTIONS,
      types: PARSERS,
    });
    return connected(pool, undefined, target.url);
  }
  const server = await joinOrStartEmbedded(target);
  // All clients of the embedded database share one session, so one connection, and it stays open.
  const pool = new Pool({
    host: "127.0.0.1",
    port: server.port,
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    types: PARSERS,
  });
  return connected(pool, server, undefined);
}

async function connected(
  pool: Pool,
  server: EmbeddedServer | undefined,
  url: string | undefined,
): Promise<Database> {
  // an idle connection that breaks is replaced by the pool on the next query
  pool.on("error", () => undefined);
  // one that breaks while it is lent fails the query it was asked; without a listener it would end the process
  pool.on("connect", (client) => client.on("error", () => undefined));
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    await server?.close();
    throw connectionFailure(error, url);
  }
  return new PooledDatabase(pool, server);
}

function checkedUrl(url: string): string {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) throw connectionFailure(undefined, url);
  return url;
}

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMP = 1114;
const TIMESTAMPTZ = 1184;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;
const TEXT_ARRAY: number = 1009;
const parseTextArray: (text: string) => (string | null)[] = types.getTypeParser(TEXT_ARRAY);

// int8 and numeric as numbers (ids and sums stay far below 2^53), dates as ISO strings
const OWN_PARSERS: Record<number, (text: string) => unknown> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: String,
  [TIMESTAMP]: (text) => new Date(`${text.replace(" ", "T")}Z`).toISOString(),
  [TIMESTAMPTZ]: (text) => new Date(text).toISOString(),
  [INT8_ARRAY]: numberArray,
  [NUMERIC_ARRAY]: numberArray,
};

function numberArray(text: string): (number | null)[] {
  return parseTextArray(text).map((item) => (item === null ? null : Number(item)));
}

const PARSERS = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    format === "binary"
      ? types.getTypeParser(oid, "binary")
      : (OWN_PARSERS[oid] ?? types.getTypeParser(oid))) as typeof types.getTypeParser,
};

interface Queryable {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

interface PgResult<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

// A multi-statement script answers with one result per statement; the last one counts.
async function run<Row>(
  target: Queryable,
  sql: string,
  values?: readonly unknown[],
): Promise<{ rows: Row[]; rowCount: number }> {
  const answer = (await (values ? target.query(sql, [...values]) : target.query(sql))) as
    | PgResult<Row>
    | PgResult<Row>[];
  const result = Array.isArray(answer) ? answer.at(-1) : answer;
  return { rows: result?.rows ?? [], rowCount: result?.rowCount ?? 0 };
}

// Marks the code that runs inside an open transaction: asking the pool there would wait for itself
// on the embedded database, whose only connection the transaction holds.
const insideTransaction = new AsyncLocalStorage<{ readonly database: Database; open: boolean }>();

class PooledDatabase implements Database {
  readonly embedded: boolean;
  readonly #pool: Pool;
  readonly #server: EmbeddedServer | undefined;

  constructor(pool: Pool, server: EmbeddedServer | undefined) {
    this.#pool = pool;
    this.#server = server;
    this.embedded = server !== undefined;
  }

  async query<Row>(sql: string, values?: readonly unknown[]) {
    this.#refuseInsideTransaction();
    return run<Row>(this.#pool, sql, values);
  }

  async transaction<T>(work: (database: Database) => Promise<T>): Promise<T> {
    this.#refuseInsideTransaction();
    const client = await this.#pool.connect();
    let broken = false;
    const scope = { database: this as Database, open: true };
    try {
      await client.query("BEGIN");
      const result = await insideTransaction.run(scope, () =>
        work(new TransactionDatabase(client, this.embedded, 0)),
      );
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => {
        broken = true;
      });
      throw error;
    } finally {
      scope.open = false;
      client.release(broken);
    }
  }

  async close(): Promise<void> {
    await this.#pool.end();
    await this.#server?.close();
  }

  #refuseInsideTransaction(): void {
    const scope = insideTransaction.getStore();
    if (scope?.open && scope.database === this) {
      throw new Error("Inside a transaction ask the database it was given, not the pool.");
    }
  }
}

class TransactionDatabase implements Database {
  readonly embedded: boolean;
  readonly #client: ClientBase;
  readonly #depth: number;

  constructor(client: ClientBase, embedded: boolean, depth: number) {
    this.#client = client;
    this.embedded = embedded;
    this.#depth = depth;
  }

  async query<Row>(sql: string, values?: readonly unknown[]) {
    return run<Row>(this.#client, sql, values);
  }

  async transaction<T>(work: (database: Database) => Promise<T>): Promise<T> {
    const savepoint = `nested_${this.#depth + 1}`;
    await this.#client.query(`SAVEPOINT ${savepoint}`);
    try {
      const result = await work(new TransactionDatabase(this.#client, this.embedded, this.#depth + 1));
      await this.#client.query(`RELEASE SAVEPOINT ${savepoint}`);
      return result;
    } catch (error) {
      await this.#client.query(`ROLLBACK TO SAVEPOINT ${savepoint}`);
      throw error;
    }
  }

  async close(): Promise<void> {
    throw new Error("A transaction is closed by the work that returns or throws.");
  }
}
