import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { radiusOf } from "../../../server/analysis/coverage-definitions.ts";
import { readingsOf } from "../../../server/analysis/published-readings.ts";
import type { RadiusFigure } from "../../../server/contract/radius-coverage.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 A level street along y = 0 from x = 0 to x = 3,000. North of it, 15 m off, from west to east
   park P    x    0…100    10,000 m²    500 m by the rules of 2022
   pocket K  x 2000…2050    2,500 m²    300 m
   pocket T  x 2900…2920      400 m²    too small in 2022, 300 m from 2023
 Residential land, 15…115 m north of the street as P is, so that what P covers ends on a north-south line
   x  200…400   20,000 m²   100 to 300 m from P
   x  500…700   20,000 m²   half of it within 500 m of P, which ends at x = 600
   x  700…900   20,000 m²   out of reach of all
   x 2100…2200   5,000 m²   (50 m deep) 50 to 150 m from K
   x 2930…2980   1,000 m²   (20 m deep) 10 to 60 m from T
 66,000 m² in all; construction land is the same and 34,000 m² more out of reach: 100,000 m².
 Houses 10 m south of the street. To P: as the crow flies √((x − 100)² + 25²), on foot 10 + (x − 100) + 15 m.
   h0  x =  570   100 residents   470.7 m, 495 m on foot
   h1  x =  590    60 residents   490.6 m, 515 m on foot: within 500 m on paper only
   h2  x =  610    40 residents   510.6 m
   h3  x = 2200    50 residents   152 m from K, 175 m on foot
   h4  off the network, 50 residents
*/
const house = (x: number, y = -10) => rectangle(x - 1, y - 1, 2, 2);
const strip = (x: number, width: number, depth: number) => rectangle(x, 15, width, depth);
const HOMES = [strip(200, 200, 100), strip(500, 200, 100), strip(700, 200, 100), strip(2100, 100, 50)];

const along = (id: string) => {
  const world = new World(id)
    .complete({ building: "complete", population: "complete", water: "complete", "land-use": "complete" })
    .district(rectangle(-700, -700, 4400, 1500))
    .node([0, 0])
    .node([3000, 0]);
  return world.edge({ from: 0, to: 1, lengthM: 3000 });
};

const world = along("analysis-parks")
  .land("construction", strip(1200, 340, 100))
  .zone({ id: "community:west", kind: "community", nameZh: "西社区", ring: rectangle(0, -100, 1500, 300) })
  .building({ id: "h0", ring: house(570), residents: 100 })
  .building({ id: "h1", ring: house(590), residents: 60 })
  .building({ id: "h2", ring: house(610), residents: 40 })
  .building({ id: "h3", ring: house(2200), residents: 50 })
  .building({ id: "h4", ring: house(1500, -650), residents: 50 })
  .facility({ id: "P", category: "park.public", ring: strip(0, 100, 100), areaSqm: 10_000 })
  .facility({ id: "K", category: "park.pocket", ring: strip(2000, 50, 50), areaSqm: 2500 })
  .facility({ id: "T", category: "park.pocket", ring: strip(2900, 20, 20), areaSqm: 400 });
for (const ring of [...HOMES, strip(2930, 50, 20)])
  world.land("residential", ring).land("construction", ring);

const NO_PARK = along("analysis-parks-none").building({ ring: house(300), residents: 5 });
const POINT_PARK = along("analysis-parks-point")
  .building({ ring: house(300) })
  .facility({ id: "dot", category: "park.public", at: [250, 5] });

const withParks = (id: string, places: readonly number[]) => {
  const street = along(id).land("residential", strip(0, 3000, 200));
  for (let x = 50; x < 3000; x += 130) street.building({ ring: house(x), residents: 1 + (x % 7) });
  for (const x of places)
    street.facility({ category: "park.public", ring: strip(x, 100, 60), areaSqm: 6000 });
  return street;
};
const FEW = withParks("analysis-parks-few", [300]);
const MORE = withParks("analysis-parks-more", [300, 1900]);
const ALL = [world, NO_PARK, POINT_PARK, FEW, MORE];

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of ALL) {
    await each.insert(database);
    await computeReach(database, { districtId: each.districtId, datasetId: each.datasetId });
  }
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const each of ALL) await each.remove(database);
  await database.close();
});

