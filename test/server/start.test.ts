import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { type Database, openDatabase } from "../../server/database/database.ts";
import { migrate } from "../../server/database/migrate.ts";
import { testDatabase } from "../support/database.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const MIGRATIONS = fileURLToPath(new URL("../../server/database/migrations", import.meta.url));

function startServer(env: Record<string, string>): ChildProcess {
  return spawn("node", ["--import", "tsx", MAIN], {
    env: { PATH: process.env.PATH, PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
}

/** Starts the server in a way that must fail, and answers what a person reads and the exit code. */
async function failedStart(env: Record<string, string>): Promise<{ text: string; code: number | null }> {
  const server = startServer(env);
  let text = "";
  server.stderr!.on("data", (chunk) => {
    text += chunk;
  });
  const code = await new Promise<number | null>((fulfil) => server.once("exit", fulfil));
  return { text, code };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-start-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("a start that cannot succeed says why in one sentence and ends with exit code 1", () => {
  let taken: Server;
  beforeEach(async () => {
    taken = createServer();
    await new Promise<void>((fulfil) => taken.listen(0, "127.0.0.1", fulfil));
  });
  afterEach(() => new Promise((fulfil) => taken.close(fulfil)));
  const takenPort = () => String((taken.address() as { port: number }).port);

  it("on a port that is in use, without touching the data directory", async () => {
    const { text, code } = await failedStart({ PORT: takenPort(), DATA_DIR: join(folder, "data") });
    expect(text).toBe(
      `Port ${takenPort()} is already in use on 127.0.0.1; stop what listens there or set PORT to another.\n`,
    );
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("on a database address where nothing listens, its password unsaid", async () => {
    const { text, code } = await failedStart({ DATABASE_URL: "postgres://planner:secret@127.0.0.1:1/atlas" });
    expect(text).toBe(
      "DATABASE_URL: nothing listens at 127.0.0.1:1; start PostgreSQL there or correct host and port.\n",
    );
    expect(code).toBe(1);
  });

  it("on a wrong setting", async () => {
    const { text, code } = await failedStart({ PORT: "eighty" });
    expect(text).toBe(
      "PORT=eighty is not usable; it should be a whole number from 0 to 65535, such as 8787.\n",
    );
    expect(code).toBe(1);
  });

  it("on a data directory that another process has open", async (context) => {
    const target = inject("testDatabase");
    if ("url" in target) return context.skip("the database of this run is a server");
    const { text, code } = await failedStart({ DATA_DIR: target.dataDir });
    expect(text).toMatch(
      /^The data directory .* is already open in process \d+; stop it first or set DATA_DIR to another directory\.\n$/,
    );
    expect(code).toBe(1);
  });
});

describe("migrating refuses", () => {
  let database: Database;
  beforeEach(async () => {
    database = await testDatabase();
  });
  afterEach(() => database.close());

  it("a database of a newer version", async () => {
    await database.query("INSERT INTO schemaversion (version, name) VALUES (99, 'from the future')");
    try {
      await expect(migrate(database)).rejects.toThrow(
        /^The database is of version 99, newer than this program, which knows \d+; update the program or use another database\.$/,
      );
    } finally {
      await database.query("DELETE FROM schemaversion WHERE version = 99");
    }
  });

  it("a database that another edition of the same version made", async () => {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const [first = ""] = readdirSync(folder).sort();
    writeFileSync(join(folder, first), "SELECT 1;");
    await expect(migrate(database, { directory: folder })).rejects.toThrow(
      /^The database was made by another edition of this program/,
    );
  });

  it("a database user who may not create PostGIS, with what an administrator has to do", async (context) => {
    const target = inject("testDatabase");
    if (!("url" in target)) return context.skip("the embedded database has no users");
    const name = `atlas_plain_${process.pid}`;
    await database.query(`CREATE ROLE ${name} LOGIN PASSWORD 'plain'`);
    await database.query(`CREATE DATABASE ${name} OWNER ${name}`);
    const url = new URL(target.url);
    Object.assign(url, { username: name, password: "plain", pathname: name });
    const plain = await openDatabase({ url: url.href });
    try {
      await expect(migrate(plain)).rejects.toThrow(
        /^The extension PostGIS cannot be created \(.*\); let an administrator run CREATE EXTENSION postgis in this database\.$/,
      );
    } finally {
      await plain.close();
      await database.query(`DROP DATABASE ${name}`);
      await database.query(`DROP ROLE ${name}`);
    }
  });
});

describe("a start that was killed", () => {
  // while the database is created, while it is unpacked or opened, while it is migrated
  it.each([700, 2_000, 4_000])("after %i ms is completed by the next", async (killedAfterMs) => {
    const server = startServer({ DATA_DIR: folder });
    const gone = new Promise((fulfil) => server.once("exit", fulfil));
    await sleep(killedAfterMs);
    process.kill(-server.pid!, "SIGKILL");
    // until this process has taken note of its end, the killed one counts as alive
    await gone;
    const database = await openDatabase({ dataDir: folder });
    try {
      await migrate(database);
      const { rows } = await database.query<{ tables: number }>(
        "SELECT count(*)::int AS tables FROM information_schema.tables WHERE table_schema = 'store'",
      );
      expect(rows[0]!.tables).toBeGreaterThan(20);
    } finally {
      await database.close();
    }
  });
});
