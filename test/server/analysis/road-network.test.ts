import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

type Point = readonly [number, number];
const line = (...points: Point[]) => points;

/*
 A square kilometre. Roads as drawn:
   arterial    two carriageways of 1,000 m, 20 m apart, against each other   centreline 1,000
   collector   1,000 m, both ways                                            centreline 1,000
   local       1,000 m of 1,200 m lie inside                                 centreline 1,000
   local       two one-ways of 1,000 m, 20 m apart, the same way             centreline 2,000
   local       two one-ways of 1,000 m, 50 m apart, against each other       centreline 2,000
   service     300 m, not counted
 In all 7,000 m on 1 km².
*/
const world = new World("analysis-road")
  .complete({ building: "complete", water: "complete" })
  .district(rectangle(0, 0, 1000, 1000))
  .road({
    id: "a1",
    class: "primary",
    line: line([0, 500], [500, 500], [1000, 500]),
    oneWay: true,
    lengthM: 1000,
  })
  .road({ id: "a2", class: "primary", line: line([1000, 520], [0, 520]), oneWay: true, lengthM: 1000 })
  .road({ id: "c", class: "secondary", line: line([500, 0], [500, 1000]), lengthM: 1000 })
  .road({ id: "l1", class: "residential", line: line([-200, 200], [1000, 200]), lengthM: 1200 })
  .road({ id: "l2", class: "tertiary", line: line([0, 700], [1000, 700]), oneWay: true, lengthM: 1000 })
  .road({ id: "l3", class: "tertiary", line: line([0, 720], [1000, 720]), oneWay: true, lengthM: 1000 })
  .road({ id: "l4", class: "tertiary", line: line([0, 850], [1000, 850]), oneWay: true, lengthM: 1000 })
  .road({ id: "l5", class: "tertiary", line: line([1000, 900], [0, 900]), oneWay: true, lengthM: 1000 })
  .road({ id: "s", class: "service", line: line([100, 50], [400, 50]), lengthM: 300 });

/*
 Streets of the walking network, all residential:
   block A     90 × 90 m from (10, 10); a bridge crosses it and divides nothing; a stub of 15 m leaves it
   a sliver    200 × 10 m from (300, 10): 2 · 2,000 ÷ 420 = 9.5 m wide
   block B     190 × 190 m from (600, 600)
   P (600, 560)   40 m south of B
   Q (550, 500)   100 m to (650, 500), 140 m to (790, 500), 100 m to B's corner (790, 600)
*/
const street = { roadClass: "residential", kind: "road" } as const;
const nodes: Point[] = [
  [10, 10],
  [100, 10],
  [100, 100],
  [10, 100],
  [300, 10],
  [500, 10],
  [500, 20],
  [300, 20],
  [600, 600],
  [790, 600],
  [790, 790],
  [600, 790],
  [600, 560],
  [550, 500],
  [650, 500],
  [790, 500],
  [115, 10],
];
for (const [at, node] of nodes.entries()) world.node(node, at === 12 ? 240 : at === 14 ? 252.5 : null);
const ring = ([a, b, c, d]: readonly [number, number, number, number], wide: number, high: number) =>
  world
    .edge({ from: a, to: b, lengthM: wide, ...street })
    .edge({ from: b, to: c, lengthM: high, ...street })
    .edge({ from: c, to: d, lengthM: wide, ...street })
    .edge({ from: d, to: a, lengthM: high, ...street });
ring([0, 1, 2, 3], 90, 90);
ring([4, 5, 6, 7], 200, 10);
ring([8, 9, 10, 11], 190, 190);
world
  .edge({ from: 0, to: 2, lengthM: 127, ...street, kind: "bridge" })
  .edge({ from: 8, to: 12, lengthM: 40, ...street, nameZh: "断头巷" })
  .edge({ from: 13, to: 14, lengthM: 100, ...street, nameZh: "对面街" })
  .edge({ from: 14, to: 15, lengthM: 140, ...street })
  .edge({ from: 15, to: 9, lengthM: 100, ...street })
  .edge({ from: 1, to: 16, lengthM: 15, ...street });

const EMPTY = new World("analysis-road-empty").district(rectangle(0, 0, 1000, 1000));
const NO_LAND = new World("analysis-road-no-land").district(rectangle(0, 0, 1000, 1000), { land: false });
const alongRiver = (id: string, land: readonly Point[]) =>
  new World(id)
    .district(rectangle(0, 0, 1000, 1000), { land: false })
    .land("land", land)
    .road({ id: "c", class: "secondary", line: line([500, 0], [500, 1000]), lengthM: 1000 });
const RIVER = alongRiver("analysis-road-river", rectangle(250, 0, 750, 1000)).water(
  "river",
  rectangle(0, 0, 250, 1000),
);
const DRY = alongRiver("analysis-road-dry", rectangle(0, 0, 1000, 1000));
const WORLDS = [world, EMPTY, NO_LAND, RIVER, DRY];

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of WORLDS) await each.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const each of WORLDS) await each.remove(database);
  await database.close();
});

const ask = (area: unknown = { zone: "district:analysis-road" }, district = world.districtId) =>
  askAnalysis(app, district, "road-network", { area });

