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
const RULES = "test-coverage";

/*
 Houses of 20 m × 10 m; the asked area ends at x = 310, half-way through b2. Ages 65 and over in brackets.
   b0  100 residents (15), 40 dwellings      b1  60 residents (5), 20 dwellings
   b2  40 residents (20), 10 dwellings: half of it counts, 20 (10) and 5
   b3  20 residents (0), dwellings not given, not on the network
 Inside: 200 residents, 3.5 buildings, 65 dwellings, 30 of 65 and over.
 Walks of an adult, seconds to / from, metres:
   com.shops   b0 300/300, 300    b1 300/301, 300    b2 100/100, 301    b3 –
   env.toilet  b0 10/10, 10       b1 10/10, 10       b2 10/10, 301      b3 –
 Walks of the elderly to com.shops: b0 out of reach, b1 900/800, 1000, b2 out of reach one way, b3 –; env.toilet none.
*/
const ages = (from65: number, from80: number) => [0, 0, 0, 0, 0, 0, from65, from80];
const house = (x: number) => rectangle(x, 50, 20, 10);
const world = new World("analysis-coverage")
  .complete({ building: "complete", population: "complete", water: "complete" })
  .district(rectangle(-100, 0, 1000, 200))
  .building({ ring: house(100), residents: 100, dwellings: 40, residentsByAge: ages(10, 5) })
  .building({ ring: house(200), residents: 60, dwellings: 20, residentsByAge: ages(5, 0) })
  .building({ ring: house(300), residents: 40, dwellings: 10, residentsByAge: ages(0, 20) })
  .building({ ring: house(-20), residents: 20, residentsByAge: ages(0, 0) })
  // the outline of the walking data: its western side is 990 m from b3 and 1,110 m from b0
  .node([-1010, -4000])
  .node([5000, -4000])
  .node([5000, 4000])
  .node([-1010, 4000])
  .edge({ from: 0, to: 1, lengthM: 6010 })
  .edge({ from: 1, to: 2, kind: "stairs", lengthM: 8000, climbM: null })
  .edge({ from: 2, to: 3, kind: "lift", lengthM: 0, climbM: null })
  .facility({ category: "com.shops", at: [150, 50] })
  .facility({ category: "env.toilet", at: [150, 50], certainty: "proxy" })
  .facility({ category: "env.waste", at: [150, 50] })
  .facility({ category: "park.public", at: [150, 50], level: "internal" })
  .reach("adult", "com.shops", {
    toS: [300, 300, 100, null],
    fromS: [300, 301, 100, null],
    metres: [300, 300, 301, null],
  })
  .reach("adult", "env.toilet", {
    toS: [10, 10, 10, null],
    fromS: [10, 10, 10, null],
    metres: [10, 10, 301, null],
  })
  .reach("elderly", "com.shops", {
    toS: [null, 900, 5, null],
    fromS: [null, 800, null, null],
    metres: [null, 1000, null, null],
  })
  .reach("elderly", "env.toilet", {
    toS: [null, null, null, null],
    fromS: [null, null, null, null],
    metres: [null, null, null, null],
  })
  .reachRun("adult", [true, true, true, false])
  .reachRun("elderly", [true, true, true, false]);

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
      { tier: 10, minutes: 10, distanceM: null },
      { tier: 15, minutes: 15, distanceM: 1000, status: "unverified" },
    ],
    [
      { tier: 5, category: "com.shops", distanceM: 300 },
      { tier: 5, category: "env.toilet" },
      { tier: 5, category: "park.public", distanceM: 300 },
      { tier: 5, category: "eld.home", test: "capacity", distanceM: 500 },
      { tier: 5, category: "env.waste", test: "presence" },
      { tier: 5, category: "svc.canteen", required: "as-needed" },
      { tier: 10, category: "env.toilet" },
      { tier: 15, category: "com.shops", distanceM: 1000 },
    ],
  );
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeRuleSet(database, RULES);
  await world.remove(database);
  await database.close();
});

const area = world.area(rectangle(-100, 0, 410, 200));
const ask = (more: Record<string, unknown> = {}) =>
  askAnalysis(app, world.districtId, "life-circle-coverage", { area, ruleSet: RULES, ...more });
