import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { isWithin } from "../../support/point-within.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 A level street of 2 km along y = 0, nodes at x = 0, 1000, 2000; an adult walks 1.33 m/s: 399 m in 300 s, 798 m in 600 s.
 Asked at x = 1000, on the street. Houses of 20 m × 10 m, 20 to 30 m north of the street, so that their farthest corner
 costs 30 m more than its x:
   near  x 1100–1120: 150 m at most, within 5 minutes, 100 residents
   mid   x 1600–1620: at least 620 m, at most 650 m: within 10 minutes only, 60 residents
   far   x 1900–1920: at least 920 m: not within 10 minutes, 40 residents
 A stairway of unknown rise leads north from x = 2000.
 Kindergartens at x = 1200 on the street and, drawn as an area, at x = 1450–1650: its outline is come to within 10 minutes. A
 park of x 1300–1900 is entered at x = 1780 alone, 780 m; an internal clinic stands at x = 1100.
*/
const house = (x: number) => rectangle(x, 20, 20, 10);
const world = new World("analysis-isochrone")
  .complete({ building: "complete", population: "complete", water: "complete" })
  .district(rectangle(-300, -300, 2600, 600))
  .building({ id: "near", ring: house(1100), residents: 100 })
  .building({ id: "mid", ring: house(1600), residents: 60 })
  .building({ id: "far", ring: house(1900), residents: 40 })
  .facility({ category: "edu.kinder", at: [1200, 10] })
  .facility({ category: "edu.kinder", ring: rectangle(1450, 10, 200, 20) })
  .facility({ category: "park.public", ring: rectangle(1300, -60, 600, 50), entrances: [[1780, -10]] })
  .facility({ category: "health.clinic", at: [1100, 10], level: "internal" })
  .node([0, 0])
  .node([1000, 0])
  .node([2000, 0])
  .node([2000, 100])
  .edge({ from: 0, to: 1, lengthM: 1000 })
  .edge({ from: 1, to: 2, lengthM: 1000 })
  .edge({ from: 2, to: 3, kind: "stairs", lengthM: 100, climbM: null });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const origin = (x: number, y = 0) => [...world.toLonLat([x, y])];
const ask = (more: Record<string, unknown> = {}) =>
  askAnalysis(app, world.districtId, "isochrone", { origin: origin(1000), ...more });
const refuse = async (body: Record<string, unknown>) => {
  const url = `/api/analyses/isochrone?district=${world.districtId}`;
  const reply = await app.inject({ method: "POST", url, payload: body });
  return { status: reply.statusCode, error: reply.json().error };
};