describe("the density of roads", () => {
  it("counts the carriageways of a divided road once, and what runs the same way or farther apart twice", async () => {
    const { result } = await ask();
    const of = (rank: string) => result.classes.find((each) => each.rank === rank)!;
    expect(of("arterial").lengthM).toBeCloseTo(2000, 0);
    expect(of("arterial").centrelineM).toBeCloseTo(1000, 0);
    expect(of("collector").centrelineM).toBeCloseTo(1000, 0);
    expect(of("local").lengthM).toBeCloseTo(5000, 0);
    expect(of("local").centrelineM).toBeCloseTo(5000, 0);
    expect(of("service")).toMatchObject({ counted: false, bridgeM: 0 });
    expect(of("service").lengthM).toBeCloseTo(300, 0);
    expect(result.densityKmPerSqkm).toBeCloseTo(7, 2);
    expect(result.references.density).toMatchObject({ value: 8, unit: "km/km2", status: "unverified" });
  });

  it("is of the part inside a drawn area, and the halves add up", async () => {
    const [west, east] = [
      await ask(world.area(rectangle(0, 0, 400, 1000))),
      await ask(world.area(rectangle(400, 0, 600, 1000))),
    ];
    const local = ({ result }: typeof west) => result.classes.find(({ rank }) => rank === "local")!.lengthM;
    expect(local(west)).toBeCloseTo(2000, 0);
    expect(local(west) + local(east)).toBeCloseTo(5000, 0);
  });

  it("is over land without its water where the data holds it, and says so where rivers are in it", async () => {
    const { result, codes } = await ask({ zone: "district:analysis-road-river" }, RIVER.districtId);
    // 1,000 m on 1 km² of which a river takes a quarter
    expect(result.landAreaSqm).toBeCloseTo(750_000, -3);
    expect(result.densityKmPerSqkm).toBeCloseTo(1 / 0.75, 2);
    expect(codes).not.toContain("water-absent");
    const dry = await ask({ zone: "district:analysis-road-dry" }, DRY.districtId);
    expect(dry.result.landAreaSqm).toBeCloseTo(1_000_000, -3);
    expect(dry.result.densityKmPerSqkm).toBeCloseTo(1, 2);
    expect(dry.codes).toContain("water-absent");
  });

  it("of no land is not known, and says so", async () => {
    const { result, codes } = await ask({ zone: "district:analysis-road-no-land" }, NO_LAND.districtId);
    expect(result.densityKmPerSqkm).toBeNull();
    expect(codes).toContain("no-land densityKmPerSqkm");
  });
});

describe("the blocks between streets", () => {
  it("are what streets at grade enclose; bridges divide nothing and slivers are left out", async () => {
    const { result } = await ask();
    const { blocks, blockShapes } = result;
    expect(blocks).toMatchObject({ count: 2, slivers: 1 });
    expect(blocks.areaSqm).toBeCloseTo(8100 + 36_100, -1);
    expect(blocks.medianAreaSqm).toBeCloseTo(22_100, -1);
    expect(blocks.classes.map((each) => each.blocks)).toEqual([1, 0, 1, 0, 0, 0]);
    expect(blockShapes[0]!.sideM).toBeCloseTo(190, 0);
    expect(blockShapes[1]!.sideM).toBeCloseTo(90, 0);
    expect(blocks.withinMaxShare).toBe(1);
  });

  it("of a part of the district are those that lie there", async () => {
    const { result } = await ask(world.area(rectangle(0, 0, 250, 250)));
    expect(result.blocks.count).toBe(1);
    expect(result.blockShapes[0]!.areaSqm).toBeCloseTo(8100, -1);
  });

  it("without any have no median", async () => {
    const { result } = await ask({ zone: "district:analysis-road-empty" }, EMPTY.districtId);
    expect(result.blocks).toMatchObject({ count: 0, medianAreaSqm: null, withinMaxShare: null });
    expect(result).toMatchObject({ densityKmPerSqkm: 0, deadEnds: 0, candidates: [] });
  });
});

describe("where roads end", () => {
  it("offers the street across the gap to which the way round is longest, what saves most first", async () => {
    const { result } = await ask();
    expect(result).toMatchObject({ deadEnds: 2, deadEndCandidates: 2 });
    // from Q: 340 m back to B's corner and 190 m along B to the street of P; straight √(50² + 60²) = 78.1
    // from P: 40 + 190 + 100 + 140 = 470 m to the near end of Q's street; straight 60
    expect(result.candidates).toHaveLength(2);
    const [q, p] = result.candidates;
    expect(q).toMatchObject({ nameZh: "对面街", kind: "residential" });
    expect(q!.lengthM).toBeCloseTo(340, 6);
    expect(q!.across!.gapM).toBeCloseTo(78.1, 1);
    expect(q!.across!.wayM).toBeCloseTo(530, 6);
    // no height is known at Q
    expect(q!.across!.riseM).toBeNull();
    expect(p!.lengthM).toBeCloseTo(40, 6);
    expect(p!.across).toMatchObject({ nameZh: "对面街", riseM: 12.5 });
    expect(p!.across!.gapM).toBeCloseTo(60, 1);
    expect(p!.across!.wayM).toBeCloseTo(470, 6);
    const [lon, lat] = world.toLonLat([600, 500]);
    expect(p!.across!.at[0]).toBeCloseTo(lon, 6);
    expect(p!.across!.at[1]).toBeCloseTo(lat, 6);
  });

  it("leaves out a stub of 15 m, and what lies beyond the area", async () => {
    expect((await ask(world.area(rectangle(0, 0, 250, 250)))).result.deadEnds).toBe(0);
    expect((await ask(world.area(rectangle(590, 550, 20, 20)))).result.deadEnds).toBe(1);
  });
});

it("refuses a parameter it does not know, naming it", async () => {
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/road-network?district=${world.districtId}`,
    payload: { area: { zone: "district:analysis-road" }, classes: ["primary"] },
  });
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error).toMatchObject({
    code: "invalid-parameter",
    message: expect.stringContaining("classes"),
  });
});
