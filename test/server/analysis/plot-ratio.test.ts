import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 A district of 1,000 m × 200 m = 200,000 m² of land, x = 0 … 500 (100,000 m²) of it construction land. Houses of 100 m²:
   r2, r6, r10  residential with 2, 6 and 10 floors at x = 100, 200, 300
   r?           residential, floors unknown, at x = 400
   o4           an office of 4 floors at x = 600
   s?           a school with unknown floors at x = 700; no school in the district has known floors
   x            unknown use, 1 floor, at x = 800
*/
const house = (x: number) => rectangle(x, 100, 10, 10);
const world = new World("analysis-plot-ratio")
  .complete({ building: "partial", water: "complete" })
  .district(rectangle(0, 0, 1000, 200))
  .land("construction", rectangle(0, 0, 500, 200))
  .zone({ id: "core:west", kind: "core", nameZh: "西", ring: rectangle(0, 0, 500, 200), status: "schematic" })
  .building({ id: "r2", ring: house(100), floors: 2 })
  .building({ id: "r6", ring: house(200), floors: 6 })
  .building({ id: "r10", ring: house(300), floors: 10 })
  .building({ id: "r?", ring: house(400) })
  .building({ id: "o4", ring: house(600), floors: 4, use: "office" })
  .building({ id: "s?", ring: house(700), use: "education" })
  .building({ id: "x", ring: house(800), floors: 1, use: "unknown" });

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

const ask = (area: unknown, of = world) => askAnalysis(app, of.districtId, "plot-ratio", { area });
const strip = (x: number, width: number) => ask(world.area(rectangle(x, 0, width, 200)));

