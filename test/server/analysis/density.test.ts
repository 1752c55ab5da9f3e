import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisName } from "../../../server/contract/analyses.ts";
import type { DensityResult } from "../../../server/contract/density.ts";
import type { Database } from "../../../server/database/database.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 A district of 1,000 m × 400 m. A river fills its south, y = 0 … 100, so 1,000 × 300 = 300,000 m² are land, of which
 x = 0 … 200 (60,000 m²) are residential. Houses:
   a  (100, 200) 20 × 10, 3 floors, 1979, 30 residents, 10 dwellings
   b  (300, 200) 20 × 10, 4 floors, 1980, 40 residents, 12 dwellings
   c  (490, 200) 20 × 10, cut by x = 500 into two equal parts; 9 floors, 1989, 90 residents, 30 dwellings
   d  (700, 200) 20 × 10, 26 floors, 2000, an office with 0 residents, dwellings not known
   e  (800, 200) 20 × 10, floors and year not known, 60 residents, dwellings not known
   f  (990, 200) 20 × 10, half of it beyond the district's edge at x = 1000; 27 floors, 2011, 100 residents, 40 dwellings
   g  on top of a, a part that is never summed; h internal, never counted in public
*/
const house = (x: number) => rectangle(x, 200, 20, 10);
const world = new World("analysis-density")
  .complete({ building: "complete", population: "complete" })
  .district(rectangle(0, 0, 1000, 400), { land: false })
  .land("land", rectangle(0, 100, 600, 300))
  .land("land", rectangle(600, 100, 400, 300))
  .land("residential", rectangle(0, 100, 200, 300))
  .water("river", rectangle(0, 0, 1000, 100))
  .building({ id: "a", ring: house(100), floors: 3, yearBuilt: 1979, residents: 30, dwellings: 10 })
  .building({ id: "b", ring: house(300), floors: 4, yearBuilt: 1980, residents: 40, dwellings: 12 })
  .building({ id: "c", ring: house(490), floors: 9, yearBuilt: 1989, residents: 90, dwellings: 30 })
  .building({ id: "d", ring: house(700), floors: 26, yearBuilt: 2000, residents: 0, use: "office" })
  .building({ id: "e", ring: house(800), residents: 60 })
  .building({ id: "f", ring: house(990), floors: 27, yearBuilt: 2011, residents: 100, dwellings: 40 })
  .building({ id: "g", ring: house(100), floors: 50, residents: 999, inSums: false })
  .building({ id: "h", ring: house(400), floors: 50, residents: 999, level: "internal" });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const ask = (x: number, y: number, width: number, height: number) =>
  askAnalysis(app, world.districtId, "density", { area: world.area(rectangle(x, y, width, height)) });
const classOf = (rows: DensityResult["byHeightClass"] | DensityResult["byAgeClass"], name: string) =>
  rows.find((row) => row.class === name)!;

