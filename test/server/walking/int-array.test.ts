import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import {
  parseIntArray,
  toBooleanArrayParameter,
  toIntArrayParameter,
} from "../../../server/walking/int-array.ts";
import { testDatabase } from "../../support/database.ts";

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test("integers travel to the database in binary and back as text, -1 as null", async () => {
  const numbers = fc.oneof(fc.constant(-1), fc.nat(3600), fc.nat(0x7fffffff));
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { maxLength: 40 }), async (list) => {
      const values = Int32Array.from(list);
      const { rows } = await database.query<{ text: string; items: (number | null)[] }>(
        "SELECT $1::integer[]::text AS text, $1::integer[] AS items",
        [toIntArrayParameter(values)],
      );
      expect(rows[0]!.items).toEqual(list.map((value) => (value === -1 ? null : value)));
      expect(parseIntArray(rows[0]!.text, list.length)).toEqual(values);
    }),
    { numRuns: 30 },
  );
});

test("booleans travel in binary", async () => {
  const { rows } = await database.query("SELECT $1::boolean[] AS some, cardinality($2::boolean[]) AS none", [
    toBooleanArrayParameter(Uint8Array.of(1, 0, 0, 1)),
    toBooleanArrayParameter(new Uint8Array(0)),
  ]);
  expect(rows).toEqual([{ some: [true, false, false, true], none: 0 }]);
});
