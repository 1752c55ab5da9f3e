import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach, loadReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { insertRuleSet, removeRuleSet } from "../../support/rule-set.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;
const RULES = "test-walked";

/*
 From the network to the shares, for an adult: 1.33 m/s on the flat, so 133 m = 100 s; stairs up at the slower of 0.45 m/s
 along and 0.22 m/s in rise, down at 0.60 and 0.30.

   7──────────── e8, 532 m = 400 s ─────────┐          park, entered by its gate at 7
   │ e7 escalator, up only: 5 + 25 ÷ 0.5 = 55 s
   3── e2, 399 m = 300 s, shop half-way ──── 2 ── e5, 399 m = 300 s ── 5
   │ e6 stairs of unknown rise:             │ e1 stairs, 60 m, rise 30 m:  │ e4 lift, rise 30 m:
   │    45 ÷ 0.45 = 100 s both ways         │   up 30 ÷ 0.22 = 136.36 s    │   45 + 30 ÷ 1.25 = 69 s
   0── e0, 399 m = 300 s ────────────────── 1 ── e3, 399 m = 300 s ─────── 4
                                              ╲    down 60 ÷ 0.60 = 100 s
   The bridge e9 (532 m = 400 s) leads from 2 over the street e3, not joined to it, down to 8; e10 (133 m = 100 s) from
   there to the market at 9.
   Houses 13.3 m = 10 s from the street: A at 0 (100 residents), B at 1 (80), C at 4 (60), D under the bridge, 120.6 m =
   90.68 s east of 1 (40); E far off the network (20). In all 300.
*/
const house = (x: number, y: number) => rectangle(x - 1, y - 1, 2, 2);
const world = new World("analysis-walked")
  .complete({ building: "complete", population: "complete" })
  .district(rectangle(-100, -700, 1200, 1300))
  .building({ id: "A", ring: house(0, -13.3), residents: 100 })
  .building({ id: "B", ring: house(399, -13.3), residents: 80 })
  .building({ id: "C", ring: house(798, -13.3), residents: 60 })
  .building({ id: "D", ring: house(519.6, 13.3), residents: 40 })
  .building({ id: "E", ring: house(0, -600), residents: 20 })
  .node([0, 0])
  .node([399, 0])
  .node([399, 300])
  .node([0, 300])
  .node([798, 0])
  .node([798, 300])
  .node([-50, 300])
  .node([0, 433])
  .node([600, -200])
  .node([733, -200])
  .edge({ from: 0, to: 1, lengthM: 399 })
  .edge({ from: 1, to: 2, kind: "stairs", lengthM: 60, climbM: 30 })
  .edge({ from: 2, to: 3, lengthM: 399 })
  .edge({ from: 1, to: 4, kind: "road", lengthM: 399 })
  .edge({ from: 4, to: 5, kind: "lift", lengthM: 0, climbM: 30 })
  .edge({ from: 5, to: 2, lengthM: 399 })
  .edge({ from: 0, to: 3, kind: "stairs", lengthM: 45, climbM: null })
  .edge({ from: 3, to: 7, kind: "escalator", lengthM: 25, climbM: 12, oneWay: true, stepFree: false })
  .edge({ from: 7, to: 2, lengthM: 532 })
  .edge({ from: 2, to: 8, kind: "bridge", lengthM: 532 })
  .edge({ from: 8, to: 9, lengthM: 133 })
  .edge({ from: 3, to: 6, lengthM: 50 })
  .facility({ category: "com.shops", at: [199.5, 300] })
  .facility({ category: "park.public", ring: rectangle(0, 433, 100, 50), entrances: [[0, 433]] })
  .facility({ category: "com.market", at: [733, -200] });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await insertRuleSet(
    database,
    RULES,
    [
      { tier: 5, minutes: 5, distanceM: 300 },
      { tier: 10, minutes: 10, distanceM: 500 },
      { tier: 15, minutes: 15, distanceM: 1000 },
    ],
    [
      { tier: 5, category: "com.shops" },
      { tier: 10, category: "com.shops" },
      { tier: 10, category: "park.public" },
      { tier: 15, category: "com.market" },
      { tier: 15, category: "park.public" },
    ],
  );
  await world.insert(database);
  await computeReach(database, { districtId: world.districtId, datasetId: world.datasetId });
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeRuleSet(database, RULES);
  await world.remove(database);
  await database.close();
});

const reachOf = async (persona: string, category: string) => {
  const { personas } = await loadReach(database, {
    districtId: world.districtId,
    datasetId: world.datasetId,
  });
  const { toS, fromS, metres } = personas.get(persona)!.categories.get(category)!;
  return { toS: [...toS], fromS: [...fromS], metres: [...metres] };
};
const ask = (persona = "adult") =>
  askAnalysis(app, world.districtId, "life-circle-coverage", {
    area: { zone: "district:analysis-walked" },
    ruleSet: RULES,
    persona,
  });

