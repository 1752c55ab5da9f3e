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
 A square of 2 × 2 km, all construction land, the western half residential (2 km²). Two communities, west and east; two
 estates of 100 × 100 m in the west, at (100, 100) and (100, 1700).
 Homes: six in the west of 20 × 20 m
   h0  grade C, 6 floors, no lift, 1990, 20,000 residents     h1  grade D, 3 floors, 1999, 20,000
   h2  grade A, 8 floors, lift, 2010, 0                       h3  no grade, 5 floors, lift unknown, 2000, 0
   h4  grade B, floors unknown, year unknown, 0               h5  in the east: grade A, 10 floors, lift, 2015, 10,000
   and an office of grade D, which is no home
 Facilities: a kindergarten 100 m south of the estate A's edge (inside 300 m), nothing near estate B; a day-care centre
 between, 290 m north of estate A's north edge and far from B; a park of 6,000 m²; sports of 3,000 m² and of unknown area; a
 metro station in the west at (150, 150), 800 m; one culture centre in the east.
 Walks: 400 m of path on the level, 100 m of path rising 10 m (1 in 10), 60 m of stairs, 40 m of path of unknown rise.
 Roads: 2,000 m of local road on 4 km².
*/
const home = (x: number, y: number) => ({ ring: rectangle(x, y, 20, 20) });
const world = new World("analysis-health")
  .complete({ building: "complete", population: "complete", water: "complete", "land-use": "complete" })
  .district(rectangle(0, 0, 2000, 2000))
  .land("construction", rectangle(0, 0, 2000, 2000))
  .land("residential", rectangle(0, 0, 1000, 2000))
  .zone({ id: "community:west", kind: "community", nameZh: "西社区", ring: rectangle(0, 0, 1000, 2000) })
  .zone({ id: "community:east", kind: "community", nameZh: "东社区", ring: rectangle(1000, 0, 1000, 2000) })
  .zone({ id: "estate:a", kind: "estate", nameZh: "甲小区", ring: rectangle(100, 100, 100, 100) })
  .zone({ id: "estate:b", kind: "estate", nameZh: "乙小区", ring: rectangle(100, 1700, 100, 100) })
  .building({
    ...home(110, 110),
    safetyGrade: "C",
    floors: 6,
    hasLift: false,
    yearBuilt: 1990,
    residents: 20_000,
  })
  .building({ ...home(150, 110), safetyGrade: "D", floors: 3, yearBuilt: 1999, residents: 20_000 })
  .building({ ...home(110, 150), safetyGrade: "A", floors: 8, hasLift: true, yearBuilt: 2010, residents: 0 })
  .building({ ...home(110, 1710), floors: 5, yearBuilt: 2000, residents: 0 })
  .building({ ...home(150, 1710), safetyGrade: "B", residents: 0 })
  .building({
    ...home(1500, 1500),
    safetyGrade: "A",
    floors: 10,
    hasLift: true,
    yearBuilt: 2015,
    residents: 10_000,
  })
  .building({ ...home(300, 300), use: "office", safetyGrade: "D", floors: 9, yearBuilt: 1980 })
  .facility({ category: "edu.kinder", at: [150, 0] })
  .facility({ category: "eld.daycare", at: [150, 490] })
  .facility({ category: "trn.metro", at: [150, 150] })
  .facility({ category: "cul.center", at: [1950, 1000], areaSqm: 5000 })
  .facility({ category: "sport.large", at: [1900, 1900], areaSqm: 3000 })
  .facility({ category: "sport.small", at: [1800, 1900] })
  .facility({ category: "edu.junior", at: [-1200, 1000], context: true })
  .road({
    id: "r",
    class: "residential",
    line: [
      [0, 1000],
      [2000, 1000],
    ],
    lengthM: 2000,
  })
  .node([0, 50])
  .node([400, 50])
  .node([500, 50])
  .node([560, 50])
  .node([600, 50])
  .edge({ from: 0, to: 1, lengthM: 400 })
  .edge({ from: 1, to: 2, lengthM: 100, climbM: 10 })
  .edge({ from: 2, to: 3, lengthM: 60, kind: "stairs", climbM: null })
  .edge({ from: 3, to: 4, lengthM: 40, climbM: null });

const SERVED = new World("analysis-health-served")
  .complete({ building: "complete", population: "complete" })
  .district(rectangle(0, 0, 1000, 1000))
  .building({ ...home(100, 100), residents: 30_000 })
  .building({ ...home(200, 200), residents: 20_000 });
const EMPTY = new World("analysis-health-empty").district(rectangle(0, 0, 1000, 1000));

const WORLDS = [world, SERVED, EMPTY];

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  const categories = (await database.query<{ code: string }>("SELECT code FROM facility_category")).rows;
  for (const { code } of categories) SERVED.facility({ category: code, at: [500, 500] });
  for (const each of WORLDS) {
    const homes = each === world ? 7 : each === SERVED ? 2 : 0;
    each.reachRun("adult", Array(homes).fill(true));
    // everything is 100 s away from all but the second house: 1,000 s
    for (const { code } of categories) {
      const seconds = Array.from({ length: homes }, (_, at) => (at === 1 ? 1000 : 100));
      each.reach("adult", code, { toS: seconds, fromS: seconds, metres: seconds });
    }
    await each.insert(database);
  }
  app = appForTests(database, { INTERNAL: "1" });
});
afterAll(async () => {
  await app.close();
  for (const each of WORLDS) await each.remove(database);
  await database.close();
});

const DISTRICT = { zone: "district:analysis-health" };
const ask = async (edition = "2023", area: unknown = DISTRICT, district = world.districtId) => {
  const { result } = await askAnalysis(app, district, "health-check", { area, edition });
  return (code: string) => result.indicators.find((each) => each.code === code)!;
};

