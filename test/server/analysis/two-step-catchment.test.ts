import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 A level street from x = 0 to x = 1,330, where an adult walks 1.33 m in a second; the district ends at x = 1,250. Houses
 13.3 m = 10 s south of it; school A (90 places, 900 m²) at x = 0, school B (40 places) at x = 1,330, outside the district.
   house  x        children of 6-11   seconds to A, to B
   h0     133      40                 110, 910
   h1     372.4    60                 290, 730
   h2     665      20                 510, 510
   h3     1197     50                 910, 110
   h4     266      not known          210, 810
   h5     off the network, 10
 Community west holds h0, h1 and h4, east h3; h2 and h5 lie in none.
*/
const ages = (pupils: number) => [0, 0, pupils, 0, 100, 0, 0, 0];
const house = (x: number, y = -13.3) => rectangle(x - 1, y - 1, 2, 2);
const home = (id: string, x: number, pupils: number) => ({
  ...{ id, ring: house(x), residents: 100 + pupils, residentsByAge: ages(pupils) },
});
const world = new World("analysis-catchment")
  .complete({ building: "complete", population: "complete", water: "complete" })
  .district(rectangle(-100, -700, 1350, 900))
  .zone({ id: "community:west", kind: "community", nameZh: "西社区", ring: rectangle(-100, -100, 600, 200) })
  .zone({ id: "community:east", kind: "community", nameZh: "东社区", ring: rectangle(1100, -100, 150, 200) })
  .building(home("h0", 133, 40))
  .building(home("h1", 372.4, 60))
  .building(home("h2", 665, 20))
  .building(home("h3", 1197, 50))
  .building({ id: "h4", ring: house(266) })
  .building({ ...home("h5", 0, 10), ring: house(600, -600) })
  .node([0, 0])
  .node([665, 0])
  .node([1330, 0])
  .edge({ from: 0, to: 1, lengthM: 665 })
  .edge({ from: 1, to: 2, lengthM: 665 })
  .facility({ id: "A", category: "edu.primary", at: [0, 0], capacity: 90, areaSqm: 900 })
  .facility({ id: "B", category: "edu.primary", at: [1330, 0], capacity: 40, context: true })
  .facility({ id: "K", category: "edu.kinder", at: [0, 0] });

/** A house and a school with a way between them that is open by day and leads to the school only. */
const GATE = new World("analysis-catchment-gate")
  .district(rectangle(-100, -100, 1200, 200))
  .building({ ring: house(133), residents: 50 })
  .node([0, 0])
  .node([400, 0])
  .node([500, 0])
  .node([900, 0])
  .edge({ from: 0, to: 1, lengthM: 400 })
  .edge({ from: 1, to: 2, lengthM: 100, oneWay: true, openHours: "Mo-Fr 08:00-18:00", fare: "1 元" })
  .edge({ from: 2, to: 3, lengthM: 400 })
  .facility({ category: "svc.canteen", at: [850, 0], capacity: 20 });

const NOBODY_KNOWN = new World("analysis-catchment-nobody")
  .district(rectangle(-100, -100, 2900, 200))
  .building({ ring: house(133) })
  .building({ ring: house(2500) })
  .node([0, 0])
  .node([2660, 0])
  .edge({ from: 0, to: 1, lengthM: 2660 })
  .facility({ category: "svc.canteen", at: [0, 0], capacity: 20 });

const STREET = new World("analysis-catchment-street").district(rectangle(-100, -100, 3000, 200));
STREET.node([0, 0]).node([2660, 0]).edge({ from: 0, to: 1, lengthM: 2660 });
for (let x = 50; x < 2660; x += 130) STREET.building({ ring: house(x), residents: 1 + (x % 7) });
for (const x of [300, 420, 1700]) STREET.facility({ category: "health.clinic", at: [x, 0] });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of [world, GATE, NOBODY_KNOWN, STREET]) await each.insert(database);
  await computeReach(database, { districtId: STREET.districtId, datasetId: STREET.datasetId });
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const each of [world, GATE, NOBODY_KNOWN, STREET]) await each.remove(database);
  await database.close();
});

