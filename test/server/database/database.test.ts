import type { Socket } from "node:net";
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

test("a query that arrives in many pieces is not mixed up with another client's", async () => {
  const second = await testDatabase();
  // 2 MB travel in some thirty pieces; in between the other client asks with other parameters
  const long = "x".repeat(2_000_000);
  const askLong = async () => {
    for (let round = 0; round < 10; round += 1) {
      const { rows } = await database.query("SELECT length($1::text) AS length, $2::int AS round", [
        long,
        round,
      ]);
      expect(rows).toEqual([{ length: 2_000_000, round }]);
    }
  };
  const askShort = async () => {
    for (let value = 0; value < 300; value += 1) {
      const { rows } = await second.query("SELECT $1::int AS value", [value]);
      expect(rows).toEqual([{ value }]);
    }
  };
  await Promise.all([askLong(), askShort()]);
  await second.close();
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

test("a client that vanishes between the messages of one query leaves nothing and blocks nobody", async () => {
  const { stream } = await vanishingClient();
  const sql = "INSERT INTO store.note VALUES (10, 'abandoned')";
  // Parse without Bind, Execute and Sync: statement name "", the text, no parameter types
  const parse = Buffer.alloc(1 + 4 + 1 + sql.length + 1 + 2);
  parse.write("P", 0);
  parse.writeInt32BE(parse.length - 1, 1);
  parse.write(sql, 6);
  await new Promise((fulfil) => stream.write(parse, fulfil));
  setTimeout(() => stream.destroy(), 200);
  expect(await notes()).not.toContain("abandoned");
});