describe("plot ratio", () => {
  it("divides floor area by construction land, and by land, each by its name", async () => {
    const { result, codes } = await strip(0, 1000);
    // 100 m² × (2 + 6 + 10 + 4 + 1) = 2,300 m²; ÷ 100,000 and ÷ 200,000
    expect(result.gfaAboveSqm).toBeCloseTo(2300, 5);
    expect(result.grossPlotRatio).toBeCloseTo(2300 / result.constructionLandSqm!, 9);
    expect(result.grossPlotRatio! / 0.023).toBeCloseTo(1, 3);
    expect(result.landAreaPlotRatio! / 0.0115).toBeCloseTo(1, 3);
    expect(result.buildingCompleteness).toBe("partial");
    expect(codes).toEqual(expect.arrayContaining(["buildings-partial", "parcels-absent netPlotRatio"]));
    expect(codes).not.toContain("water-absent");
  });

  it("cuts edge buildings by the share of their footprint", async () => {
    // x = 0 … 305: r2, r6 and half of r10
    const { result } = await strip(0, 305);
    expect(result.gfaAboveSqm).toBeCloseTo(200 + 600 + 500, 4);
    expect(result.byUse).toHaveLength(1);
    expect(result.byUse[0]!.buildings).toBeCloseTo(2.5, 6);
  });

  it("says how much footprint has unknown floors and how far that could move the ratio", async () => {
    // x = 0 … 500: r? is 100 of 400 m². Residential floors 2, 6, 10: 90th percentile at rank 1.8, 6 + 0.8 × 4 = 9.2
    const { result, codes } = await strip(0, 500);
    expect(result.missingFootprintShare).toBeCloseTo(0.25, 6);
    const [low, high] = result.plotRatioRange!;
    // (1,800 + 100 × 1) and (1,800 + 100 × 9.2) ÷ 100,000
    expect(low / 0.019).toBeCloseTo(1, 3);
    expect(high! / 0.0272).toBeCloseTo(1, 3);
    // the strip is construction land throughout
    const { gfaAboveSqmRange, grossPlotRatioRange } = result;
    expect(gfaAboveSqmRange[0]).toBeCloseTo(1900, 5);
    expect(gfaAboveSqmRange[1]).toBeCloseTo(2720, 3);
    expect(grossPlotRatioRange![0]).toBeCloseTo(low, 6);
    expect(grossPlotRatioRange![1]).toBeCloseTo(high!, 6);
    expect(codes).toContain("floors-unknown gfaAboveSqm");
  });

  it("has no upper end where no building of that use in the district has known floors", async () => {
    // s? is an education building: [100 × 1 ÷ land, unknown]
    const { result, codes } = await strip(650, 100);
    expect(codes).toContain("floors-of-use-unknown gfaAboveSqmRange");
    expect(result.gfaAboveSqmRange[1]).toBeNull();
    expect(result.gfaAboveSqm).toBeNull();
    expect(result.landAreaPlotRatio).toBeNull();
    expect(result.missingFootprintShare).toBe(1);
    expect(result.plotRatioRange![0]).toBeCloseTo(100 / result.landAreaSqm, 9);
    expect(result.plotRatioRange![1]).toBeNull();
  });

  it("has a range of one value where nothing is missing", async () => {
    const { result, codes } = await strip(550, 100);
    expect(result.missingFootprintShare).toBe(0);
    expect(result.plotRatioRange).toEqual([result.landAreaPlotRatio, result.landAreaPlotRatio]);
    expect(result.gfaAboveSqmRange).toEqual([result.gfaAboveSqm, result.gfaAboveSqm]);
    expect(codes).not.toContain("floors-of-use-unknown gfaAboveSqmRange");
  });

  it("has no gross ratio where the area holds no construction land, and says so", async () => {
    const { result, codes } = await strip(550, 100);
    expect(result.constructionLandSqm).toBe(0);
    expect([result.grossPlotRatio, result.grossPlotRatioRange]).toEqual([null, null]);
    expect(result.landAreaPlotRatio).not.toBeNull();
    expect(codes).toContain("no-land grossPlotRatio");
  });

  it("lists uses in their order with the floor area of each, null where none is known", async () => {
    const { result, codes } = await strip(0, 1000);
    expect(result.byUse.map(({ use }) => use)).toEqual(["residential", "office", "education", "unknown"]);
    const [residential, , education] = result.byUse;
    expect(residential!.gfaAboveSqm).toBeCloseTo(1800, 5);
    expect(education!.gfaAboveSqm).toBeNull();
    expect(codes).toContain("use-unknown byUse");
  });

  it("of an area without buildings is 0 floor area and nothing missing to speak of", async () => {
    const { result, codes } = await strip(900, 50);
    expect(result).toMatchObject({
      gfaAboveSqm: 0,
      landAreaPlotRatio: 0,
      missingFootprintShare: null,
      byUse: [],
    });
    expect(codes).toContain("no-buildings");
  });

  it("says that the boundary is only schematic", async () => {
    expect((await ask({ zone: "core:west" })).codes).toContain("schematic-boundary");
    expect((await strip(0, 500)).codes).not.toContain("schematic-boundary");
  });

  it("is unknown, not 0, by construction land where the data hold none", async () => {
    const bare = new World("analysis-plot-ratio-bare").district(rectangle(0, 0, 100, 100));
    await bare.building({ ring: rectangle(50, 50, 10, 10), floors: 3 }).insert(database);
    const { result, codes } = await ask({ zone: "district:analysis-plot-ratio-bare" }, bare);
    expect(result).toMatchObject({
      constructionLandSqm: null,
      grossPlotRatio: null,
      buildingCompleteness: "unknown",
    });
    expect(codes).toEqual(expect.arrayContaining(["land-use-absent grossPlotRatio", "water-absent"]));
    await bare.remove(database);
  });

  it("is unknown by construction land where the data hold only a part of it, which is told", async () => {
    const partial = new World("analysis-plot-ratio-partial").complete({ "land-use": "partial" });
    partial.district(rectangle(0, 0, 100, 100)).land("construction", rectangle(0, 0, 10, 10));
    await partial.building({ ring: rectangle(50, 50, 10, 10), floors: 3 }).insert(database);
    const { result, codes } = await ask({ zone: "district:analysis-plot-ratio-partial" }, partial);
    expect(result.constructionLandSqm).toBeCloseTo(100, 1);
    expect(result.grossPlotRatio).toBeNull();
    expect(result.landAreaPlotRatio).toBeCloseTo(0.03, 4);
    expect(result.grossPlotRatioRange).toBeNull();
    expect(codes).toContain("construction-land-partial grossPlotRatio");

    // no construction land where only a part of it is in the data: not 0 m², and not that there is none
    const east = await ask(partial.area(rectangle(40, 0, 60, 100)), partial);
    expect(east.result.constructionLandSqm).toBeNull();
    expect(east.codes).toContain("construction-land-partial grossPlotRatio");
    expect(east.codes).not.toContain("no-land grossPlotRatio");
    expect(east.codes).not.toContain("land-use-absent grossPlotRatio");
    await partial.remove(database);
  });
});