const ask = (more: Record<string, unknown> = {}, district = world) =>
  askAnalysis(app, district.districtId, "two-step-catchment", {
    area: { zone: `district:${district.districtId}` },
    category: "edu.primary",
    minutes: 5,
    ...more,
  });
const refused = async (more: Record<string, unknown>) => {
  const payload = { area: { zone: "district:analysis-catchment" }, category: "edu.primary", ...more };
  const url = `/api/analyses/two-step-catchment?district=${world.districtId}`;
  const reply = await app.inject({ method: "POST", url, payload });
  return { status: reply.statusCode, ...reply.json().error };
};
const near = (value: number) => expect.closeTo(value, 6);
const byHouse = ({ buildings }: Awaited<ReturnType<typeof ask>>["result"]) =>
  Object.fromEntries(buildings.ordinals.map((ordinal, at) => [`h${ordinal}`, buildings.perThousand[at]]));

describe("what schools hold for the children near them", () => {
  it("is worked out by hand within 5 minutes", async () => {
    const { result, codes } = await ask();
    // A: h0 and h1, 90 / 100; B: h3, 40 / 50; nothing is near h2, and h5 is off the network
    expect(byHouse(result)).toEqual({ h0: 900, h1: 900, h2: 0, h3: 800, h4: 900, h5: 0 });
    expect(result).toMatchObject({
      ...{ status: "held", minutes: 5, minutesFrom: "asked", group: { id: "age-6-11" } },
      ...{
        demand: near(180),
        perThousand: near(130_000 / 180),
        none: { demand: near(30), share: near(1 / 6) },
      },
      ...{ unknown: 0, atLeast: 0, unit: { nameZh: "学位" }, trial: true },
    });
    expect(codes).toEqual(
      expect.arrayContaining(["demand-unknown", "not-on-network", "unverified-clause perThousand"]),
    );
    expect(codes).not.toContain("supply-unknown");
  });

  it("is shared out to the last place, and no further", async () => {
    for (const method of ["two-step", "enhanced", "gaussian"]) {
      for (const minutes of [2, 5, 9, 20]) {
        const { balance } = (await ask({ method, minutes })).result;
        expect(balance!.supplied + balance!.unused).toBe(130);
        expect(balance!.distributed).toBeCloseTo(balance!.supplied, 9);
        expect(balance!.perThousand).toBeCloseTo(130_000 / 180, 9);
      }
    }
  });

  it("adds up where two schools are in reach", async () => {
    // 9 minutes: A has h0, h1, h2 (120 children), B has h2, h3 (70)
    const { result } = await ask({ minutes: 9 });
    const houses = byHouse(result);
    expect(houses.h0).toBeCloseTo(750, 3);
    expect(houses.h2).toBeCloseTo(750 + 4000 / 7, 2);
    expect(houses.h3).toBeCloseTo(4000 / 7, 2);
  });

  it("weighs by thirds of the time in the enhanced method", async () => {
    /* 9 minutes, thirds of 180 s: A: h0 110 s weighs 1, h1 290 s 0.68, h2 510 s 0.22: 90 / (40 + 40.8 + 4.4);
       B: h3 1, h2 0.22: 40 / (50 + 4.4) */
    const [a, b] = [90_000 / 85.2, 40_000 / 54.4];
    const houses = byHouse((await ask({ minutes: 9, method: "enhanced" })).result);
    expect(houses.h0).toBeCloseTo(a, 2);
    expect(houses.h1).toBeCloseTo(0.68 * a, 2);
    expect(houses.h2).toBeCloseTo(0.22 * (a + b), 2);
    const fast = byHouse((await ask({ minutes: 9, method: "enhanced", decay: "fast" })).result);
    // 1, 0.42, 0.09
    expect(fast.h0).toBeCloseTo(90_000 / (40 + 25.2 + 1.8), 2);
  });

  it("falls as a bell in the Gaussian method", async () => {
    const weigh = (s: number) => (Math.exp(-0.5 * (s / 300) ** 2) - Math.exp(-0.5)) / (1 - Math.exp(-0.5));
    const ratio = 90_000 / (40 * weigh(110) + 60 * weigh(290));
    const houses = byHouse((await ask({ method: "gaussian" })).result);
    expect(houses.h0).toBeCloseTo(ratio * weigh(110), 1);
    expect(houses.h1).toBeCloseTo(ratio * weigh(290), 1);
  });

  it("competes over the whole district, whichever part is asked about", async () => {
    const { result } = await ask({ area: { zone: "community:west" }, minutes: 9 });
    // h2 is not in the west, and still competes for A
    expect(byHouse(result)).toEqual({ h0: 750, h1: 750, h4: 750 });
    expect(result.demand).toBeCloseTo(100, 6);
    expect(result.facilities).toMatchObject([
      { id: "A", inArea: true, demand: near(120), demandOfArea: near(100), perThousand: near(750) },
    ]);
  });

  it("counts a building at the outline by its share", async () => {
    // the area ends in the middle of h1: half of its 60 children
    const { result } = await ask({ area: world.area(rectangle(-100, -100, 472.4, 200)) });
    expect(result.demand).toBeCloseTo(70, 6);
  });

  it("is told by community, least for each child first, and by school", async () => {
    const { zones, facilities } = (await ask()).result;
    expect(zones.map(({ id, demand, perThousand }) => [id, demand, perThousand])).toEqual([
      [null, near(30), 0],
      ["community:east", near(50), near(800)],
      ["community:west", near(100), near(900)],
    ]);
    expect(
      facilities.map(({ id, supply, demand, perThousand, outside, beyond }) => [
        ...[id, supply, demand, perThousand, outside, beyond],
      ]),
    ).toEqual([
      ["B", 40, near(50), near(800), true, true],
      ["A", 90, near(100), near(900), false, false],
    ]);
  });

  it("says how unequally it is spread", async () => {
    /* 30 children have 0, 50 have 800, 100 have 900. Lorenz: 1 - (50·40,000 + 100·(40,000 + 130,000)) / (180·130,000) */
    const { quantiles, gini } = (await ask()).result;
    expect(gini).toBeCloseTo(1 - 19_000_000 / 23_400_000, 9);
    expect(quantiles!.slice(2, 11)).toEqual([0, 0, ...new Array(5).fill(near(800)), near(900), near(900)]);
    expect(quantiles!.at(-1)).toBeCloseTo(900, 6);
  });
});