const tierOf = async (tier: number, more: Record<string, unknown> = {}) =>
  (await ask(more)).result.tiers.find((each) => each.tier === tier)!;
const categoryOf = async (tier: number, category: string, more: Record<string, unknown> = {}) =>
  (await tierOf(tier, more)).categories.find((each) => each.category === category)!;
const shares = (byTime: number | null, byDistance: number | null, byBoth: number | null) => {
  const near = (share: number | null) => (share === null ? null : expect.closeTo(share, 6));
  return { byTime: near(byTime), byDistance: near(byDistance), byBoth: near(byBoth) };
};

describe("a category", () => {
  it("covers in time whoever walks there and back within the minutes, both inclusive", async () => {
    const shops = await categoryOf(5, "com.shops");
    // in time b0 and b2 (b1 takes 301 s back), in distance b0 and b1 (b2 is 301 m away), in both b0
    expect(shops.residents).toEqual(shares(120 / 200, 160 / 200, 100 / 200));
    expect(shops.buildings).toEqual(shares(1.5 / 3.5, 2 / 3.5, 1 / 3.5));
    expect(shops.dwellings).toEqual(shares(45 / 65, 60 / 65, 40 / 65));
    expect(shops).toMatchObject({ status: "covered", distanceM: 300, tierDefault: false, proxy: false });
  });

  it("takes the tier's distance where the standard gives none, and says so", async () => {
    const toilet = await categoryOf(5, "env.toilet");
    expect(toilet).toMatchObject({ distanceM: 300, tierDefault: true, proxy: true });
    // 301 m is too far for b2
    expect(toilet.residents).toEqual(shares(180 / 200, 160 / 200, 160 / 200));
  });

  it("has no distance where the tier gives none either", async () => {
    const toilet = await categoryOf(10, "env.toilet");
    expect(toilet).toMatchObject({ distanceM: null, tierDefault: false });
    expect(toilet.residents).toEqual(shares(180 / 200, null, null));
  });

  it("is absent, not uncovered, where the data holds none the public may see", async () => {
    const park = await categoryOf(5, "park.public");
    expect(park).toMatchObject({ status: "absent", residents: null, buildings: null, medianSeconds: null });
  });

  it("that walking does not judge has no coverage, only whether it is there", async () => {
    expect(await categoryOf(5, "eld.home")).toMatchObject({
      test: "capacity",
      status: "absent",
      buildings: null,
    });
    expect(await categoryOf(5, "env.waste")).toMatchObject({
      test: "presence",
      status: "covered",
      buildings: null,
      tierDefault: false,
    });
  });

  it("is judged at its own tier only, in two tiers where it stands in two", async () => {
    // at 900 s and 1,000 m b0, b1 and b2
    expect((await categoryOf(15, "com.shops")).residents).toEqual(shares(0.9, 0.9, 0.9));
    expect((await tierOf(15)).categories.map(({ category }) => category)).toEqual(["com.shops"]);
  });

  it("has a median weighted by residents", async () => {
    // worse of both ways: 100 s (20), 300 s (100), 301 s (60), never (20); half of 200 is within 300 s
    expect((await categoryOf(5, "com.shops")).medianSeconds).toBe(300);
    // 900 s (60), never (140): the median is never
    expect((await categoryOf(5, "com.shops", { persona: "elderly" })).medianSeconds).toBeNull();
  });

  it("is null where the mode does not ask", async () => {
    expect((await categoryOf(5, "com.shops", { mode: "time" })).residents).toEqual(shares(0.6, null, null));
    expect((await categoryOf(5, "com.shops", { mode: "distance" })).residents).toEqual(
      shares(null, 0.8, null),
    );
  });
});

describe("a persona's own group", () => {
  it("is counted by age beside all residents", async () => {
    const shops = await categoryOf(15, "com.shops", { persona: "elderly" });
    // b1 only: 60 of 200 residents, 5 of 30 of 65 and over (15 + 5 + 10)
    expect(shops.residents).toEqual(shares(0.3, 0.3, 0.3));
    expect(shops.group).toEqual(shares(5 / 30, 5 / 30, 5 / 30));
  });

  it("of adults are all residents", async () => {
    const shops = await categoryOf(5, "com.shops");
    expect(shops.group).toEqual(shops.residents);
  });
});

