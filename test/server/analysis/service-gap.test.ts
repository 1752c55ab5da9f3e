import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { insertRuleSet, removeRuleSet } from "../../support/rule-set.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;
const RULES = "test-gap";

/*
 A level street from x = 0 to x = 1,330, where an adult walks 1.33 m in a second. Houses 13.3 m = 10 s south of it, the
 clinic at x = 0. The stored walks to it are given by hand, seconds to / from:
   h0  x = 133      100 residents                    300/300
   h1  x = 372.4     80 residents, 30 dwellings      300/301   ages 5 of 0-2, 60 of 15-59, 15 of 80+
   h2  x = 440       60 residents                    400/400   94.2 m from h1: 13.3 + 67.6 + 13.3
   h3  x = 798       40 residents                    610/610   ages 40 of 65-79
   h4  x = 1130.5    residents not known             860/860   332.5 m and two connectors from h3
   h5  off the network, 20 residents                 –
 Community west holds h0 to h2, east h3 and h4; h5 lies in none. Estate E stands round h1 and h2. In all 300 residents.
*/
const ages = (under3: number, adult: number, from65: number, from80: number) => [
  ...[under3, 0, 0, 0, adult, 0, from65, from80],
];
const house = (x: number, y = -13.3) => rectangle(x - 1, y - 1, 2, 2);
const world = new World("analysis-gap")
  .complete({ building: "complete", population: "complete", water: "complete" })
  .district(rectangle(-100, -700, 1500, 900))
  .zone({ id: "community:west", kind: "community", nameZh: "西社区", ring: rectangle(-100, -100, 600, 200) })
  .zone({ id: "community:east", kind: "community", nameZh: "东社区", ring: rectangle(500, -100, 900, 200) })
  .zone({ id: "estate:e", kind: "estate", nameZh: "戊小区", ring: rectangle(360, -30, 100, 30) })
  .building({ id: "h0", ring: house(133), residents: 100 })
  .building({
    id: "h1",
    ring: house(372.4),
    residents: 80,
    dwellings: 30,
    residentsByAge: ages(5, 60, 0, 15),
  })
  .building({ id: "h2", ring: house(440), residents: 60 })
  .building({ id: "h3", ring: house(798), residents: 40, residentsByAge: ages(0, 0, 40, 0) })
  .building({ id: "h4", ring: house(1130.5) })
  .building({ id: "h5", ring: house(600, -600), residents: 20 })
  .node([0, 0])
  .node([665, 0])
  .node([1330, 0])
  .edge({ from: 0, to: 1, lengthM: 665 })
  .edge({ from: 1, to: 2, lengthM: 665 })
  .facility({ id: "clinic", category: "health.clinic", at: [0, 0] })
  .facility({ category: "edu.primary", at: [700, 0] })
  .reach("adult", "health.clinic", {
    toS: [300, 300, 400, 610, 860, null],
    fromS: [300, 301, 400, 610, 860, null],
    metres: [200, 400, 500, 800, 1200, null],
  })
  .reach("adult", "edu.primary", {
    toS: [400, 10, 10, 10, 10, null],
    fromS: [400, 10, 10, 10, 10, null],
    metres: [200, 10, 10, 10, 10, null],
  })
  .reachRun("adult", [true, true, true, true, true, false])
  .reach("elderly", "health.clinic", {
    toS: [400, 500, 600, 900, 1300, null],
    fromS: [400, 500, 600, 900, 1300, null],
    metres: [200, 400, 500, 800, 1200, null],
  })
  .reachRun("elderly", [true, true, true, true, true, false]);

const NOBODY_KNOWN = new World("analysis-gap-nobody")
  .district(rectangle(-100, -100, 1500, 200))
  .building({ ring: house(133) })
  .building({ ring: house(500) })
  .node([0, 0])
  .node([1330, 0])
  .edge({ from: 0, to: 1, lengthM: 1330 })
  .facility({ category: "health.clinic", at: [0, 0] });

