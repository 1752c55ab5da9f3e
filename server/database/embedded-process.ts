// The embedded database: PGlite + PostGIS in a process of its own, spoken to with `pg` over a loopback socket.
// Started by embedded.ts; ends when told to or when its parent is gone, always closing the data directory cleanly.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGLiteSocketServer } from "@electric-sql/pglite-socket";
import type { FromEmbedded, ToEmbedded } from "./embedded.ts";
import { embeddedCacheFile, isKept, keepInCache } from "./embedded-cache.ts";
import { lostAnswerError, readyForQuery, watchAnswer } from "./lost-answer.ts";
import { postgisAlone } from "./postgis-bundle.ts";

const MAX_CLIENTS = 32;
const QUERY = 0x51;
const SYNC = 0x53;
const SYNC_MESSAGE = Uint8Array.of(SYNC, 0, 0, 0, 4);

// The socket server queues single protocol messages, and lets another client in between Parse, Bind and Execute
// unless the database says it is in a transaction. All clients share one session with one unnamed statement, so
// from the first message of an extended query to its Sync the turn must not change.
class SequencedPGlite extends PGlite {
  insideSequence = false;
  #answerLost = false;

  override isInTransaction(): boolean {
    return this.insideSequence || super.isInTransaction();
  }

  override async execProtocolRawStream(
    ...[message, options]: Parameters<PGlite["execProtocolRawStream"]>
  ): Promise<void> {
    const type = message[0] ?? 0;
    // a start-up message begins with its length, whose first byte is 0
    this.insideSequence = type !== 0 && type !== QUERY && type !== SYNC;
    // as PostgreSQL does after an error: nothing is done until the Sync
    if (this.#answerLost && type !== SYNC) return;
    this.#answerLost = false;
    const send = options?.onRawData ?? (() => undefined);
    const answer = watchAnswer(type);
    const onRawData = (data: Uint8Array) => {
      answer.see(data);
      send(data);
    };
    try {
      await super.execProtocolRawStream(message, { ...options, onRawData });
    } catch (error) {
      // the database itself broke (an SQL error is an ordinary answer): the parent starts a fresh process
      fail(error);
    }
    if (answer.isComplete()) return;
    send(lostAnswerError());
    if (type === QUERY) send(readyForQuery(super.isInTransaction()));
    else this.#answerLost = true;
  }

  // called by the socket server when a client vanished in the middle of its turn
  override async exec(...[sql, options]: Parameters<PGlite["exec"]>): ReturnType<PGlite["exec"]> {
    if (this.insideSequence) {
      this.insideSequence = false;
      await this.execProtocolRaw(SYNC_MESSAGE);
    }
    return sql === "ROLLBACK" && !super.isInTransaction() ? [] : super.exec(sql, options);
  }
}

function send(message: FromEmbedded): void {
  process.send?.(message);
}

const tell = (line: string) => send({ type: "progress", line });

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(3);
}

/** Opens the data directory, creating it where it is absent or was left half-created. */
async function openDirectory(dataDir: string): Promise<SequencedPGlite> {
  const directory = join(dataDir, "pgdata");
  const incomplete = join(dataDir, "pgdata.incomplete");
  if (existsSync(incomplete)) rmSync(directory, { recursive: true, force: true });
  if (existsSync(directory)) return open(directory);
  writeFileSync(
    incomplete,
    "the database is being created; if this file is still here, it is created anew\n",
  );
  const database = await create(directory);
  rmSync(incomplete);
  return database;
}

async function open(directory: string, template?: Blob): Promise<SequencedPGlite> {
  const database = new SequencedPGlite({
    dataDir: directory,
    extensions: { postgis: postgisAlone(tell) },
    ...(template ? { loadDataDir: template } : {}),
  });
  await database.waitReady;
  return database;
}

async function create(directory: string): Promise<SequencedPGlite> {
  const template = templateFile();
  if (isKept(template)) {
    tell("creating the embedded database from its template");
    return open(directory, new Blob([readFileSync(template)]));
  }
  tell("creating the embedded database (about 20 seconds, once)");
  const database = await open(directory);
  await database.exec("CREATE EXTENSION postgis");
  await keepTemplate(database, template);
  return database;
}

// An empty database with PostGIS takes 15 s to make and 3 s to unpack.
const templateFile = (): string =>
  embeddedCacheFile("embedded", ["@electric-sql/pglite", "@electric-sql/pglite-postgis"], ".tgz");

async function keepTemplate(database: PGlite, file: string): Promise<void> {
  const dump = await database.dumpDataDir("gzip");
  const write = async (unfinished: string) =>
    writeFileSync(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await keepInCache(file, write, tell);
}

async function main(): Promise<void> {
  const [dataDir, port] = process.argv.slice(2);
  if (dataDir === undefined) throw new Error("The embedded database needs its data directory.");
  let closing = false;
  let opened: { database: SequencedPGlite; server: PGLiteSocketServer } | undefined;
  async function close(): Promise<void> {
    if (closing) return;
    closing = true;
    await opened?.server.stop();
    await opened?.database.close();
    process.exit(0);
  }
  process.on("disconnect", () => void close());
  process.on("message", (message: ToEmbedded) => {
    if (message.type === "close") void close();
  });
  // Ctrl-C reaches the whole process group; the parent decides when the database ends
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => void close());

  const database = await openDirectory(dataDir);
  const server = new PGLiteSocketServer({
    db: database,
    host: "127.0.0.1",
    port: Number(port ?? 0),
    maxConnections: MAX_CLIENTS,
  });
  await server.start();
  opened = { database, server };
  // while it was being opened the parent may have gone
  if (!process.connected) return close();
  send({ type: "ready", port: Number(server.getServerConn().split(":").at(-1)) });
}

main().catch(fail);