describe("a tier", () => {
  it("is null as a whole if a required category is absent; beside it what the data holds", async () => {
    const tier = await tierOf(5);
    expect(tier.allRequired).toBeNull();
    // shops and toilets of shops, toilets and parks; b0 and b2 in time, b0 and b1 in distance, b0 in both
    expect(tier.allPresent).toMatchObject({ present: 2, required: 3 });
    expect(tier.allPresent.residents).toEqual(shares(0.6, 0.8, 0.5));
    expect(tier.allPresent.buildings).toEqual(shares(1.5 / 3.5, 2 / 3.5, 1 / 3.5));
  });

  it("is known as a whole if every required category is there", async () => {
    const tier = await tierOf(15);
    expect(tier.allRequired!.residents).toEqual(shares(0.9, 0.9, 0.9));
    expect(tier.allPresent).toMatchObject({ present: 1, required: 1 });
  });

  it("has no distance as a whole if one of its categories has none", async () => {
    expect((await tierOf(10)).allPresent.residents).toEqual(shares(0.9, null, null));
  });

  it("says how many of the present categories are missing, by time", async () => {
    // none for b0 and b2, shops for b1, both for b3
    expect((await tierOf(5)).missingCount).toEqual([
      { missing: 0, residentShare: expect.closeTo(0.6, 6), buildingShare: expect.closeTo(1.5 / 3.5, 6) },
      { missing: 1, residentShare: expect.closeTo(0.3, 6), buildingShare: expect.closeTo(1 / 3.5, 6) },
      { missing: 2, residentShare: expect.closeTo(0.1, 6), buildingShare: expect.closeTo(1 / 3.5, 6) },
    ]);
  });

  it("is a trial while a row or the persona it rests on is unverified", async () => {
    expect((await tierOf(15)).trial).toBe(true);
    expect((await tierOf(5)).trial).toBe(true);
    await database.query("UPDATE persona SET status = 'verified' WHERE id = 'adult'");
    expect((await tierOf(15)).trial).toBe(true);
    expect((await tierOf(5)).trial).toBe(false);
    await database.query("UPDATE persona SET status = 'unverified' WHERE id = 'adult'");
  });
});

describe("the answer", () => {
  it("counts the buildings that are not on the network", async () => {
    const { result, dataQuality } = await ask();
    expect(result.buildings).toBeCloseTo(3.5, 6);
    expect(result.residents).toBeCloseTo(200, 4);
    expect(result.notOnNetwork).toEqual({ buildings: 1, residents: 20 });
    const line = dataQuality.find(({ code }) => code === "not-on-network")!;
    expect(line.share).toBeCloseTo(1 / 3.5, 6);
  });

  it("gives the share of residents within 1 km of the edge of the walking data", async () => {
    const line = (await ask()).dataQuality.find(({ code }) => code === "near-data-edge")!;
    // b3 alone: 20 of 200
    expect(line).toMatchObject({ field: "residents" });
    expect(line.share).toBeCloseTo(0.1, 6);
    const east = world.area(rectangle(90, 0, 220, 200));
    expect((await ask({ area: east })).codes).not.toContain("near-data-edge residents");
  });

  it("says what is absent, doubtful or a proxy", async () => {
    const { dataQuality } = await ask();
    const countOf = (code: string) => dataQuality.find((line) => line.code === code)?.count;
    expect(countOf("categories-absent")).toBe(1);
    expect(countOf("proxy-facilities")).toBe(1);
    expect(countOf("edges-without-rise")).toBe(1);
    expect(countOf("lifts-without-rise")).toBe(1);
    expect(dataQuality.map(({ code }) => code)).toContain("unverified-clause");
  });

  it("of an area without buildings has no shares", async () => {
    const { result, codes } = await ask({ area: world.area(rectangle(500, 0, 100, 100)) });
    expect(result).toMatchObject({ buildings: 0, residents: 0 });
    const [tier] = result.tiers;
    expect(tier!.categories.find(({ category }) => category === "com.shops")).toMatchObject({
      status: "covered",
      residents: null,
      medianSeconds: null,
    });
    expect(tier!.missingCount[0]).toEqual({ missing: 0, residentShare: null, buildingShare: null });
    expect(codes).toContain("no-buildings");
  });

  it("takes the national standard unless another is asked for", async () => {
    const { result, inputs, codes } = await askAnalysis(app, world.districtId, "life-circle-coverage", {
      area,
    });
    expect(inputs).toMatchObject({
      persona: "adult",
      mode: "both",
      ruleSet: "gb-50180-2018",
      at: "wedT10:00",
    });
    expect(result.tiers.map(({ tier }) => tier)).toEqual([5, 10, 15]);
    expect(result.tiers.every(({ trial, allRequired }) => trial && allRequired === null)).toBe(true);
    expect(codes).toContain("categories-absent");
  });

  it("for a rule set whose rows are not entered yet has no tiers and says why", async () => {
    const { result, codes } = await ask({ ruleSet: "db50-t-543-2024" });
    expect(result.tiers).toEqual([]);
    expect(codes).toContain("rule-set-empty");
  });
});

