import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 A district of 1,000 m × 200 m. Houses of 10 m × 10 m:
   a  1979, 7 floors, no lift, grade D     b  1999, 6 floors, no lift, grade B     c  nothing known
 The asked area is x = 0 … 500. Cores: west x = 0 … 250 (inside whole), middle x = 400 … 800 (a quarter of it inside, a
 fifth of the area), east x = 500 … 1000 (touches only), one internal.
*/
const house = (x: number) => rectangle(x, 100, 10, 10);
const core = (id: string, x: number, width: number, level = "public") => ({
  id: `core:${id}`,
  kind: "core",
  nameZh: id,
  ring: rectangle(x, 0, width, 200),
  level,
});
const world = new World("analysis-answer-sheet")
  .district(rectangle(0, 0, 1000, 200))
  .zone(core("west", 0, 250))
  .zone(core("middle", 400, 400))
  .zone(core("east", 500, 500))
  .zone(core("hidden", 0, 500, "internal"))
  .building({ ring: house(100), yearBuilt: 1979, floors: 7, hasLift: false, safetyGrade: "D" })
  .building({ ring: house(200), yearBuilt: 1999, floors: 6, hasLift: false, safetyGrade: "B" })
  .building({ ring: house(300) })
  .facility({ category: "com.shops", at: [100, 100] })
  .reach("adult", "com.shops", { toS: [60, 120, 999], fromS: [60, 120, 999], metres: [50, 100, 900] })
  .reachRun("adult", [true, true, true])
  .project({ id: "p-in", nameZh: "内", at: [100, 100], level: "public", stage: "building" })
  .project({ id: "p-out", nameZh: "外", at: [700, 100], level: "public" })
  .project({ id: "p-hidden", nameZh: "密", at: [100, 100], level: "internal" });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const area = world.area(rectangle(0, 0, 500, 200));
const ask = () => askAnalysis(app, world.districtId, "answer-sheet", { area });

describe("answer-sheet", () => {
  it("holds the same answers as the analyses asked one by one", async () => {
    const { result } = await ask();
    const single = async <Name extends "density" | "plot-ratio" | "life-circle-coverage">(name: Name) =>
      (await askAnalysis(app, world.districtId, name, { area })).result;
    expect(result.density).toEqual(await single("density"));
    expect(result.plotRatio).toEqual(await single("plot-ratio"));
    expect(result.lifeCircleCoverage).toEqual(await single("life-circle-coverage"));
  });

  it("has the headline counts with their conditions, as filter-count gives them", async () => {
    const { result } = await ask();
    const buildings = Object.fromEntries(result.filterCounts.map((row) => [row.name, row.result.buildings]));
    // a is old, high and without a lift, before 1980; the floors of c are unknown; grades are internal
    expect(buildings).toEqual({
      "old-high-without-lift": 1,
      "before-1980": 1,
      "floors-unknown": 1,
    });
    for (const { conditions, result: counted } of result.filterCounts) {
      const single = await askAnalysis(app, world.districtId, "filter-count", { area, conditions });
      expect(counted).toEqual(single.result);
    }
  });

  it("lists the zones crossed with both shares, largest first, without those that only touch or are internal", async () => {
    const { result } = await ask();
    expect(result.zones.map(({ id, areaShare, zoneShare }) => [id, areaShare, zoneShare])).toEqual([
      ["district:analysis-answer-sheet", expect.closeTo(1, 6), expect.closeTo(0.5, 6)],
      ["core:west", expect.closeTo(0.5, 6), expect.closeTo(1, 6)],
      ["core:middle", expect.closeTo(0.2, 6), expect.closeTo(0.25, 6)],
    ]);
  });

  it("takes shares of the area asked about, also of what lies beyond the district", async () => {
    // x = -500 … 500: half of it in the district, a quarter of it in west
    const beyond = world.area(rectangle(-500, 0, 1000, 200));
    const { result } = await askAnalysis(app, world.districtId, "answer-sheet", { area: beyond });
    expect(result.zones.find(({ id }) => id === "core:west")!.areaShare).toBeCloseTo(0.25, 6);
  });

  it("lists the public projects inside", async () => {
    expect((await ask()).result.projects).toEqual([
      { id: "p-in", nameZh: "内", nameEn: null, stage: "building" },
    ]);
  });

  it("says each doubt and each method once", async () => {
    const { codes, method } = await ask();
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(["population-absent residents", "floors-unknown gfaAboveSqm"]),
    );
    const lines = method.map(({ quantity, text }) => `${quantity} ${text}`);
    expect(new Set(lines).size).toBe(lines.length);
  });
});
