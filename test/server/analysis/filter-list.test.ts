import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 Houses of 10 m × 10 m, every 100 m from x = 100 on:
   a  1990, 7 floors, 砖混      b  1980, 7 floors, 框架     c  year unknown, 3 floors, 砖木     d  2000, floors unknown
   e  1970, 9 floors; cut in two by x = 505        z  internal, 1900, 30 floors        p  a part of another, 30 floors
*/
const house = (x: number) => rectangle(x, 50, 10, 10);
const world = new World("analysis-filter-list")
  .district(rectangle(0, 0, 1000, 200))
  .building({ id: "a", ring: house(100), yearBuilt: 1990, floors: 7, structure: "砖混", safetyGrade: "C" })
  .building({ id: "b", ring: house(200), yearBuilt: 1980, floors: 7, structure: "框架", hasLift: false })
  .building({ id: "c", ring: house(300), floors: 3, structure: "砖木", dwellings: 4 })
  .building({ id: "d", ring: house(400), yearBuilt: 2000, use: "unknown" })
  .building({ id: "e", ring: house(500), yearBuilt: 1970, floors: 9, use: "office", heritage: true })
  .building({ id: "z", ring: house(600), yearBuilt: 1900, floors: 30, level: "internal" })
  .building({ id: "p", ring: house(700), yearBuilt: 1900, floors: 30, inSums: false });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const list = async (body: Record<string, unknown>, width = 1000) =>
  askAnalysis(app, world.districtId, "filter-list", {
    area: world.area(rectangle(0, 0, width, 200)),
    ...body,
  });
const ids = async (body: Record<string, unknown>) =>
  (await list(body)).result.items.map(({ id }) => id).join("");

describe("filter-list", () => {
  it("lists what filter-count counts with all that is known of it, and nothing internal", async () => {
    const conditions = [{ field: "floorsAbove", op: "gte", value: 7 }];
    const { result, method } = await list({ conditions });
    expect(result.total).toBe(3);
    expect(result.next).toBeNull();
    // 10 m × 10 m × 9 floors before twice 700 m²; equal ones by id
    expect(result.items.map(({ id, gfaAboveSqm }) => [id, gfaAboveSqm])).toEqual([
      ["e", 900],
      ["a", 700],
      ["b", 700],
    ]);
    expect(result.items[1]).toMatchObject({
      ordinal: 0,
      use: "residential",
      yearBuilt: 1990,
      floorsAbove: 7,
      structure: "砖混",
      hasLift: null,
      heritage: null,
      disposition: null,
      dwellings: null,
      residents: null,
      insideShare: 1,
    });
    expect(result.items[1]).not.toHaveProperty("safetyGrade");
    const [west, south, east, north] = result.items[1]!.extent;
    const corners = [world.toLonLat([100, 50]), world.toLonLat([110, 60])].flat();
    for (const [at, degrees] of [west, south, east, north].entries())
      expect(degrees).toBeCloseTo(corners[at]!, 9);
    expect(method.map(({ quantity }) => quantity)).toContain("conditions");
  });

  it.each([
    ["yearBuilt", false, "ebadc"],
    ["yearBuilt", true, "dabec"],
    ["floorsAbove", false, "cabed"],
    ["dwellings", true, "cabde"],
    // by code point: 框 U+6846, 砖木 before 砖混 (木 U+6728, 混 U+6DF7)
    ["structure", false, "bcade"],
    ["structure", true, "acbde"],
    ["use", false, "eabcd"],
    ["id", false, "abcde"],
    ["id", true, "edcba"],
  ])("sorts by %s, descending %s, what is not known last", async (sort, descending, expected) => {
    expect(await ids({ sort, descending })).toBe(expected);
  });

  it("comes in pages that hold every building once", async () => {
    const first = await list({ sort: "id", descending: false, limit: 2 });
    expect([first.result.items.map(({ id }) => id), first.result.total]).toEqual([["a", "b"], 5]);
    const second = await list({ sort: "id", descending: false, limit: 2, cursor: first.result.next });
    expect(second.result.items.map(({ id }) => id)).toEqual(["c", "d"]);
    const third = await list({ sort: "id", descending: false, limit: 2, cursor: second.result.next });
    expect([third.result.items.map(({ id }) => id), third.result.next]).toEqual([["e"], null]);
  });

  it("counts a building cut by the outline as one, and says how much of it is inside", async () => {
    const { result } = await list({ conditions: [{ field: "heritage", op: "eq", value: true }] }, 505);
    expect(result.items.map(({ id, insideShare }) => [id, insideShare])).toEqual([
      ["e", expect.closeTo(0.5, 6)],
    ]);
    expect(result.total).toBe(1);
  });

  it("has none of an empty area, and cannot tell by a value that no building has", async () => {
    expect((await list({}, 50)).result).toEqual({ items: [], total: 0, next: null });
    const { result } = await list({ conditions: [{ field: "residents", op: "gte", value: 1 }] });
    expect(result).toEqual({ items: [], total: null, next: null });
  });

  it.each([
    ["sort", { sort: "level" }],
    ["limit", { limit: 5001 }],
    ["limit", { limit: 0 }],
    ["cursor", { cursor: "-1" }],
    ["conditions.0.field", { conditions: [{ field: "level", op: "eq", value: "internal" }] }],
  ])("refuses what cannot be asked and names %s", async (path, body) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/filter-list?district=${world.districtId}`,
      payload: { area: world.area(rectangle(0, 0, 10, 10)), ...body },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
  });
});