/** The street with clinics at these places and its reach computed. */
const withClinics = (id: string, places: readonly number[]) => {
  const street = new World(id)
    .district(rectangle(-100, -100, 3000, 200))
    .node([0, 0])
    .node([2660, 0]);
  street.edge({ from: 0, to: 1, lengthM: 2660 });
  for (let x = 50; x < 2660; x += 130) street.building({ ring: house(x), residents: 1 + (x % 7) });
  for (const x of places) street.facility({ category: "health.clinic", at: [x, 0] });
  return street;
};
const FEW = withClinics("analysis-gap-few", [300]);
const MORE = withClinics("analysis-gap-more", [300, 1700]);

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await insertRuleSet(
    database,
    RULES,
    [{ tier: 5, minutes: 5, distanceM: 300 }],
    [
      { tier: 5, category: "health.clinic" },
      { tier: 5, category: "edu.primary", status: "unverified" },
      { tier: 5, category: "sport.large" },
      { tier: 5, category: "eld.home", test: "capacity" },
      { tier: 5, category: "svc.canteen", required: "as-needed" },
    ],
  );
  await world.insert(database);
  for (const each of [NOBODY_KNOWN, FEW, MORE]) {
    await each.insert(database);
    await computeReach(database, { districtId: each.districtId, datasetId: each.datasetId });
  }
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeRuleSet(database, RULES);
  for (const each of [world, NOBODY_KNOWN, FEW, MORE]) await each.remove(database);
  await database.close();
});

const whole = { zone: "district:analysis-gap" };
const ask = (more: Record<string, unknown> = {}, district = world) =>
  askAnalysis(app, district.districtId, "service-gap", {
    area: { zone: `district:${district.districtId}` },
    category: "health.clinic",
    minutes: 5,
    ruleSet: RULES,
    ...more,
  });