describe("density", () => {
  it("counts what is inside: land without water, edge buildings by share of footprint", async () => {
    // x = 0 … 500 over the whole depth: 500 × 400 = 200,000 m², of it 500 × 300 = 150,000 m² land
    const { result } = await ask(0, 0, 500, 400);
    expect(result.areaSqm / 200_000).toBeCloseTo(1, 3);
    expect(result.landAreaSqm / 150_000).toBeCloseTo(1, 3);
    expect(result.landShare).toBeCloseTo(0.75, 4);
    expect(result.insideDistrictShare).toBe(1);
    // a + b + half of c
    expect(result.buildings).toBeCloseTo(2.5, 6);
    expect(result.footprintSqm).toBeCloseTo(200 + 200 + 100, 5);
    expect(result.residents).toBeCloseTo(30 + 40 + 45, 6);
    expect(result.dwellings).toBeCloseTo(10 + 12 + 15, 6);
  });

  it("divides by land, and by residential land for the net density", async () => {
    const { result } = await ask(0, 0, 500, 400);
    // 115 residents ÷ 0.15 km²; ÷ 0.06 km² residential; 37 dwellings ÷ 15 ha; 500 m² ÷ 150,000 m²
    expect(result.residentsPerSqkm).toBeCloseTo(115 / (result.landAreaSqm / 1e6), 4);
    expect(result.residentsPerSqkm! / 766.67).toBeCloseTo(1, 3);
    expect(result.residentialLandSqm! / 60_000).toBeCloseTo(1, 3);
    expect(result.residentsPerResidentialSqkm! / 1916.67).toBeCloseTo(1, 3);
    expect(result.dwellingsPerHa! / 2.4667).toBeCloseTo(1, 3);
    expect(result.siteCoverage! / (500 / 150_000)).toBeCloseTo(1, 3);
  });

  it("counts only the part within the district where the area reaches beyond", async () => {
    // x = 900 … 1100: half of it is in the district, and half of f
    const { result } = await ask(900, 0, 200, 400);
    expect(result.insideDistrictShare).toBeCloseTo(0.5, 6);
    expect(result.landShare).toBeCloseTo(0.375, 4);
    expect(result.buildings).toBeCloseTo(0.5, 6);
    expect(result.residents).toBeCloseTo(50, 6);
  });

  it("puts floors and years in classes with both ends inclusive, unknown ones in a class of their own", async () => {
    const { result } = await ask(0, 0, 1000, 400);
    const heights = Object.fromEntries(result.byHeightClass.map((row) => [row.class, row.buildings]));
    // 3 | 4 | 9 | none | 26 | 27 (half) | e
    expect(heights["1-3"]).toBeCloseTo(1, 6);
    expect(heights["4-6"]).toBeCloseTo(1, 6);
    expect(heights["7-9"]).toBeCloseTo(1, 6);
    expect(heights["10-18"]).toBe(0);
    expect(heights["19-26"]).toBeCloseTo(1, 6);
    expect(heights["27+"]).toBeCloseTo(0.5, 6);
    expect(heights.unknown).toBeCloseTo(1, 6);
    const ages = Object.fromEntries(result.byAgeClass.map((row) => [row.class, row.buildings]));
    // 1979 | 1980 and 1989 | 2000 | none | 2011 (half) | e
    expect(ages["before-1980"]).toBeCloseTo(1, 6);
    expect(ages["1980s"]).toBeCloseTo(2, 6);
    expect(ages["1990s"]).toBeCloseTo(1, 6);
    expect(ages["2001-2010"]).toBe(0);
    expect(ages["after-2010"]).toBeCloseTo(0.5, 6);
    expect(ages.unknown).toBeCloseTo(1, 6);
  });

  it("has classes that sum to the totals", async () => {
    const { result } = await ask(0, 0, 1000, 400);
    for (const rows of [result.byHeightClass, result.byAgeClass]) {
      const sum = (value: (row: (typeof rows)[number]) => number | null) =>
        [...rows].reduce((total, row) => total + (value(row) ?? 0), 0);
      expect(sum((row) => row.buildings)).toBeCloseTo(result.buildings, 9);
      expect(sum((row) => row.footprintSqm)).toBeCloseTo(result.footprintSqm, 6);
      expect(sum((row) => row.residents)).toBeCloseTo(result.residents!, 6);
    }
  });

  it("does not know the floor area of unknown floors, and knows 0 of a class that is empty", async () => {
    const { result, codes } = await ask(0, 0, 1000, 400);
    expect(classOf(result.byHeightClass, "unknown").gfaAboveSqm).toBeNull();
    expect(classOf(result.byHeightClass, "10-18").gfaAboveSqm).toBe(0);
    expect(classOf(result.byHeightClass, "7-9").gfaAboveSqm).toBeCloseTo(200 * 9, 5);
    expect(codes).toEqual(expect.arrayContaining(["floors-unknown", "year-unknown"]));
  });

  it("says what share of the buildings has no dwellings given, and null where none has", async () => {
    const all = await ask(0, 0, 1000, 400);
    // d and e of 5.5 buildings
    const line = all.dataQuality.find(({ code }) => code === "dwellings-absent")!;
    expect(line.share).toBeCloseTo(2 / 5.5, 6);
    expect(all.codes).not.toContain("population-absent residents");
    // d and e alone: buildings, and of none the dwellings are known
    const east = await ask(650, 150, 200, 100);
    expect(east.result.dwellings).toBeNull();
    expect(east.result.dwellingsPerHa).toBeNull();
    expect(east.result.residents).toBeCloseTo(60, 6);
  });

  it("of an area without buildings is 0, for the data would know", async () => {
    const { result, codes } = await ask(0, 300, 100, 50);
    expect(result).toMatchObject({
      buildings: 0,
      residents: 0,
      dwellings: 0,
      footprintSqm: 0,
      siteCoverage: 0,
    });
    expect(codes).toContain("no-buildings");
  });

  it("of an area that is all water has no ratios, and says why", async () => {
    const { result, codes } = await ask(0, 10, 500, 80);
    expect(result.landAreaSqm).toBe(0);
    expect(result).toMatchObject({
      landShare: 0,
      residentsPerSqkm: null,
      dwellingsPerHa: null,
      siteCoverage: null,
    });
    expect(codes).toContain("no-land siteCoverage");
  });

  it("has no net density where the area holds no residential land", async () => {
    const { result, codes } = await ask(250, 100, 200, 200);
    expect(result.residentialLandSqm).toBe(0);
    expect(result.residentsPerResidentialSqkm).toBeNull();
    expect(codes).toContain("no-land residentsPerResidentialSqkm");
  });
});

