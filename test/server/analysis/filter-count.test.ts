import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 Houses of 10 m × 10 m in a row, every 100 m from x = 100 on:
   a  1999, 7 floors, no lift, grade C, 20 residents, 8 dwellings     b  2000, 7 floors, no lift, grade D, 30 residents
   c  1985, 6 floors, no lift, grade A, brick                        d  1985, 7 floors, lift unknown, grade unknown
   e  year unknown, 9 floors, no lift, grade C                       f  1990, floors unknown, a lift, use unknown
   g  1990, 3.5 floors, heritage, an office; cut in two by x = 705
*/
const house = (x: number) => rectangle(x, 50, 10, 10);
const world = new World("analysis-filter-count").district(rectangle(0, 0, 1000, 200));
world
  .building({
    ring: house(100),
    yearBuilt: 1999,
    floors: 7,
    hasLift: false,
    safetyGrade: "C",
    residents: 20,
    dwellings: 8,
  })
  .building({ ring: house(200), yearBuilt: 2000, floors: 7, hasLift: false, safetyGrade: "D", residents: 30 })
  .building({
    ring: house(300),
    yearBuilt: 1985,
    floors: 6,
    hasLift: false,
    safetyGrade: "A",
    structure: "brick",
  })
  .building({ ring: house(400), yearBuilt: 1985, floors: 7 })
  .building({ ring: house(500), floors: 9, hasLift: false, safetyGrade: "C" })
  .building({ ring: house(600), yearBuilt: 1990, hasLift: true, use: "unknown" })
  .building({ ring: house(700), yearBuilt: 1990, floors: 3.5, heritage: true, use: "office" });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await world.insert(database);
  app = appForTests(database, { INTERNAL: "1" });
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const ask = (conditions: unknown, width = 1000) =>
  askAnalysis(app, world.districtId, "filter-count", {
    area: world.area(rectangle(0, 0, width, 200)),
    conditions,
  });
const count = async (field: string, op: string, value: unknown) =>
  (await ask([{ field, op, value }])).result.buildings;

describe("filter-count", () => {
  it("counts buildings for which every condition is known and true", async () => {
    const { result } = await ask([
      { field: "yearBuilt", op: "lt", value: 2000 },
      { field: "floorsAbove", op: "gte", value: 7 },
      { field: "hasLift", op: "eq", value: false },
      { field: "safetyGrade", op: "in", value: ["C", "D"] },
    ]);
    // a only: b is of 2000, c has 6 floors, d's lift is not known, e's year is not known
    expect(result.buildings).toBe(1);
    expect(result.gfaAboveSqm).toBeCloseTo(700, 6);
    expect(result.residents).toBe(20);
    expect(result.dwellings).toBe(8);
    // of 7 buildings: the year of e, the floors of f, the lift of d and g, the grade of d, f and g
    expect(result.unknown.map(({ field, buildings }) => [field, buildings])).toEqual([
      ["yearBuilt", 1],
      ["floorsAbove", 1],
      ["hasLift", 2],
      ["safetyGrade", 3],
    ]);
    expect(result.unknown[3]!.share).toBeCloseTo(3 / 7, 9);
  });

  it("weights by the share of the footprint inside", async () => {
    // x = 0 … 705 holds half of g: 350 m² ÷ 2
    const { result } = await ask([{ field: "heritage", op: "eq", value: true }], 705);
    expect(result.buildings).toBeCloseTo(0.5, 6);
    expect(result.gfaAboveSqm).toBeCloseTo(175, 4);
    expect(result.unknown).toEqual([{ field: "heritage", buildings: 6, share: expect.closeTo(6 / 6.5, 6) }]);
  });

  it("counts all buildings without conditions, and none knows nothing of the unknown", async () => {
    const { result } = await ask([]);
    expect(result.buildings).toBe(7);
    expect(result.unknown).toEqual([]);
    expect((await ask(undefined)).inputs.conditions).toEqual([]);
  });

  it.each([
    ["lt", 7, 2],
    ["lte", 7, 5],
    ["eq", 7, 3],
    ["ne", 7, 3],
    ["gte", 7, 4],
    ["gt", 7, 1],
    ["in", [6, 9], 2],
  ])("takes floors %s %j at its boundary", async (op, value, expected) => {
    // floors 7, 7, 6, 7, 9, unknown, 3.5
    expect(await count("floorsAbove", op, value)).toBe(expected);
  });

  it("compares half floors, texts and truth values", async () => {
    expect(await count("floorsAbove", "eq", 3.5)).toBe(1);
    expect(await count("structure", "eq", "brick")).toBe(1);
    expect(await count("structure", "eq", "'; DROP TABLE store.building; --")).toBe(0);
    expect(await count("hasLift", "ne", false)).toBe(1);
    expect(await count("use", "in", ["office", "health"])).toBe(1);
  });

  it("never counts an unknown use, not even as other than something", async () => {
    expect(await count("use", "ne", "office")).toBe(5);
    expect(await count("use", "in", ["health", "religious"])).toBe(0);
  });

  it("does not count by a value that no building has, and counts 0 where one has it", async () => {
    // x = 300 … 720: of c, d, e, f and g only g's heritage is known; of c … f none
    const conditions = [{ field: "heritage", op: "eq", value: false }];
    const part = async (x: number, width: number) =>
      askAnalysis(app, world.districtId, "filter-count", {
        area: world.area(rectangle(x, 0, width, 200)),
        conditions,
      });
    const none = await part(250, 400);
    expect(none.result).toMatchObject({
      buildings: null,
      gfaAboveSqm: null,
      dwellings: null,
      residents: null,
    });
    expect(none.result.unknown).toEqual([{ field: "heritage", buildings: 4, share: 1 }]);
    expect((await part(250, 500)).result.buildings).toBe(0);
    // no building at all is no building unknown
    expect((await part(0, 50)).result.buildings).toBe(0);
  });

  it("names the buildings that count, those only in part inside too, where it is asked to", async () => {
    const named = async (field: string, op: string, value: unknown, width = 1000) =>
      (
        await askAnalysis(app, world.districtId, "filter-count", {
          area: world.area(rectangle(0, 0, width, 200)),
          conditions: [{ field, op, value }],
          ordinals: true,
        })
      ).result;
    // a, b, d of 7 floors and e of 9; half of g, the only one of heritage
    expect((await named("floorsAbove", "gte", 7)).ordinals).toEqual([0, 1, 3, 4]);
    expect((await named("heritage", "eq", true, 705)).ordinals).toEqual([6]);
    expect((await named("floorsAbove", "gt", 99)).ordinals).toEqual([]);
    // no building up to x = 650 has a known heritage: none can be named
    expect((await named("heritage", "eq", true, 650)).ordinals).toBeNull();
    const { result } = await ask([]);
    expect(result).not.toHaveProperty("ordinals");
  });

  it("asks whether a value is known at all", async () => {
    expect(await count("floorsAbove", "known", false)).toBe(1);
    expect(await count("floorsAbove", "known", true)).toBe(6);
    expect(await count("use", "known", false)).toBe(1);
  });

  it("knows no people of buildings that have none given, and 0 of no buildings", async () => {
    const unknown = await ask([{ field: "floorsAbove", op: "eq", value: 9 }]);
    expect(unknown.result).toMatchObject({ buildings: 1, residents: null, dwellings: null });
    const none = await ask([{ field: "floorsAbove", op: "gt", value: 99 }]);
    expect(none.result).toMatchObject({ buildings: 0, residents: 0, dwellings: 0, gfaAboveSqm: 0 });
  });

  it("of an area without buildings has no share of unknowns", async () => {
    const { result, codes } = await ask([{ field: "floorsAbove", op: "eq", value: 9 }], 50);
    expect(result.unknown).toEqual([{ field: "floorsAbove", buildings: 0, share: null }]);
    expect(codes).toContain("no-buildings");
  });
});