const refused = async (more: Record<string, unknown>) => {
  const payload = { area: whole, category: "health.clinic", ruleSet: RULES, ...more };
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/service-gap?district=${world.districtId}`,
    payload,
  });
  return { status: reply.statusCode, ...reply.json().error };
};
const count = (buildings: number, residents: number | null, dwellings: number | null) => {
  const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 6));
  return { buildings: near(buildings), residents: near(residents), dwellings: near(dwellings) };
};

describe("who lacks a category", () => {
  it("is whoever cannot walk there or back in time, the limit included, and whoever is off the network", async () => {
    const { result, codes } = await ask();
    // h0 takes 300 s both ways; h1 301 s back; h2 to h5 more: 80 + 60 + 40 + 20, and h4 whose residents are not known
    expect(result.all).toEqual(count(6, 300, 30));
    expect(result.lacking).toEqual(count(5, 200, 30));
    expect(result.notOnNetwork).toEqual(count(1, 20, null));
    expect(result.rankedBy).toBe("residents");
    // h1 and h3: of the others no ages are known
    expect(result.byAge).toEqual([5, 0, 0, 0, 60, 0, 40, 15].map((each) => expect.closeTo(each, 6)));
    expect(result.buildings.ordinals.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(codes).toContain("not-on-network");
  });

  it("counts those of the persona's own ages, and beside them whose age is not known", async () => {
    const groupAt = async (minutes: number) => (await ask({ persona: "elderly", minutes })).result.group;
    // in all 15 + 40 are 65 or older; at 5 minutes all lack it, and 100 + 60 + 20 of h0, h2 and h5 are of unknown age
    expect(await groupAt(5)).toEqual({ ages: "65-79;80+", all: 55, lacking: 55, lackingOfUnknownAge: 180 });
    // h1 takes 500 s and h2 600: h3 lacks it, and the 20 of h5
    expect(await groupAt(10)).toEqual({ ages: "65-79;80+", all: 55, lacking: 40, lackingOfUnknownAge: 20 });
    // h3 takes 900 s: of h4 and h5 no age is known, which is not that nobody there is old
    expect(await groupAt(15)).toMatchObject({ all: 55, lacking: null });
    expect((await ask({ persona: "adult" })).result.group).toBeNull();
    const absent = await ask({ persona: "elderly", category: "com.bank" });
    expect(absent.result.group).toMatchObject({ all: 55, lacking: null, lackingOfUnknownAge: null });
  });

  it("counts a building at the outline by its share", async () => {
    // the area ends in the middle of h1: half of 80 residents and 30 dwellings
    const { result } = await ask({ area: world.area(rectangle(-100, -100, 472.4, 200)) });
    expect(result.lacking).toEqual(count(0.5, 40, 15));
    expect(result.places.map(({ lacking }) => lacking)).toEqual([count(0.5, 40, 15)]);
  });

  it("is nobody where everyone is in time, and then there are zones but no places", async () => {
    const { result } = await ask({ area: { zone: "community:west" }, minutes: 7 });
    // 420 s
    expect(result.lacking).toEqual(count(0, 0, 0));
    expect(result.places).toEqual([]);
    expect(result.byAge).toBeNull();
    expect(result.zones.map(({ id, lackingShare }) => [id, lackingShare])).toEqual([["community:west", 0]]);
  });

  it("is not known where the data holds no such facility: not everyone, and not nobody", async () => {
    const { result, codes } = await ask({ category: "com.bank" });
    expect(result.categories).toMatchObject([{ category: "com.bank", status: "absent", lacking: null }]);
    expect(result.lacking).toBeNull();
    expect(result.zones).toEqual([]);
    expect(codes).toContain("categories-absent");
  });

  it("is told in buildings where no residents are known", async () => {
    const { result, codes } = await ask({}, NOBODY_KNOWN);
    // x = 133: 110 s; x = 500: 386 s
    expect(result.rankedBy).toBe("buildings");
    expect(result.lacking).toEqual(count(1, null, null));
    expect(result.places).toMatchObject([{ lacking: { buildings: 1, residents: null }, byAge: null }]);
    expect(codes).toContain("population-absent residents");
  });
});

describe("where it is lacking", () => {
  it("is ranked by community, what lies in none included, and adds up", async () => {
    const { zones, lacking } = (await ask()).result;
    expect(zones).toEqual([
      {
        ...{ id: "community:west", kind: "community", nameZh: "西社区", nameEn: null },
        ...{ all: count(3, 240, 30), lacking: count(2, 140, 30), lackingShare: expect.closeTo(140 / 240, 9) },
      },
      {
        ...{ id: "community:east", kind: "community", nameZh: "东社区", nameEn: null },
        // h4 has no known residents: they are not counted, and not taken for none
        ...{ all: count(2, 40, null), lacking: count(2, 40, null), lackingShare: expect.closeTo(1, 9) },
      },
      {
        ...{ id: null, kind: "community", nameZh: null, nameEn: null },
        ...{ all: count(1, 20, null), lacking: count(1, 20, null), lackingShare: expect.closeTo(1, 9) },
      },
    ]);
    expect(zones.reduce((sum, zone) => sum + zone.lacking.buildings, 0)).toBeCloseTo(lacking!.buildings, 9);
  });

  it("is gathered into places along the street, named by community and estate", async () => {
    const { places } = (await ask()).result;
    // h1 and h2 are 94.2 m apart; h3 and h4 too far from each other; h5 is off the network
    expect(places.map(({ zone, lacking }) => [zone?.nameZh ?? null, lacking])).toEqual([
      ["西社区", count(2, 140, 30)],
      ["东社区", count(1, 40, null)],
      [null, count(1, 20, null)],
      ["东社区", count(1, null, null)],
    ]);
    expect(places.map(({ onNetwork }) => onNetwork)).toEqual([true, true, false, true]);
    expect(places[0]!.landmark).toEqual({ nameZh: "戊小区", nameEn: null });
    expect(places[0]!.byAge).toEqual([5, 0, 0, 0, 60, 0, 0, 15].map((each) => expect.closeTo(each, 6)));
    // two houses 67.6 m apart have a hull with an area
    expect(places[0]!.shape!.type).toBe("MultiPolygon");
    const apart = (await ask({ linkM: 94 })).result.places;
    expect(apart).toHaveLength(5);
  });

  it("says how far the nearest is, whom a level way would help, and what a new one would serve", async () => {
    const [west, , off] = (await ask()).result.places;
    // 80 of 140 residents are at 301 s
    expect(west!.medianSeconds).toBe(301);
    expect(west!.nearest!.id).toBe("clinic");
    // on the level h1 is 280 + 10 = 290 s away, h2 330.8 + 10
    expect(west!.byClimb).toEqual(count(1, 80, 30));
    // from h2 h3 is 269.2 + 20 = 289.2 s away, from h1 320 + 20: h2 serves h1, h2 and h3
    expect(west!.newFacility!.served).toEqual(count(3, 180, 30));
    expect(off).toMatchObject({ nearest: null, medianSeconds: null, newFacility: null });
    expect(off!.byClimb).toEqual(count(0, 0, 0));
  });

  it("adds up to all who lack it, and is what coverage leaves, whatever the minutes and the link", async () => {
    for (const minutes of [1, 5, 6, 10, 11, 60]) {
      for (const linkM of [20, 100, 500]) {
        const { places, lacking, all } = (await ask({ minutes, linkM })).result;
        for (const measure of ["buildings", "residents"] as const) {
          const sum = places.reduce((total, place) => total + (place.lacking[measure] ?? 0), 0);
          expect(sum).toBeCloseTo(lacking![measure]!, 9);
        }
        expect(lacking!.residents!).toBeLessThanOrEqual(all.residents!);
      }
    }
    const coverage = await askAnalysis(app, world.districtId, "life-circle-coverage", {
      area: whole,
      ruleSet: RULES,
    });
    const clinic = coverage.result.tiers[0]!.categories.find(({ category }) => category === "health.clinic")!;
    expect(1 - clinic.residents!.byTime!).toBeCloseTo(200 / 300, 9);
  });

  it("never grows by another facility", async () => {
    for (const minutes of [3, 5, 10, 15]) {
      const [few, more] = [await ask({ minutes }, FEW), await ask({ minutes }, MORE)];
      const still = new Set(few.result.buildings.ordinals);
      expect(more.result.buildings.ordinals.filter((ordinal) => !still.has(ordinal))).toEqual([]);
      expect(more.result.lacking!.residents!).toBeLessThan(few.result.lacking!.residents! + 1e-9);
    }
  });
});

describe("any required category", () => {
  it("counts whoever lacks one that walking judges, and says who lacks which", async () => {
    const { result, codes } = await ask({ category: "any-required" });
    // h0 lacks the school, h1 to h4 the clinic, h5 both; sport.large is not in the data, eld.home is not for walking to
    expect(result.lacking).toEqual(count(6, 300, 30));
    const lacking = result.categories.map(({ category, status, lacking: each }) => [category, status, each]);
    expect(lacking).toEqual([
      ["edu.primary", "held", count(2, 120, null)],
      ["sport.large", "absent", null],
      ["health.clinic", "held", count(5, 200, 30)],
    ]);
    expect(result.trial).toBe(true);
    const west = result.places.find(({ zone }) => zone?.id === "community:west")!;
    expect(west).toMatchObject({ nearest: null, byClimb: null, newFacility: null, medianSeconds: null });
    expect(codes).toEqual(expect.arrayContaining(["categories-absent", "unverified-clause"]));
  });
});

describe("what cannot be asked", () => {
  it("is refused naming the parameter", async () => {
    expect(await refused({ category: "no.such" })).toMatchObject({ status: 400, path: "category" });
    expect(await refused({ minutes: 0 })).toMatchObject({ status: 400, path: "minutes" });
    expect(await refused({ minutes: 61 })).toMatchObject({ status: 400, path: "minutes" });
    expect(await refused({ linkM: 501 })).toMatchObject({ status: 400, path: "linkM" });
    expect(await refused({ category: "any-required", minutes: 7 })).toMatchObject({
      status: 400,
      path: "minutes",
      message: expect.stringContaining("5"),
    });
    expect(await refused({ category: "any-required", ruleSet: "none" })).toMatchObject({
      status: 400,
      path: "ruleSet",
    });
  });

  it("waits while walking times are computed", async () => {
    expect(await refused({ persona: "child" })).toMatchObject({ status: 503, code: "busy" });
  });
});