describe("what is not known", () => {
  it("is never nothing: who only reaches a school of unknown area has neither none nor some", async () => {
    const { result, codes } = await ask({ supply: "area" });
    // B's area is not known
    expect(byHouse(result)).toEqual({ h0: 9000, h1: 9000, h2: 0, h3: null, h4: 9000, h5: 0 });
    expect(result).toMatchObject({ unknown: near(50), none: { demand: near(30) }, unit: null });
    expect(result.supply).toMatchObject({
      facilities: 2,
      known: 1,
      knownOf: { capacity: 2, area: 1, count: 2 },
    });
    expect(codes).toContain("supply-unknown");
    // at 9 minutes h2 has A, and B's unknown area beside it
    const later = (await ask({ supply: "area", minutes: 9 })).result;
    expect(later.atLeast).toBeCloseTo(20, 6);
  });

  it("is said of a category without any capacity, and the number of places can still be shared out", async () => {
    const { result } = await ask({ category: "edu.kinder", demand: "all" });
    expect(result.balance).toBeNull();
    expect(result.none!.demand).toBeCloseTo(120 + 150 + 110, 6);
    expect(byHouse(result).h0).toBeNull();
    const counted = (await ask({ category: "edu.kinder", demand: "all", supply: "count" })).result;
    expect(byHouse(counted).h0).toBeCloseTo(1000 / 300, 4);
  });

  it("is said of a category that the data does not hold: not everybody without, and not nobody", async () => {
    const { result, codes } = await ask({ category: "edu.junior" });
    expect(result).toMatchObject({ status: "absent", perThousand: null, zones: [], facilities: [] });
    expect(result.none!.demand).toBe(0);
    expect(codes).toContain("categories-absent");
  });

  it("is who lives there, and then only who reaches nothing can be said", async () => {
    const { result, codes } = await ask({ category: "svc.canteen" }, NOBODY_KNOWN);
    expect(byHouse(result)).toEqual({ h0: null, h1: 0 });
    expect(result).toMatchObject({
      demand: null,
      perThousand: null,
      none: null,
      balance: null,
      quantiles: null,
    });
    expect(codes).toContain("population-absent demand");
  });
});

