import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { insertRuleSet, removeRuleSet } from "../../support/rule-set.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;
const RULES = "test-radius";

/*
 The worked example of a published health check: 15.80 of 28.16 km² of residential land lie within 1 km of a junior
 secondary school, 56.1 %. Eight schools, 3 km apart, each in the middle of a square of 1.975 km² whose corners are
 √(1.975 ÷ 2) = 0.994 km from it, and 12.36 km² that begin 3 km east of the last school.
*/
const SIDE = Math.sqrt(1.975e6);
const example = new World("analysis-radius-example")
  .complete({ "land-use": "complete" })
  .district(rectangle(-2000, -2000, 31_000, 4000))
  .land("residential", rectangle(24_000, -1500, 4120, 3000))
  .reach("adult", "edu.junior", { toS: [], fromS: [], metres: [] })
  .reachRun("adult", []);
for (let school = 0; school < 8; school++) {
  example
    .facility({ id: `s${school}`, category: "edu.junior", at: [3000 * school, 0] })
    .land("residential", rectangle(3000 * school - SIDE / 2, -SIDE / 2, SIDE, SIDE));
}

/*
 A clinic at x = 0 of a street; houses as the crow flies 499, 501 and 499 m from it. The stored walks are given by hand:
   h0  500 m, 400 s there and back   20 residents
   h1  501 m, 400 s                  30 residents
   h2  501 m, 500/601 s              50 residents: within 500 m on paper only
 A canteen's distance is not given; the school is not in the data. A walkway leads along x = 300…400.
*/
const house = (x: number) => rectangle(x - 0.5, -0.5, 1, 1);
const street = new World("analysis-radius")
  .district(rectangle(-2000, -1000, 4000, 2000))
  .land("residential", rectangle(-100, -100, 200, 200))
  .land("residential", rectangle(600, 0, 200, 200))
  .building({ ring: house(499), residents: 20 })
  .building({ ring: house(501), residents: 30 })
  .building({ ring: house(-499), residents: 50 })
  .node([-600, 0])
  .node([600, 0])
  .edge({ from: 0, to: 1, lengthM: 1200 })
  .facility({ category: "health.clinic", at: [0, 0] })
  .walkway({
    id: "步道",
    nameZh: "步道",
    line: [
      [300, 0],
      [400, 0],
    ],
  })
  .reach("adult", "health.clinic", {
    toS: [400, 400, 500],
    fromS: [400, 400, 601],
    metres: [500, 501, 501],
  })
  .reachRun("adult", [true, true, true]);

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
    ],
    [
      { tier: 5, category: "health.clinic", distanceM: 500 },
      { tier: 10, category: "health.clinic", distanceM: 500 },
      { tier: 10, category: "edu.primary", distanceM: 500 },
      { tier: 10, category: "svc.canteen" },
      { tier: 10, category: "eld.home", distanceM: 500, test: "capacity" },
    ],
  );
  for (const each of [example, street]) await each.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeRuleSet(database, RULES);
  for (const each of [example, street]) await each.remove(database);
  await database.close();
});

const ask = async (district: World, more: Record<string, unknown> = {}) => {
  const area = { zone: `district:${district.districtId}` };
  const answer = await askAnalysis(app, district.districtId, "statutory-radius-coverage", {
    ...{ area, ruleSet: RULES },
    ...more,
  });
  const figure = (id: string) => answer.result.figures.find(({ definition }) => definition === id);
  return { ...answer, figure };
};
const CLINIC = `${RULES}/health.clinic/500`;

describe("the published worked example", () => {
  it("comes out as 15.80 ÷ 28.16 km² = 56.1 %", async () => {
    const { share, land } = (await ask(example)).figure("junior-school-radius")!;
    expect(land.residential!.coveredSqm / 1e6).toBeCloseTo(15.8, 2);
    expect(land.residential!.landSqm / 1e6).toBeCloseTo(28.16, 2);
    expect(Math.round(share! * 1000) / 10).toBe(56.1);
  });

  it("draws its circle as large as it is", async () => {
    // one school over all land: π km² of 124 km²
    const one = {
      area: example.area(rectangle(-1500, -1500, 3000, 3000)),
      definition: "junior-school-radius",
    };
    const { land } = (await ask(example, one)).figure("junior-school-radius")!;
    expect(land.land!.coveredSqm / 1e6 / Math.PI).toBeCloseTo(1, 3);
  });

  it("knows nobody where no buildings are held, and says so", async () => {
    const { figure, codes } = await ask(example);
    expect(figure("junior-school-radius")!.walked!.share).toBeNull();
    expect(codes).toContain("no-buildings");
  });
});