describe("the isochrone of a place", () => {
  it("counts the buildings and people within each time by share of the footprint, and the public facilities by where they are entered", async () => {
    const { result } = await ask({ minutes: [10, 5] });
    expect(result.features.map(({ properties }) => properties)).toEqual([
      {
        minutes: 5,
        areaSqm: expect.any(Number),
        residents: expect.closeTo(100, 6),
        buildings: expect.closeTo(1, 6),
        facilities: [
          { category: "edu.kinder", count: 1 },
          { category: "park.public", count: 0 },
        ],
        plusMinusMinutes: null,
      },
      {
        minutes: 10,
        areaSqm: expect.any(Number),
        residents: expect.closeTo(160, 6),
        buildings: expect.closeTo(2, 6),
        facilities: [
          { category: "edu.kinder", count: 2 },
          { category: "park.public", count: 1 },
        ],
        plusMinusMinutes: null,
      },
    ]);
  });

  it("cuts a building at the outline by its share", async () => {
    // 620 − 650 m from the origin: some of the middle house is reached within 8 minutes, 638.4 m, and not all of it
    const { result } = await ask({ minutes: [8] });
    const { buildings, residents } = result.features[0]!.properties;
    expect(buildings).toBeGreaterThan(1);
    expect(buildings).toBeLessThan(2);
    expect(residents).toBeCloseTo(100 + 60 * (buildings - 1), 6);
  });

  it("is as large as the strip the walk leaves on either side of the street", async () => {
    const { result } = await ask({ minutes: [5] });
    // ± 150 m across; at y metres off the street 399 − |y| are left each way: 4 · (399 · 150 − 150² ÷ 2) = 194,400 m²,
    // on a grid of 20 m the four steps at 150 m and the two tips are right to a few metres: 2 %
    expect(result.features[0]!.properties.areaSqm / 194_400).toBeCloseTo(1, 1.5);
  });

  it("is made by a method that stands beside it, of one data version, with what was asked", async () => {
    const { method, inputs, dataVersion, codes } = await ask();
    expect(method.map(({ quantity }) => quantity)).toEqual([
      ...[
        "minutes",
        "geometry",
        "areaSqm",
        "facilities",
        "walkConditions",
        "plusMinus",
        "speed",
        "buildings",
      ],
    ]);
    expect(inputs).toMatchObject({
      minutes: [5, 10, 15],
      persona: "adult",
      direction: "from",
      at: "wedT10:00",
      flat: false,
    });
    expect(dataVersion).toBeGreaterThan(0);
    // within 15 minutes the street is walked to its end, where the stairs of unknown rise begin
    expect(codes).toContain("edges-without-rise");
    expect(codes).toContain("near-data-edge buildings");
    expect((await ask({ minutes: [5] })).codes).not.toContain("edges-without-rise");
  });

  it("follows the data: a change of the ground is in the next answer, one of the programme costs none", async () => {
    const { rows } = await database.query<{ length_m: number }>(
      "UPDATE store.walk_edge SET length_m = 2000 WHERE district_id = $1 AND ordinal = 1 RETURNING length_m",
      [world.districtId],
    );
    expect(rows).toHaveLength(1);
    const version = (note: string, ground: boolean) =>
      database.query(
        "INSERT INTO data_version (district_id, actor_id, note, changes_ground) VALUES ($1, 'test', $2, $3)",
        [world.districtId, note, ground],
      );
    // a version of the programme alone is told, and the network that is held stays
    const before = await ask({ minutes: [5] });
    await version("a stage", false);
    const meanwhile = await ask({ minutes: [5] });
    expect(meanwhile.dataVersion).toBeGreaterThan(before.dataVersion);
    expect(meanwhile.result).toEqual(before.result);
    await version("a detour", true);
    // twice as long to walk as drawn: 399 m are 199.5 m on the map
    const { result } = await ask({ minutes: [5] });
    const { coordinates } = result.features[0]!.geometry;
    expect(isWithin(coordinates, origin(1180) as [number, number])).toBe(true);
    expect(isWithin(coordinates, origin(1205) as [number, number])).toBe(false);
    expect(isWithin(coordinates, origin(620) as [number, number])).toBe(true);
  });
});

describe("an isochrone is refused", () => {
  it("where the place cannot be joined to the network", async () => {
    expect(await refuse({ origin: origin(1000, 200) })).toMatchObject({
      status: 422,
      error: { code: "not-on-network", path: "origin" },
    });
  });

  it.each([
    ["no origin", {}, "origin"],
    ["one number as origin", { origin: [106.5] }, "origin"],
    ["a latitude of 200", { origin: [106.5, 200] }, "origin"],
    ["an unknown persona", { origin: [106.5, 29.5], persona: "dog" }, "persona"],
    ["61 minutes", { origin: [106.5, 29.5], minutes: [61] }, "minutes.0"],
    ["no minutes", { origin: [106.5, 29.5], minutes: [] }, "minutes"],
    ["less than a minute", { origin: [106.5, 29.5], minutes: [0.5] }, "minutes.0"],
    ["an unknown direction", { origin: [106.5, 29.5], direction: "up" }, "direction"],
    ["an impossible time", { origin: [106.5, 29.5], at: "wedT25:00" }, "at"],
  ])("for %s, naming it", async (_, body, path) => {
    expect(await refuse(body)).toMatchObject({ status: 400, error: { code: "invalid-parameter", path } });
  });

  it("for an area beside it, which it does not take", async () => {
    expect(await refuse({ origin: origin(1000), area: { zone: "district" } })).toMatchObject({ status: 400 });
  });
});