/*
 Parcels of 100 m × 100 m = 10,000 m² in a row; houses of 20 × 20 = 400 m²:
   p1  0 … 100    a house of 5 floors whose floor area that counts is 1,500 m²: 0.15
   p2  100 … 200  a house of 10 floors: 4,000 m², 0.4; and 70 % of a house of 5 floors: 2,000 m² → (4,000 + 2,000) = 0.6
   p3  200 … 300  30 % of that house, and one of 2 floors: 800 m²: 0.08
   p4  300 … 400  a house with unknown floors: excluded
   p5  400 … 500  empty: 0
*/
describe("net plot ratio", () => {
  const parcels = new World("analysis-plot-ratio-net").district(rectangle(0, 0, 500, 100));
  const block = (x: number) => rectangle(x, 40, 20, 20);
  for (const [index, x] of [0, 100, 200, 300, 400].entries()) {
    parcels.parcel({ id: `p${index + 1}`, ring: rectangle(x, 0, 100, 100), areaSqm: 10_000 });
  }
  parcels
    .building({ ring: block(40), floors: 5, gfaFarSqm: 1500 })
    .building({ ring: block(140), floors: 10 })
    .building({ ring: block(186), floors: 5 })
    .building({ ring: block(240), floors: 2 })
    .building({ ring: block(340) });
  beforeAll(async () => void (await parcels.insert(database)));
  afterAll(() => parcels.remove(database));
  const net = async (x: number, width: number) =>
    (await ask(parcels.area(rectangle(x, 0, width, 100)), parcels)).result.netPlotRatio;

  it("takes whole buildings to the parcel they overlap most, and leaves out parcels with missing floors", async () => {
    // 0, 0.08, 0.15, 0.6: median (0.08 + 0.15) ÷ 2; p10 at rank 0.3: 0.024; p90 at rank 2.7: 0.15 + 0.7 × 0.45 = 0.465
    const ratios = await net(0, 500);
    expect(ratios).toMatchObject({ parcels: 4, excluded: 1, basis: "mixed" });
    expect(ratios.median).toBeCloseTo(0.115, 9);
    expect(ratios.p10).toBeCloseTo(0.024, 9);
    expect(ratios.p90).toBeCloseTo(0.465, 9);
    // p4 too, 400 m² × 1 floor to × 8.5 (the 90th percentile of 2, 5, 5, 10 at rank 2.7: 5 + 0.7 × 5): 0.04 to 0.34
    // 0, 0.04, 0.08, 0.15, 0.6 and 0, 0.08, 0.15, 0.34, 0.6
    expect(ratios.medianRange![0]).toBeCloseTo(0.08, 9);
    expect(ratios.medianRange![1]).toBeCloseTo(0.15, 9);
  });

  it("says which floor area it rests on", async () => {
    expect(await net(0, 100)).toMatchObject({
      ...{ parcels: 1, median: 0.15, medianRange: [0.15, 0.15], basis: "counted-floor-area" },
    });
    expect(await net(100, 200)).toMatchObject({ parcels: 2, basis: "floor-area-above-ground" });
    expect(await net(400, 100)).toMatchObject({ parcels: 1, median: 0, basis: null });
    const unknown = await net(300, 100);
    expect(unknown).toMatchObject({ parcels: 0, excluded: 1, median: null, basis: null });
    expect(unknown.medianRange![0]).toBeCloseTo(0.04, 9);
    expect(unknown.medianRange![1]).toBeCloseTo(0.34, 9);
  });

  it("counts parcels with at least half their area inside", async () => {
    // x = 49 … 200 holds 51 % of p1, x = 51 … 200 holds 49 %
    expect((await net(49, 151)).parcels).toBe(2);
    expect((await net(51, 149)).parcels).toBe(1);
  });
});