describe("a radius of no standard", () => {
  it("stands first, whatever the category and the metres", async () => {
    const { result } = await ask(street, { own: { category: "health.clinic", radiusM: 505 } });
    const [own] = result.figures;
    expect(own).toMatchObject({ definition: "own", held: "held", radii: [{ radiusM: 505 }] });
    expect(result.picked!.definition).toBe("own");
    // all three houses, at 499 and 501 m as the crow flies, 500 and 501 m on foot
    expect(own!.circle!.count.residents).toBe(100);
    expect(own!.walked!.count.residents).toBe(100);
  });

  it("of an unknown category is refused by its path, and of one the data has nothing of is unknown", async () => {
    const asked = (category: string) =>
      app.inject({
        method: "POST",
        url: `/api/analyses/statutory-radius-coverage?district=${street.districtId}`,
        payload: { area: { zone: `district:${street.districtId}` }, own: { category, radiusM: 500 } },
      });
    const refused = (await asked("no.such")).json().error;
    expect([refused.code, refused.path]).toEqual(["invalid-parameter", "own.category"]);
    const { result } = await ask(street, { own: { category: "edu.kinder", radiusM: 500 } });
    expect(result.figures[0]).toMatchObject({ definition: "own", held: "absent", share: null });
  });
});

describe("the radii of a rule set", () => {
  it("are its own distances of what walking judges, a category with one distance once", async () => {
    const { result } = await ask(street);
    const own = result.figures.filter(({ definition }) => definition.startsWith(RULES));
    expect(own.map(({ definition, tiers, held }) => [definition, tiers, held])).toEqual([
      [CLINIC, [5, 10], "held"],
      [`${RULES}/edu.primary/500`, [10], "absent"],
    ]);
  });

  it("cover land as the crow flies and people on foot, both limits inclusive", async () => {
    const { figure, codes, result } = await ask(street, { definition: CLINIC });
    const { share, circle, walked, inTime, circleOnly } = figure(CLINIC)!;
    // 200 × 200 m round the clinic of twice as much
    expect(share).toBeCloseTo(0.5, 4);
    expect(circle!.count.residents).toBe(70);
    expect(walked!.count.residents).toBe(20);
    // h2 is 601 s from it, over 10 minutes
    expect(inTime!.count.residents).toBe(50);
    expect(circleOnly!.count.residents).toBe(50);
    expect(result.picked!.buildings.ordinals).toEqual([2]);
    expect(codes).toContain("categories-absent");
  });

  it("leave a category unknown that the data does not hold", async () => {
    const { share, walked } = (await ask(street)).figure(`${RULES}/edu.primary/500`)!;
    expect({ share, walked }).toEqual({ share: null, walked: null });
  });
});

describe("the greenway radius", () => {
  it("is told over named walkways, which is said, and walked to anywhere along them", async () => {
    const { figure, codes } = await ask(street);
    const { held, circle, walked, share } = figure("greenway-radius")!;
    // h0 99 m and h1 101 m from its end, h2 799 m from its beginning; all the land is within 1 km
    expect(held).toBe("held");
    expect([circle!.count.residents, walked!.count.residents]).toEqual([100, 100]);
    expect(share).toBeCloseTo(1, 6);
    expect(codes).toContain("greenways-by-walkways");
  });
});

describe("what cannot be asked", () => {
  const refused = async (more: Record<string, unknown>) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/statutory-radius-coverage?district=${street.districtId}`,
      payload: { area: { zone: `district:${street.districtId}` }, ruleSet: RULES, ...more },
    });
    return { status: reply.statusCode, ...reply.json().error };
  };

  it("is refused naming the parameter, and waits while walking times are computed", async () => {
    expect(await refused({ definition: "none" })).toMatchObject({ status: 400, path: "definition" });
    expect(await refused({ ruleSet: "none" })).toMatchObject({ status: 400, path: "ruleSet" });
    expect(await refused({ minutes: 0 })).toMatchObject({ status: 400, path: "minutes" });
    expect(await refused({ persona: "child" })).toMatchObject({ status: 503, code: "busy" });
  });
});