const ask = async (more: Record<string, unknown> = {}, district = world) => {
  const area = { zone: `district:${district.districtId}` };
  const answer = await askAnalysis(app, district.districtId, "park-coverage", { area, ...more });
  const figure = (id: string) => answer.result.figures.find(({ definition }) => definition === id)!;
  return { ...answer, figure };
};
const refused = async (more: Record<string, unknown>) => {
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/park-coverage?district=${world.districtId}`,
    payload: { area: { zone: `district:${world.districtId}` }, ...more },
  });
  return { status: reply.statusCode, ...reply.json().error };
};
// circles have corners, and the plane of the test is no ellipsoid: right to 0.05 %
const about = (share: number) => expect.closeTo(share, 3);

describe("the land within the radius of parks", () => {
  it("is by the rules of 2022 what lies within 500 m of a large and 300 m of a small park", async () => {
    const { figure } = await ask();
    // 20,000 + 10,000 + 5,000 of 66,000
    expect(figure("health-check-2022").share).toEqual(about(35 / 66));
    expect(figure("health-check-2022").places).toEqual({ counted: 2, notCounted: 1, sizeUnknown: 0 });
    expect(figure("health-check-2022").land.construction!.share).toEqual(about(0.35));
    expect(figure("health-check-2022").land.construction!.landSqm / 100_000).toEqual(about(1));
  });

  it("differs by definition: which parks count, how far, and over which land", async () => {
    const { figure } = await ask();
    expect(figure("activity-ground-2023").share).toEqual(about(36 / 66));
    expect(figure("all-parks-500").share).toEqual(about(36 / 66));
    expect(figure("built-up-land")).toMatchObject({ ownLand: "construction", share: about(0.35) });
    // P is 10,000 m², the most a pocket park may have, and serves 300 m then: 20,000 + 5,000 + 1,000
    expect(figure("pocket-park-300").share).toEqual(about(26 / 66));
  });

  it("is less from the middle of a park than from its outline", async () => {
    const { figure } = await ask();
    // from (50, 65) 500 m end at x = 550 on the line through the middle: 5,000 m² less, and a little for the curve
    const middle = figure("health-check-2022-centre").share!;
    expect(middle).toBeLessThan(30 / 66 + 1e-4);
    expect(middle).toBeGreaterThan(29.8 / 66);
  });

  it("adds up over the parts of an area", async () => {
    const part = async (x: number, width: number) => {
      const { figure } = await ask({ area: world.area(rectangle(x, -300, width, 600)) });
      return figure("health-check-2022").land.residential!;
    };
    const [west, east, both] = [await part(0, 550), await part(550, 2000), await part(0, 2550)];
    expect(west.coveredSqm + east.coveredSqm).toBeCloseTo(both.coveredSqm, 2);
    expect(west.landSqm + east.landSqm).toBeCloseTo(both.landSqm, 2);
    // x = 200…400 and 500…550, all of it within 500 m
    expect(west.share).toEqual(about(1));
  });
});

describe("those who live there", () => {
  it("are told apart: within the radius, as near on foot, in time, and covered on paper only", async () => {
    const { result, figure } = await ask();
    const { circle, walked, inTime, circleOnly } = figure("health-check-2022");
    const residents = [circle, walked, inTime, circleOnly].map((part) => part!.count.residents);
    // h4 is in none; h2 is 402 s from P, 10 minutes are 600 s
    expect(residents).toEqual([210, 150, 250, 60]);
    expect(circleOnly!.share).toBeCloseTo(60 / 300, 9);
    expect(result.rankedBy).toBe("residents");
    expect(result.picked!.buildings.ordinals).toEqual([1]);
  });

  it("are in time to the minute, both ways", async () => {
    // h0 walks 495 m in 372.2 s, h1 515 m in 387.2 s; 7 minutes are 420 s, 6 are 360 s
    const seven = (await ask({ minutes: 7 })).figure("health-check-2022").inTime!.count.residents;
    const six = (await ask({ minutes: 6 })).figure("health-check-2022").inTime!.count.residents;
    expect([seven, six]).toEqual([250, 50]);
    // 300, 600 and 900 s: h3 walks 175 m, the others some 400 s
    const { byTier } = (await ask()).figure("health-check-2022");
    expect(byTier.map(({ minutes, part }) => [minutes, part.count.residents])).toEqual([
      ...[
        [5, 50],
        [10, 250],
        [15, 250],
      ],
    ]);
  });

  it("are ranked by community, lacking being farther on foot than the radius", async () => {
    const { zones } = (await ask()).result.picked!;
    const west = zones.find(({ id }) => id === "community:west")!;
    expect([west.all.residents, west.lacking.residents]).toEqual([200, 100]);
  });
});

describe("the parks", () => {
  it("are counted by area, classes beginning where a definition's radius does", async () => {
    const { parks } = (await ask()).result;
    expect(parks).toMatchObject({
      count: 3,
      sizeUnknown: 0,
      pocket: { count: 2, areaSqm: 2900, meanSqm: 1450 },
    });
    expect(parks!.standards.map(({ tier, sqmPerResident }) => [tier, sqmPerResident])).toEqual([
      ...[
        [15, 2],
        [10, 1],
        [5, 1],
      ],
    ]);
    expect(parks!.standards[0]!.renewalSqmPerResident).toBeCloseTo(1.4, 9);
    expect(parks!.bySize).toEqual([
      { areaSqmMin: null, areaSqmBelow: 400, count: 0, areaSqm: 0 },
      { areaSqmMin: 400, areaSqmBelow: 2000, count: 1, areaSqm: 400 },
      { areaSqmMin: 2000, areaSqmBelow: 5000, count: 1, areaSqm: 2500 },
      { areaSqmMin: 5000, areaSqmBelow: null, count: 1, areaSqm: 10_000 },
    ]);
    expect(parks!.perResidentSqm! / (12_900 / 300)).toEqual(about(1));
  });

  it("that do not count are listed with no radius, and what the others cover is drawn", async () => {
    const { picked } = (await ask()).result;
    expect(picked!.places.map(({ id, radiusM }) => [id, radiusM])).toEqual([
      ["K", 300],
      ["P", 500],
      ["T", null],
    ]);
    expect(picked!.cover!.type).toBe("MultiPolygon");
    expect(picked!.cover!.coordinates).toHaveLength(2);
  });

  it("of unknown area are left out where an area is asked for, and it is said", async () => {
    const { figure, codes } = await ask({}, POINT_PARK);
    expect(figure("health-check-2022").places).toEqual({ counted: 0, notCounted: 0, sizeUnknown: 1 });
    expect(figure("all-parks-500").places.counted).toBe(1);
    expect(codes).toContain("place-size-unknown");
  });

  it("that are not in the data leave everything unknown: not 0 %", async () => {
    const { result, figure, codes } = await ask({ published: 0.963 }, NO_PARK);
    const { held, share, walked, land } = figure("health-check-2022");
    expect({ held, share, walked, land: land.land }).toEqual({
      ...{ held: "absent", share: null, walked: null, land: null },
    });
    expect(result.parks).toBeNull();
    expect(result.published!.readings).toEqual([]);
    expect(codes).toContain("categories-absent");
  });

  it("over land the data does not hold have no share, while people are told", async () => {
    const { figure, codes } = await ask({}, POINT_PARK);
    expect(figure("all-parks-500").share).toBeNull();
    expect(figure("all-parks-500").walked!.count.buildings).toBe(1);
    expect(codes).toContain("land-use-absent share");
  });
});

describe("a published coverage", () => {
  it("is held against every reading, the nearest first", async () => {
    // 53.0 % as printed is 35 ÷ 66 of residential land
    const { published } = (await ask({ published: 0.53 })).result;
    const [first] = published!.readings;
    expect(first).toMatchObject({ definition: "health-check-2022", measure: "land", land: "residential" });
    expect(first).toMatchObject({ own: true, agrees: true });
    const far = published!.readings.at(-1)!;
    expect(far.agrees).toBe(false);
    const distances = published!.readings.map(({ difference }) => Math.abs(difference));
    expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  });

  it("agrees with none where none rounds to it, and cases from elsewhere stand beside", async () => {
    const { published, references } = (await ask({ published: 0.963 })).result;
    expect(published!.readings.some(({ agrees }) => agrees)).toBe(false);
    expect(references).toMatchObject([{ value: 0.963, jurisdiction: "外地案例" }]);
  });

  it("agrees up to half of a tenth of a per cent, inclusive", () => {
    const figure = { definition: "d", ownLand: "land", land: { residential: null, construction: null } };
    const at = (share: number) =>
      readingsOf(
        [
          {
            ...figure,
            ...{ circle: null, walked: null, inTime: null },
            land: { ...figure.land, land: { landSqm: 1, coveredSqm: share, share } },
          } as unknown as RadiusFigure,
        ],
        0.963,
      )[0]!.agrees;
    expect([at(0.9625), at(0.9635), at(0.9624), at(0.9636)]).toEqual([true, true, false, false]);
  });
});

describe("what must hold whatever the place", () => {
  it("more parks never lower a coverage", async () => {
    const [few, more] = [await ask({}, FEW), await ask({}, MORE)];
    for (const { definition } of few.result.figures) {
      const [before, after] = [few.figure(definition), more.figure(definition)];
      if (before.places.counted === 0) continue;
      // the street holds no construction land
      expect(after.land.land!.share!).toBeGreaterThan(before.land.land!.share!);
      for (const part of ["circle", "walked", "inTime"] as const) {
        expect(after[part]!.count.residents!).toBeGreaterThanOrEqual(before[part]!.count.residents!);
      }
    }
  });

  it("a wheelchair is never nearer than an adult, a longer time never reaches fewer", async () => {
    for (const definition of ["health-check-2022", "all-parks-500"]) {
      const adult = (await ask({ persona: "adult" }, MORE)).figure(definition);
      const wheelchair = (await ask({ persona: "wheelchair" }, MORE)).figure(definition);
      expect(wheelchair.walked!.count.residents!).toBeLessThanOrEqual(adult.walked!.count.residents!);
      let before = 0;
      for (const minutes of [1, 5, 10, 15, 30, 60]) {
        const { residents } = (await ask({ minutes }, MORE)).figure(definition).inTime!.count;
        expect(residents!).toBeGreaterThanOrEqual(before);
        before = residents!;
      }
    }
  });

  it("a place takes the radius of its size, both ends of a size inclusive", () => {
    const radii = [
      { areaSqmMin: 400, areaSqmMax: null, radiusM: 300 },
      { areaSqmMin: 5000, areaSqmMax: 10_000, radiusM: 500 },
    ];
    const of = (areaSqm: number | null) => radiusOf(areaSqm, { radii });
    expect([399.9, 400, 4999.9, 5000, 10_000, 10_000.1].map(of)).toEqual([
      ...["not-counted", 300, 300, 500, 500, "not-counted"],
    ]);
    expect(of(null)).toBe("size-unknown");
    expect(radiusOf(null, { radii: [{ areaSqmMin: null, areaSqmMax: null, radiusM: 500 }] })).toBe(500);
  });
});

describe("what cannot be asked", () => {
  it("is refused naming the parameter", async () => {
    expect(await refused({ definition: "no-such" })).toMatchObject({ status: 400, path: "definition" });
    expect((await refused({ definition: "no-such" })).message).toContain("health-check-2022");
    expect(await refused({ minutes: 61 })).toMatchObject({ status: 400, path: "minutes" });
    expect(await refused({ published: 96.3 })).toMatchObject({ status: 400, path: "published" });
    expect(await refused({ persona: "giant" })).toMatchObject({ status: 400, path: "persona" });
  });
});