describe("the walks", () => {
  it("are there and back unless only the walk there is asked for, at the hour asked for, fares paid or not", async () => {
    const canteen = { category: "svc.canteen", minutes: 15, walks: "to" };
    expect(byHouse((await ask(canteen, GATE)).result)).toEqual({ h0: 400 });
    expect(byHouse((await ask({ ...canteen, at: "wedT22:00" }, GATE)).result)).toEqual({ h0: 0 });
    expect(byHouse((await ask({ ...canteen, fares: "avoid" }, GATE)).result)).toEqual({ h0: 0 });
    expect(byHouse((await ask({ ...canteen, at: "sunT10:00" }, GATE)).result)).toEqual({ h0: 0 });
    expect(byHouse((await ask({ ...canteen, walks: "both" }, GATE)).result)).toEqual({ h0: 0 });
  });

  it("are those of reach: who has none is who lacks it", async () => {
    const area = { zone: `district:${STREET.districtId}` };
    for (const minutes of [12, 3, 5, 8]) {
      const body = { category: "health.clinic", minutes, area };
      const [share, gap] = [
        (await ask({ ...body, supply: "count" }, STREET)).result,
        (await askAnalysis(app, STREET.districtId, "service-gap", body)).result,
      ];
      const none = share.buildings.ordinals.filter((_, at) => share.buildings.perThousand[at] === 0);
      expect(none.toSorted((a, b) => a - b)).toEqual(gap.buildings.ordinals.toSorted((a, b) => a - b));
      expect(share.none!.demand).toBeCloseTo(gap.lacking!.residents!, 6);
    }
  });

  it("may take as long as the tier of the rule set that names the category says, if nothing else is asked", async () => {
    expect((await ask({ minutes: undefined })).result).toMatchObject({
      minutes: 10,
      minutesFrom: "rule-set",
    });
    expect((await ask({ minutes: undefined, category: "svc.rider" })).result).toMatchObject({
      minutes: 15,
      minutesFrom: "default",
    });
  });
});

describe("what cannot be asked", () => {
  it("is refused naming the parameter and what would be right", async () => {
    expect(await refused({ category: "no.such" })).toMatchObject({ status: 400, path: "category" });
    expect(await refused({ demand: "nobody" })).toMatchObject({
      ...{ status: 400, path: "demand", message: expect.stringContaining("age-6-11") },
    });
    expect(await refused({ method: "gravity" })).toMatchObject({ status: 400, path: "method" });
    expect(await refused({ minutes: 61 })).toMatchObject({ status: 400, path: "minutes" });
    expect(await refused({ ruleSet: "none" })).toMatchObject({ status: 400, path: "ruleSet" });
    expect(await refused({ at: "noon" })).toMatchObject({ status: 400, path: "at" });
  });
});

describe("GET /api/demand-groups", () => {
  it("lists who may compete, all residents first, and what is for them", async () => {
    const { items, total } = (await app.inject({ url: "/api/demand-groups" })).json();
    expect(total).toBe(items.length);
    expect(items[0]).toMatchObject({ id: "all", ages: "all" });
    const pupils = items.find(({ id }: { id: string }) => id === "age-6-11");
    expect(pupils).toMatchObject({ ages: "6-11", categories: ["edu.primary"] });
  });
});