describe("homes", () => {
  it("of grade C or D are unsafe, and one without a grade is not known", async () => {
    expect((await ask())("H01")).toMatchObject({ value: 2, of: 6, unknown: 1, reason: null, met: null });
  });

  it("of four floors without a lift: three floors need none, and unknown floors or lifts are told apart", async () => {
    expect((await ask())("H08")).toMatchObject({ value: 1, of: 6, unknown: 2 });
  });

  it("before 2000, the year itself not", async () => {
    expect((await ask())("H09")).toMatchObject({ value: 2, of: 6, unknown: 1 });
  });

  it("count by their share in a drawn area", async () => {
    // the western half of h0
    const of = await ask("2023", world.area(rectangle(100, 100, 20, 25)));
    expect(of("H01").value).toBeCloseTo(0.5 * 0.75, 3);
  });
});

describe("estates and communities", () => {
  it("lack what is not within 300 m of their edge, and are named", async () => {
    const of = await ask();
    expect(of("E13")).toMatchObject({ value: 1, of: 2, lacking: [{ id: "estate:b", nameZh: "乙小区" }] });
    expect(of("E11")).toMatchObject({ value: 1, of: 2, lacking: [{ id: "estate:b" }] });
    // a small ball ground, far from both
    expect(of("E17")).toMatchObject({ value: 2, of: 2 });
    // the culture centre is 950 m from the west
    expect(of("B24")).toMatchObject({ value: 0, of: 2, lacking: [] });
  });

  it("are not judged where the data holds no such facility, nor where there are no such zones", async () => {
    expect((await ask())("E12")).toMatchObject({ value: null, reason: "no-facility" });
    const east = await ask("2023", world.area(rectangle(1000, 0, 1000, 2000)));
    expect(east("E13")).toMatchObject({ value: null, reason: "no-zones" });
  });
});

describe("land, streets and supply", () => {
  it("within 1,000 m of a school beyond the district: a circle about (−1200, 1000) does not reach it", async () => {
    expect((await ask())("B22")).toMatchObject({ value: 0, reason: null });
  });

  it("footpaths that have steps or rise more than 1 in 12", async () => {
    const { value, of, unknown } = (await ask())("E18");
    expect(value).toBeCloseTo(0.16, 9);
    expect(of).toBeCloseTo(0.6, 9);
    expect(unknown).toBeCloseTo(0.04, 9);
  });

  it("roads over land, held against 8 km/km²", async () => {
    const roads = (await ask())("C38");
    expect(roads.value).toBeCloseTo(0.5, 3);
    expect(roads).toMatchObject({ threshold: 8, met: false });
  });

  it("square metres for each of 50,000 residents; what has no area is told apart", async () => {
    const of = await ask();
    expect(of("C35").value).toBeCloseTo(3000 / 50_000, 9);
    expect(of("C35")).toMatchObject({ of: null, unknown: 1 });
    expect(of("C36").value).toBeCloseTo(5000 / 50_000, 9);
  });

  it("40,000 of 50,000 live within 800 m of the station", async () => {
    expect((await ask())("C47").value).toBeCloseTo(0.8, 9);
  });

  it("of 50,000 all but 20,000 walk to everything in 15 minutes; where a category is in no data it is not known", async () => {
    const served = await ask("2023", { zone: "district:analysis-health-served" }, SERVED.districtId);
    expect(served("L01").value).toBeCloseTo(0.6, 9);
    expect((await ask())("L01")).toMatchObject({ value: null, reason: "no-facility" });
  });

  it("fire stations and parks are in no data, which is not a share of nothing", async () => {
    const of = await ask();
    expect(of("C54")).toMatchObject({ value: null, reason: "no-facility" });
    expect(of("B25")).toMatchObject({ value: null, reason: "no-facility" });
    expect(of("C34")).toMatchObject({ value: null, reason: "no-facility" });
  });

  it("in 2022: the west has 20,000 for each km², the east 5,000; all land is built on", async () => {
    const of = await ask("2022");
    expect(of("P01").value).toBeCloseTo(2, 3);
    expect(of("P01")).toMatchObject({ lacking: [{ id: "community:west" }] });
    expect(of("P02").value).toBeCloseTo(1, 6);
    expect(of("P05")).toMatchObject({ value: null, reason: "survey" });
  });
});

describe("what is not known", () => {
  it("is said of every indicator of a district that holds nothing, and is never a nought", async () => {
    const area = { zone: "district:analysis-health-empty" };
    const { result } = await askAnalysis(app, EMPTY.districtId, "health-check", { area });
    for (const each of result.indicators.filter(({ value }) => value !== null)) {
      // no road at all is known to be none
      expect(each.code).toBe("C38");
    }
    expect(result.indicators.every(({ value, reason }) => (value === null) === (reason !== null))).toBe(true);
  });

  it("every edition is whole: 61 national indicators in 2023, of which at least fifteen are measured", async () => {
    const { result, codes } = await askAnalysis(app, world.districtId, "health-check", { area: DISTRICT });
    expect(result.editions).toEqual(["2023", "2022"]);
    expect(result.indicators.filter(({ code }) => !code.startsWith("L"))).toHaveLength(61);
    const measured = result.indicators.filter(({ computability }) => computability !== "survey");
    expect(measured.length).toBeGreaterThanOrEqual(15);
    for (const { basisZh, basisEn } of measured) expect([basisZh, basisEn]).not.toContain(null);
    expect(codes).toContain("unverified-clause indicators");
  });

  it("an edition that is not known is refused, naming those that are", async () => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/health-check?district=${world.districtId}`,
      payload: { area: DISTRICT, edition: "1999" },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "edition" });
    expect(reply.json().error.message).toContain("2023, 2022");
  });
});