describe("a condition is refused", () => {
  it.each([
    ["of an unknown field", { field: "colour", op: "eq", value: "red" }, "conditions.1.field"],
    ["of an unknown operator", { field: "use", op: "like", value: "%" }, "conditions.1.op"],
    [
      "that compares a number with a text",
      { field: "floorsAbove", op: "gte", value: "7" },
      "conditions.1.value",
    ],
    ["that compares a text with a number", { field: "use", op: "eq", value: 7 }, "conditions.1.value"],
    [
      "that compares a truth value with a text",
      { field: "hasLift", op: "eq", value: "no" },
      "conditions.1.value",
    ],
    ["that orders texts", { field: "safetyGrade", op: "gte", value: "C" }, "conditions.1.op"],
    ["in one value", { field: "safetyGrade", op: "in", value: "C" }, "conditions.1.value"],
    ["in a list of other kinds", { field: "safetyGrade", op: "in", value: ["C", 4] }, "conditions.1.value"],
    ["in an empty list", { field: "safetyGrade", op: "in", value: [] }, "conditions.1.value"],
    ["equal to a list", { field: "floorsAbove", op: "eq", value: [7] }, "conditions.1.value"],
    ["known as a number", { field: "floorsAbove", op: "known", value: 1 }, "conditions.1.value"],
    ["by a use that is none", { field: "use", op: "eq", value: "castle" }, "conditions.1.value"],
    [
      "by the use unknown, which is no use",
      { field: "use", op: "eq", value: "unknown" },
      "conditions.1.value",
    ],
    ["by a grade that is none", { field: "safetyGrade", op: "in", value: ["C", "E"] }, "conditions.1.value"],
    ["by letters for a year", { field: "yearBuilt", op: "lt", value: "abc" }, "conditions.1.value"],
    ["by a year to come", { field: "yearBuilt", op: "lt", value: 2101 }, "conditions.1.value"],
    ["by a year too long ago", { field: "yearBuilt", op: "lt", value: 999 }, "conditions.1.value"],
    ["by half a year", { field: "yearBuilt", op: "lt", value: 1999.5 }, "conditions.1.value"],
    ["by fewer floors than none", { field: "floorsAbove", op: "gte", value: -1 }, "conditions.1.value"],
    ["without a value", { field: "floorsAbove", op: "eq" }, "conditions.1.value"],
  ])("%s", async (_, condition, path) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/filter-count?district=${world.districtId}`,
      payload: {
        area: world.area(rectangle(0, 0, 10, 10)),
        conditions: [{ field: "floorsAbove", op: "eq", value: 7 }, condition],
      },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
  });

  it.each([
    [{ field: "yearBuilt", op: "lt", value: 20000 }, "a whole number from 1000 to 2100"],
    [{ field: "use", op: "eq", value: "castle" }, "one of residential, commercial"],
    [{ field: "safetyGrade", op: "in", value: ["E"] }, "a list of A, B, C, D"],
    [{ field: "hasLift", op: "eq", value: "no" }, "true or false"],
  ])("with what would be right: %j", async (condition, expected) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/filter-count?district=${world.districtId}`,
      payload: { area: world.area(rectangle(0, 0, 10, 10)), conditions: [condition] },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error.message).toContain(expected);
  });

  it.each([1000, 2100])("not where the year is %i, an end of what can be meant", async (year) => {
    expect((await ask([{ field: "yearBuilt", op: "ne", value: year }])).result.buildings).toBe(6);
  });
});
