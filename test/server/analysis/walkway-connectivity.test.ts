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
 A hairpin: 300 m of level path along y = 0, 200 m of stairs that rise 20 m at x = 300, 300 m of path at 1:10 back along
 y = 200, and 100 m of level path south from its beginning. House S stands 10 m south of x = 50, N 10 m north of it.
 The district is 400 × 400 m = 0.16 km².
*/
const hairpin = (id: string, isPeopled: boolean) => {
  const world = new World(id)
    .complete({ building: "complete", water: "complete" })
    .district(rectangle(-50, -150, 400, 400))
    .building({ ring: rectangle(48, -12, 4, 4), ...(isPeopled ? { residents: 30 } : {}) })
    .building({ ring: rectangle(48, 208, 4, 4), ...(isPeopled ? { residents: 10 } : {}) })
    .node([0, 0], 200)
    .node([300, 0], 200)
    .node([300, 200], 220)
    .node([0, 200], 250)
    .node([0, -100], 200);
  world.walkway({
    id: "w",
    nameZh: "试验步道",
    lengthM: 500,
    line: [
      [300, 0],
      [300, 200],
      [0, 200],
    ],
  });
  return world
    .edge({ from: 0, to: 1, lengthM: 300 })
    .edge({ from: 1, to: 2, lengthM: 200, kind: "stairs", steps: 129, climbM: 20, walkway: "w" })
    .edge({ from: 2, to: 3, lengthM: 300, climbM: 30, walkway: "w" })
    .edge({ from: 0, to: 4, lengthM: 100 });
};
const world = hairpin("analysis-walkway", true);
const NOBODY = hairpin("analysis-walkway-nobody", false);
const UNKNOWN = new World("analysis-walkway-unknown")
  .district(rectangle(-50, -50, 400, 100))
  .node([0, 0])
  .node([300, 0]);
UNKNOWN.edge({ from: 0, to: 1, lengthM: 300, climbM: null });

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of [world, NOBODY, UNKNOWN]) await each.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const each of [world, NOBODY, UNKNOWN]) await each.remove(database);
  await database.close();
});

const ask = (more: Record<string, unknown> = {}, district = world) =>
  askAnalysis(app, district.districtId, "walkway-connectivity", {
    area: { zone: `district:${district.districtId}` },
    ...more,
  });

describe("the length of the walking network", () => {
  it("is counted by kind over the land, with what is step-free and what a wheelchair passes", async () => {
    const { result } = await ask();
    expect(result.lengthM).toBeCloseTo(900, 6);
    expect(result.densityKmPerSqkm).toBeCloseTo(0.9 / 0.16, 2);
    expect(result.byKind.map(({ kind, edges }) => [kind, edges])).toEqual([
      ["path", 3],
      ["stairs", 1],
    ]);
    // all but the stairs; 1:10 is steeper than 1:12
    expect(result.stepFree.lengthShare).toBeCloseTo(7 / 9, 9);
    expect(result.stepFree.wheelchairLengthShare).toBeCloseTo(4 / 9, 9);
    // (20 + 30) m on 0.9 km
    expect(result.climb).toMatchObject({ unknownLengthM: 0 });
    expect(result.climb.perKmM).toBeCloseTo(50 / 0.9, 9);
  });

  it("is of the parts inside a drawn area", async () => {
    const { result } = await ask({ area: world.area(rectangle(-50, -150, 200, 400)) });
    // 150 m of each path and the 100 m south
    expect(result.lengthM).toBeCloseTo(400, 0);
  });

  it("of unknown rise has no climb, and says so", async () => {
    const { result, codes } = await ask({}, UNKNOWN);
    expect(result.climb).toEqual({ perKmM: null, knownLengthM: 0, unknownLengthM: 300 });
    expect(codes).toContain("edges-without-rise");
    expect(codes).toContain("no-buildings");
    expect(result.detour).toMatchObject({ pairs: 0, median: null });
  });
});

describe("who lives on the step-free part", () => {
  it("is whoever gets onto the largest part without a step", async () => {
    const { result } = await ask();
    // 30 of 40; N is more than 150 m from it
    expect(result.stepFree).toMatchObject({ residentsShare: 0.75, buildingsShare: 0.5, offBuildings: 1 });
  });

  it("is told in buildings only where residents are not known", async () => {
    const { result, codes } = await ask({}, NOBODY);
    expect(result.stepFree).toMatchObject({ residentsShare: null, buildingsShare: 0.5 });
    expect(codes).toContain("population-absent residents");
  });
});

describe("detours", () => {
  it("are the walk over the straight line, connectors included", async () => {
    const { detour } = (await ask()).result;
    // 10 + 250 + 200 + 250 + 10 = 720 m for 220 m, there and back
    expect(detour).toMatchObject({ pairs: 2, walked: 2, noWay: 0, offNetwork: 0 });
    expect(detour.median).toBeCloseTo(720 / 220, 3);
    expect(detour.classes.map(({ pairs }) => pairs)).toEqual([0, 0, 0, 0, 0, 2]);
    expect(detour.worst[0]!.walkM).toBeCloseTo(720, 0);
  });

  it("that a wheelchair cannot take are counted beside and are in no median", async () => {
    const { detour } = (await ask({ persona: "wheelchair" })).result;
    expect(detour).toMatchObject({ pairs: 2, walked: 0, offNetwork: 2, median: null, worst: [] });
  });

  it("are the same at every asking", async () => {
    const [once, again] = [await ask(), await ask()];
    expect(again.result.detour).toEqual(once.result.detour);
  });
});

it("finds the ends, each with its branch back to the first junction", async () => {
  const { result } = await ask();
  expect(result).toMatchObject({ deadEnds: 2, deadEndCandidates: 0 });
  expect(result.deadEndsPerSqkm).toBeCloseTo(2 / 0.16, 1);
  expect(result.ends.map(({ lengthM, across }) => [lengthM, across])).toEqual([
    [900, null],
    [900, null],
  ]);
});

it("draws each named walkway with the minutes of each persona and where a wheelchair cannot pass", async () => {
  const [walkway] = (await ask()).result.walkways;
  expect(walkway).toMatchObject({ id: "w", nameZh: "试验步道" });
  const { lengthM, riseM, steps, sections, walks } = walkway!.profile;
  expect({ lengthM, riseM, steps }).toEqual({ lengthM: 500, riseM: 50, steps: 129 });
  expect(sections[0]!.parts.map(({ kind, barred }) => [kind, barred])).toEqual([
    ["stairs", ["wheelchair"]],
    ["path", ["wheelchair"]],
  ]);
  const adult = walks.find(({ persona }) => persona === "adult")!;
  expect(adult.forwardS).toBeGreaterThan(adult.backwardS!);
  expect(walks.find(({ persona }) => persona === "wheelchair")).toMatchObject({
    forwardS: null,
    backwardS: null,
  });
});

it("refuses a persona it does not know, naming the parameter", async () => {
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/walkway-connectivity?district=${world.districtId}`,
    payload: { area: { zone: "district:analysis-walkway" }, persona: "athlete" },
  });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "persona" });
});