describe("density of residents that were spread over the buildings", () => {
  const spread = new World("analysis-density-spread")
    .complete({ building: "complete", population: "partial" })
    .district(rectangle(0, 0, 1000, 400))
    .building({ ring: house(100), residents: 700 });

  beforeAll(async () => void (await spread.insert(database)));
  afterAll(() => spread.remove(database));

  it("says that they are an estimate, as data that counted them does not", async () => {
    const area = spread.area(rectangle(0, 0, 1000, 400));
    for (const name of ["density", "filter-count"] as const) {
      const { codes } = await askAnalysis(app, spread.districtId, name, {
        area,
        ...(name === "filter-count" ? { conditions: [] } : {}),
      });
      expect(codes).toContain("population-spread residents");
    }
    expect((await ask(0, 0, 1000, 400)).codes).not.toContain("population-spread residents");
  });
});

/*
 Two houses that are known to be a part of those that stand hold 700 people, the total of the district; one of them and all
 the land west of x = 500 lie in the zone.
*/
describe("density of residents that were spread over a part of the buildings", () => {
  const REASON = "residents-by-house-unknown residents";
  const part = new World("analysis-density-part")
    .complete({ building: "partial", population: "partial" })
    .district(rectangle(0, 0, 1000, 400))
    .building({ ring: house(100), residents: 500, floors: 5 })
    .building({ ring: house(700), residents: 200, floors: 2 });
  const west = rectangle(0, 0, 500, 400);

  beforeAll(async () => void (await part.insert(database)));
  afterAll(() => part.remove(database));
  const askPart = <Name extends AnalysisName>(name: Name, more = {}) =>
    askAnalysis(app, part.districtId, name, { area: part.area(west), ...more });

  it("is not known of a part of the district, which is no 0 and no estimate, and says why", async () => {
    const { result, codes } = await askPart("density");
    expect(result).toMatchObject({ buildings: 1, residents: null, residentsPerSqkm: null });
    expect(new Set(result.byHeightClass.map((row) => row.residents))).toEqual(new Set([null]));
    expect(codes).toContain(REASON);
    expect(codes).not.toContain("population-absent residents");
    expect(codes).not.toContain("population-spread residents");
  });

  it("is the total of the district as a whole, of which it is not known who lives how high", async () => {
    const area = { zone: `district:${part.districtId}` };
    const { result, codes } = await askPart("density", { area });
    expect(result.residents).toBe(700);
    // 700 people on 0.4 km²
    expect(result.residentsPerSqkm! / 1750).toBeCloseTo(1, 3);
    expect(new Set(result.byHeightClass.map((row) => row.residents))).toEqual(new Set([null]));
    expect(codes).toContain(REASON);
  });

  it("leaves counts by conditions and lists of buildings without people", async () => {
    const counted = await askPart("filter-count", { conditions: [] });
    expect(counted.result).toMatchObject({ buildings: 1, residents: null });
    expect(counted.codes).toContain(REASON);
    const crowded = { conditions: [{ field: "residents", op: "gte", value: 100 }] };
    expect((await askPart("filter-count", crowded)).result).toMatchObject({
      buildings: null,
      residents: null,
    });
    const { result } = await askPart("filter-list", { conditions: [] });
    expect(result.items.map(({ residents }) => residents)).toEqual([null]);
    const fields = await app.inject({ url: `/api/filter-fields?district=${part.districtId}` });
    expect(fields.json().items).toContainEqual(expect.objectContaining({ field: "residents", known: 0 }));
  });
});