describe("the walks themselves", () => {
  it("use stairs of known and of unknown rise, and the lift", async () => {
    // A: 10 + e6 100 + half e2 150, both ways.   B: up 10 + 136.36 + 150, back 150 + 100 + 10.
    // C: 10 + lift 69 + 300 + 150, both ways.     D: 10 + 90.68 + 136.36 + 150, back 150 + 100 + 90.68 + 10.
    // metres: A 13.3 + 45 + 199.5, B 13.3 + 60 + 199.5, C 13.3 + 0 + 399 + 199.5, D 13.3 + 120.6 + 60 + 199.5
    expect(await reachOf("adult", "com.shops")).toEqual({
      toS: [260, 297, 529, 388, -1],
      fromS: [260, 260, 529, 351, -1],
      metres: [258, 273, 612, 394, -1],
    });
  });

  it("use the escalator up only, and enter the park by its gate", async () => {
    // to: A 10 + 100 + 55, B 10 + 300 + 100 + 55, C 10 + 69 + 300 + 300 + 55, D 10 + 90.68 + 300 + 100 + 55
    // from: 400 to 2, then A 300 + 100 + 10 (or 100 + 300 + 10), B 100 + 10, C 300 + 69 + 10, D 100 + 90.68 + 10
    const { toS, fromS } = await reachOf("adult", "park.public");
    expect(toS).toEqual([165, 465, 734, 556, -1]);
    expect(fromS).toEqual([810, 510, 779, 601, -1]);
  });

  it("reach the market over the bridge only, not from the street under it", async () => {
    // D: 10 + 90.68 + 136.36 + 400 + 100; joined to the bridge it would be some 270 s
    const { toS, fromS } = await reachOf("adult", "com.market");
    expect(toS).toEqual([910, 647, 879, 738, -1]);
    expect(fromS).toEqual([910, 610, 879, 701, -1]);
  });

  it("lead a wheelchair round by the lift", async () => {
    // A at 0.8 m/s: (13.3 + 399 + 399) ÷ 0.8 + 69 + (399 + 199.5) ÷ 0.8 = 1,014.125 + 69 + 748.125 = 1,831.25 s
    const { toS } = await reachOf("wheelchair", "com.shops");
    expect(toS[0]).toBe(1832);
  });
});

describe("coverage from them", () => {
  it("has the residents of A and B within five minutes of the shop", async () => {
    const [five] = (await ask()).result.tiers;
    // 300 s: A and B; 300 m: A (258) and B (273): 180 of 300
    expect(five!.allRequired!.residents).toEqual({ byTime: 0.6, byDistance: 0.6, byBoth: 0.6 });
  });

  it("leaves D out of ten minutes from the park by one second", async () => {
    const ten = (await ask()).result.tiers[1]!;
    const park = ten.categories.find(({ category }) => category === "park.public")!;
    // 600 s: B (510) but not D (601), A (810), C (779): 80 of 300
    expect(park.residents!.byTime).toBeCloseTo(80 / 300, 9);
    const shops = ten.categories.find(({ category }) => category === "com.shops")!;
    // everyone but E is within 600 s of the shop; within 500 m A, B and D
    expect(shops.residents!.byTime).toBeCloseTo(280 / 300, 9);
    expect(shops.residents!.byDistance).toBeCloseTo(220 / 300, 9);
  });

  it("has B, C and D within fifteen minutes of market and park", async () => {
    const fifteen = (await ask()).result.tiers[2]!;
    // the market is 910 s from A and 879 s from C; the park is within 900 s of all but E
    expect(fifteen.allRequired!.residents!.byTime).toBeCloseTo(180 / 300, 9);
    expect(fifteen.missingCount.map(({ residentShare }) => residentShare)).toEqual([
      expect.closeTo(180 / 300, 9), // B, C, D
      expect.closeTo(100 / 300, 9), // A: the market
      expect.closeTo(20 / 300, 9), // E: both
    ]);
  });

  it("counts E as not on the network, and the stairs whose rise is not known", async () => {
    const { result, dataQuality } = await ask();
    expect(result.notOnNetwork).toEqual({ buildings: 1, residents: 20 });
    expect(dataQuality.find(({ code }) => code === "edges-without-rise")).toMatchObject({ count: 1 });
  });

  it("has no one in a wheelchair within five minutes", async () => {
    const [five] = (await ask("wheelchair")).result.tiers;
    expect(five!.allRequired!.residents!.byTime).toBe(0);
    expect(five!.allRequired!.group).toBeNull();
  });
});