describe("coverage of data without people", () => {
  const poor = new World("analysis-coverage-poor")
    .district(rectangle(0, 0, 1000, 200))
    .building({ ring: house(100) })
    .building({ ring: house(200) })
    .building({ ring: house(300) })
    .facility({ category: "com.shops", at: [150, 50] })
    .reach("elderly", "com.shops", {
      toS: [100, 200, null],
      fromS: [100, 200, null],
      metres: [90, 190, null],
    })
    .reachRun("elderly", [true, true, true]);
  beforeAll(async () => void (await poor.insert(database)));
  afterAll(() => poor.remove(database));

  it("is by buildings only, the median too; residents, dwellings and group are null", async () => {
    const { result, codes } = await askAnalysis(app, poor.districtId, "life-circle-coverage", {
      area: { zone: "district:analysis-coverage-poor" },
      ruleSet: RULES,
      persona: "elderly",
    });
    expect(result.residents).toBeNull();
    expect(result.notOnNetwork).toEqual({ buildings: 0, residents: null });
    const shops = result.tiers[0]!.categories.find(({ category }) => category === "com.shops")!;
    expect(shops).toMatchObject({ residents: null, dwellings: null, group: null });
    // 100 s and 200 s of three houses; half of three is within 200 s
    expect(shops.buildings).toEqual(shares(2 / 3, 2 / 3, 2 / 3));
    expect(shops.medianSeconds).toBe(200);
    expect(result.tiers[0]!.missingCount[0]!.residentShare).toBeNull();
    expect(codes).toEqual(
      expect.arrayContaining([
        "population-absent residents",
        "dwellings-absent dwellings",
        "ages-absent group",
      ]),
    );
  });
});

describe("a question is refused", () => {
  const post = (more: Record<string, unknown>) =>
    app.inject({
      method: "POST",
      url: `/api/analyses/life-circle-coverage?district=${world.districtId}`,
      payload: { area, ruleSet: RULES, ...more },
    });

  it("while the walking times of the persona are not computed: busy, with a sentence and a time", async () => {
    const reply = await post({ persona: "wheelchair" });
    expect(reply.statusCode).toBe(503);
    expect(reply.json().error.code).toBe("busy");
    expect(reply.json().error.message).toContain("wheelchair");
    expect(Number(reply.headers["retry-after"])).toBeGreaterThan(0);
  });

  it("about an unknown rule set, naming those there are", async () => {
    const reply = await post({ ruleSet: "my-own" });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "ruleSet" });
    expect(reply.json().error.message).toContain("gb-50180-2018");
  });

  it.each([
    ["persona", "cat"],
    ["mode", "walking"],
    ["at", "10:00"],
    ["ruleSet", 7],
  ])("with a wrong %s", async (path, value) => {
    const reply = await post({ [path]: value });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
  });
});