describe("published figures", () => {
  const rows: readonly (readonly (string | number | null)[])[] = [
    [9001, "analysis-plot-ratio", null, "gross-plot-ratio", 2.3, 9002],
    [9002, "analysis-plot-ratio", null, "gross-plot-ratio", 2.4, null],
    [9003, "analysis-plot-ratio", "core:west", "gross-plot-ratio", 3.1, null],
    [9004, "analysis-plot-ratio", null, "residents", 5, null],
    [9005, "elsewhere", null, "gross-plot-ratio", 9, null],
  ];
  beforeAll(async () => {
    for (const row of rows) {
      await database.query(
        `INSERT INTO published_value (id, adcode, zone, quantity, value, unit, jurisdiction, as_of, basis, source, superseded_by)
         VALUES ($1, $2, $3, $4, $5, '1', '区级', '2025', '毛容积率', 'test', $6)`,
        row,
      );
    }
  });
  afterAll(() => database.query("DELETE FROM published_value WHERE id BETWEEN 9001 AND 9005"));

  it("stand beside ours: the newest of the district and of the zone, of fitting quantities only", async () => {
    const idsOf = async (area: unknown) => (await ask(area)).result.published.map(({ id }) => id);
    expect(await idsOf({ zone: "core:west" })).toEqual([9002, 9003]);
    expect(await idsOf({ zone: "district:analysis-plot-ratio" })).toEqual([9002]);
    expect(await idsOf(world.area(rectangle(0, 0, 100, 200)))).toEqual([9002]);
  });
});

/*
 Parcels of 100 m × 100 m = 10,000 m² in a row, each with one house:
   b1  R2  2,000 m² × 8 floors: ratio 1.6, coverage 0.2      b4  R2  1,000 m² × 30 floors: beyond the table
   b2  R2  1,000 m² × 9 floors: ratio 0.9, coverage 0.1      b5  B1  2,000 m² × 8 floors: no residential parcel
   b3  R2  1,000 m² × 15 floors: ratio 1.5, coverage 0.1     b6  R2  empty
*/
describe("the bands of a standard", () => {
  const blocks = new World("analysis-plot-ratio-bands").district(rectangle(0, 0, 600, 100));
  const houses = [
    ["R2", 40, 8],
    ["R2", 20, 9],
    ["R2", 20, 15],
    ["R2", 20, 30],
    ["B1", 40, 8],
    ["R2", null, null],
  ] as const;
  for (const [at, [landUse, width, floors]] of houses.entries()) {
    blocks.parcel({
      id: `b${at + 1}`,
      ring: rectangle(at * 100, 0, 100, 100),
      areaSqm: 10_000,
      landUse,
    });
    if (width !== null) blocks.building({ ring: rectangle(at * 100 + 10, 10, width, 50), floors });
  }
  beforeAll(async () => {
    await loadStandards(database, STANDARDS_DIRECTORY);
    await blocks.insert(database);
  });
  afterAll(() => blocks.remove(database));

  it("stand beside residential parcels of their storey class alone, the class with the most floor area first", async () => {
    const { result, codes } = await ask(blocks.area(rectangle(0, 0, 600, 100)), blocks);
    expect(result.bands).toHaveLength(2);
    // 16,000 + 9,000 m² of 7–9 floors, 15,000 m² of 10–18
    // 7–9 floors: (1.6 + 0.9) ÷ 2 and (0.2 + 0.1) ÷ 2; table 4.0.2 of GB 50180, zone III: 1.7–2.1 and 30 %
    expect(result.bands[0]).toMatchObject({ storeyClass: "multi-2", floorsFrom: 7, floorsTo: 9, parcels: 2 });
    expect(result.bands[0]!.plotRatioMedian).toBeCloseTo(1.25, 9);
    expect(result.bands[0]!.siteCoverageMedian).toBeCloseTo(0.15, 9);
    expect(result.bands[0]).toMatchObject({ plotRatioMin: 1.7, plotRatioMax: 2.1, siteCoverageMax: 0.3 });
    expect(result.bands[1]).toMatchObject({ storeyClass: "high-1", parcels: 1, status: "unverified" });
    expect(codes).toContain("unverified-clause bands");
  });

  it("are none where no residential parcel has a house of their floors", async () => {
    const { result, codes } = await ask(blocks.area(rectangle(300, 0, 300, 100)), blocks);
    expect(result.netPlotRatio.parcels).toBe(3);
    expect(result.bands).toEqual([]);
    expect(codes).not.toContain("unverified-clause bands");
  });
});
