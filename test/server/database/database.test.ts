import type { Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { testConnection, testDatabase } from "../../support/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.query("CREATE TABLE store.note (id integer PRIMARY KEY, text text)");
});
afterAll(async () => {
  await database.query("DROP TABLE store.note");
  await database.close();
});

async function notes(): Promise<string[]> {
  const { rows } = await database.query<{ text: string }>("SELECT text FROM store.note ORDER BY id");
  return rows.map((row) => row.text);
}

test("a transaction that throws leaves nothing behind, and the connection goes on", async () => {
  const failed = database.transaction(async (transaction) => {
    await transaction.query("INSERT INTO store.note VALUES (1, 'lost')");
    throw new Error("changed my mind");
  });
  await expect(failed).rejects.toThrow("changed my mind");
  expect(await notes()).toEqual([]);
  await database.transaction((transaction) => transaction.query("INSERT INTO store.note VALUES (1, 'kept')"));
  expect(await notes()).toEqual(["kept"]);
});

test("a failed statement inside a transaction is rolled back with it", async () => {
  const failed = database.transaction(async (transaction) => {
    await transaction.query("INSERT INTO store.note VALUES (2, 'lost')");
    await transaction.query("INSERT INTO store.note VALUES (2, 'twice')");
  });
  await expect(failed).rejects.toMatchObject({ code: "23505" });
  expect(await notes()).toEqual(["kept"]);
});

test("a nested transaction that throws undoes only itself", async () => {
  await database.transaction(async (outer) => {
    await outer.query("INSERT INTO store.note VALUES (3, 'outer')");
    await outer
      .transaction(async (inner) => {
        await inner.query("INSERT INTO store.note VALUES (4, 'inner')");
        throw new Error("only the inner one");
      })
      .catch(() => undefined);
  });
  expect(await notes()).toEqual(["kept", "outer"]);
});

test("asking the pool inside a transaction is refused instead of waiting for itself for ever", async () => {
  await expect(database.transaction(() => database.query("SELECT 1"))).rejects.toThrow("not the pool");
});

test("numbers come as numbers and dates as ISO strings, also beside unknown ones", async () => {
  const { rows } = await database.query(
    `SELECT 7::bigint AS big, 1.25::numeric AS exact, '2026-03-01'::date AS day,
       '2026-03-01 08:00:00+08'::timestamptz AS at, ARRAY[1, null, 3]::bigint[] AS "bigs", null::bigint AS none`,
  );
  expect(rows[0]).toEqual({
    big: 7,
    exact: 1.25,
    day: "2026-03-01",
    at: "2026-03-01T00:00:00.000Z",
    bigs: [1, null, 3],
    none: null,
  });
});

async function vanishingClient(): Promise<{ client: Client; stream: Socket }> {
  const client = new Client(testConnection());
  client.on("error", () => undefined);
  await client.connect();
  // @types/pg does not tell of the connection below the client
  const { connection } = client as unknown as { connection: { stream: Socket } };
  return { client, stream: connection.stream };
}

test("a client that vanishes in the middle of a transaction leaves nothing and blocks nobody", async () => {
  const { client, stream } = await vanishingClient();
  await client.query("BEGIN");
  await client.query("INSERT INTO store.note VALUES (9, 'abandoned')");
  stream.destroy();
  expect(await notes()).not.toContain("abandoned");
});

// one message of the extended query protocol: a type, the length of what follows with itself, the body
function message(type: string, ...body: (string | readonly number[])[]): Buffer {
  const content = Buffer.concat(
    body.map((part) => (typeof part === "string" ? Buffer.from(`${part}\0`) : Buffer.from(part))),
  );
  const head = Buffer.alloc(5);
  head.write(type, 0);
  head.writeInt32BE(content.length + 4, 1);
  return Buffer.concat([head, content]);
}

test("a query whose messages arrive slowly is not mixed up with another client's", async () => {
  const { stream } = await vanishingClient();
  let heard = "";
  stream.on("data", (chunk: Buffer) => {
    heard += chunk.toString("latin1");
  });
  // Parse: no name, the text, no parameter types
  stream.write(message("P", "", "SELECT 'slow' AS speed", [0, 0]));
  await sleep(300);
  const other = notes();
  await sleep(300);
  // Bind to that unnamed statement, Execute without a row limit, Sync
  stream.write(message("B", "", "", [0, 0, 0, 0, 0, 0]));
  stream.write(Buffer.concat([message("E", "", [0, 0, 0, 0]), message("S")]));
  await expect.poll(() => heard).toContain("SELECT 1");
  expect(heard).toContain("slow");
  expect(await other).toEqual(["kept", "outer"]);
  stream.destroy();
});

test("a client that vanishes between the messages of one query leaves nothing and blocks nobody", async () => {
  const { stream } = await vanishingClient();
  const parse = message("P", "", "INSERT INTO store.note VALUES (10, 'abandoned')", [0, 0]);
  await new Promise((fulfil) => stream.write(parse, fulfil));
  setTimeout(() => stream.destroy(), 200);
  expect(await notes()).not.toContain("abandoned");
});