describe("density of data that know little", () => {
  const poor = new World("analysis-density-poor")
    .district(rectangle(0, 0, 1000, 400))
    .building({ ring: house(100), yearBuilt: 1990 })
    .building({ ring: house(300) });

  beforeAll(async () => void (await poor.insert(database)));
  afterAll(() => poor.remove(database));
  const askPoor = (area: unknown) => askAnalysis(app, poor.districtId, "density", { area });

  it("has null for people and dwellings, also where there is no building: never 0", async () => {
    for (const area of [rectangle(0, 0, 1000, 400), rectangle(600, 0, 100, 100)]) {
      const { result, codes } = await askPoor(poor.area(area));
      expect(result).toMatchObject({
        residents: null,
        residentsPerSqkm: null,
        dwellings: null,
        dwellingsPerHa: null,
      });
      expect(result.residentialLandSqm).toBeNull();
      expect(new Set(result.byAgeClass.map((row) => row.residents))).toEqual(new Set([null]));
      expect(codes).toEqual(
        expect.arrayContaining([
          "population-absent residents",
          "dwellings-absent dwellings",
          "land-use-absent residentialLandSqm",
          "water-absent",
          "buildings-completeness-unknown",
        ]),
      );
    }
  });

  it("counts a year at the start of the nineties as nineties", async () => {
    const { result } = await askPoor(poor.area(rectangle(0, 0, 1000, 400)));
    expect(classOf(result.byAgeClass, "1990s").buildings).toBe(1);
  });
});

describe("a metre north", () => {
  it("is a metre east: the same square turned by 90° has the same area and share", async () => {
    const square = new World("analysis-density-square")
      .district(rectangle(-500, -500, 1000, 1000))
      .building({ ring: rectangle(-5, -5, 10, 10), floors: 1 });
    await square.insert(database);
    const of = async (ring: Parameters<World["area"]>[0]) =>
      (await askAnalysis(app, square.districtId, "density", { area: square.area(ring) })).result;
    const east = await of(rectangle(0, -100, 300, 200));
    const north = await of(rectangle(-100, 0, 200, 300));
    expect(east.buildings).toBeCloseTo(0.5, 6);
    expect(north.buildings).toBeCloseTo(0.5, 6);
    expect(east.areaSqm / 60_000).toBeCloseTo(1, 4);
    expect(north.areaSqm / 60_000).toBeCloseTo(1, 4);
    await square.remove(database);
  });
});

describe("published figures", () => {
  const rows: readonly (readonly (string | number)[])[] = [
    [9011, "analysis-density", "population-density", 30_000],
    [9012, "analysis-density", "gross-plot-ratio", 2.4],
    [9013, "elsewhere", "population-density", 1],
  ];
  beforeAll(async () => {
    for (const row of rows) {
      await database.query(
        `INSERT INTO published_value (id, adcode, quantity, value, unit, jurisdiction, as_of, basis, source)
         VALUES ($1, $2, $3, $4, 'persons/km2', '区级', '2025', '分母未注明', 'test')`,
        row,
      );
    }
  });
  afterAll(() => database.query("DELETE FROM published_value WHERE id BETWEEN 9011 AND 9013"));

  it("of people and density stand beside ours, and change nothing", async () => {
    const { result } = await askAnalysis(app, world.districtId, "density", {
      area: { zone: `district:${world.districtId}` },
    });
    expect(result.published.map(({ id, value }) => [id, value])).toEqual([[9011, 30_000]]);
    // 30 + 40 + 90 + 0 + 60 + half of 100 = 270 people on 0.3 km²
    expect(result.residentsPerSqkm! / 900).toBeCloseTo(1, 3);
  });
});
