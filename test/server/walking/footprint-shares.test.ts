import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { multiPolygonWkb } from "../../../server/database/wkb-writer.ts";
import {
  type FootprintIndex,
  indexFootprints,
  outlineCells,
} from "../../../server/walking/footprint-shares.ts";
import { loadFootprints } from "../../../server/walking/load-footprints.ts";
import { outlineAreaSqm } from "../../../server/walking/outline-area.ts";
import type { MultiPolygonCoordinates } from "../../../server/walking/outline-of-reach.ts";
import { seededRandom } from "../../bench/seeded-random.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 0  10 m × 10 m at (1000, 0), 10 residents     2  internal, at (1000, 20)
 1  10 m × 10 m at (1020, 0), not given        3  not counted in sums, at (1000, 0)
 and 300 turned squares strewn over 400 m × 400 m round (0, 0), every third of them with a round court.
*/
type Metres = readonly [x: number, y: number];

const world = new World("footprint-shares");
const random = seededRandom(5);
let database: Database;
let index: FootprintIndex;

const ringOf = (points: readonly Metres[]) =>
  [...points, points[0]!].map((point): [number, number] => {
    const [lon, lat] = world.toLonLat(point);
    return [lon, lat];
  });
const outlineOf = (...points: Metres[]): MultiPolygonCoordinates => [[ringOf(points)]];
const PUBLIC = ["public"];
const within = (outline: MultiPolygonCoordinates, levels: readonly string[]) =>
  index.within(outlineCells(outline), levels);

beforeAll(async () => {
  database = await testDatabase();
  world.building({ ring: rectangle(1000, 0, 10, 10), residents: 10 });
  world.building({ ring: rectangle(1020, 0, 10, 10) });
  world.building({ ring: rectangle(1000, 20, 10, 10), residents: 7, level: "internal" });
  world.building({ ring: rectangle(1000, 0, 10, 10), residents: 5, inSums: false });
  for (let building = 0; building < 300; building++) {
    const [x, y] = [400 * random() - 200, 400 * random() - 200];
    const [u, v] = [5 + 20 * random(), 5 + 20 * random()];
    const square: Metres[] = [
      [x, y],
      [x + u, y + v],
      [x + u - v, y + u + v],
      [x - v, y + u],
    ];
    world.building({ ring: building % 2 === 0 ? square : square.reverse() });
  }
  await world.insert(database);
  await database.query(
    `UPDATE store.building SET geom = ST_Multi(ST_Difference(geom, ST_Buffer(ST_Centroid(geom), 0.00003)))
     WHERE district_id = $1 AND ordinal > 3 AND ordinal % 3 = 0`,
    [world.districtId],
  );
  index = indexFootprints(
    await loadFootprints(database, { districtId: world.districtId, datasetId: world.datasetId }),
  );
});
afterAll(async () => {
  await world.remove(database);
  await database.close();
});

test("a building counts by the share of its footprint inside, and so do its people", () => {
  // the western 4 m of building 0; building 1 lies 10 m off
  const found = within(outlineOf([900, -5], [1004, -5], [1004, 15], [900, 15]), PUBLIC);
  expect([...found.ordinals]).toEqual([0]);
  expect(found.shares[0]).toBeCloseTo(0.4, 6);
  expect(found.residents).toBeCloseTo(4, 5);
});

test("a building whole inside counts as one, one that only touches the outline not at all", () => {
  const found = within(outlineOf([999, -5], [1020, -5], [1020, 15], [999, 15]), PUBLIC);
  expect([...found.ordinals]).toEqual([0]);
  expect([...found.shares]).toEqual([1]);
});

test("people are null where no building has them, and internal buildings are counted for those who may see them", () => {
  const around = outlineOf([990, -5], [1040, -5], [1040, 35], [990, 35]);
  expect([...within(around, PUBLIC).ordinals].sort()).toEqual([0, 1]);
  expect(within(around, PUBLIC).residents).toBe(10);
  expect([...within(around, ["public", "internal"]).ordinals].sort()).toEqual([0, 1, 2]);
  expect(within(around, ["public", "internal"]).residents).toBe(17);
  expect(within(outlineOf([1015, -5], [1040, -5], [1040, 15], [1015, 15]), PUBLIC).residents).toBeNull();
  expect(within([], PUBLIC)).toMatchObject({ buildings: 0, residents: null });
});

test("shares and areas are those of the database's own intersection, for ragged outlines with a hole and footprints with a court", async () => {
  let cut = 0;
  for (let time = 0; time < 10; time++) {
    const reach = Array.from({ length: 60 }, () => 80 + 120 * random());
    const star = (scale: number): Metres[] =>
      reach.map((each, corner) => {
        const angle = (2 * Math.PI * corner) / reach.length;
        return [scale * each * Math.cos(angle), scale * each * Math.sin(angle)];
      });
    const outline: MultiPolygonCoordinates = [[ringOf(star(1)), ringOf(star(0.4).reverse())]];
    const { rows } = await database.query<{ ordinal: number; share: number; areaSqm: number }>(
      `SELECT ordinal, ST_Area(ST_Intersection(geom, ST_SetSRID($2::geometry, 4326))) / ST_Area(geom) AS share,
         area_sqm(ST_SetSRID($2::geometry, 4326)) AS "areaSqm"
       FROM store.building WHERE district_id = $1 AND in_sums AND level = 'public' ORDER BY ordinal`,
      [world.districtId, multiPolygonWkb(outline.map((rings) => rings.map((ring) => ring.flat())))],
    );
    // the database draws edges of 100 m as geodesics
    expect(Math.abs(outlineAreaSqm(outline) / rows[0]!.areaSqm - 1)).toBeLessThan(1e-7);
    const theirs = rows.filter(({ share }) => share > 1e-10);
    const { ordinals, shares } = within(outline, PUBLIC);
    const shareOf = new Map([...ordinals].map((ordinal, at) => [ordinal, shares[at]!]));
    expect([...shareOf.keys()].sort((a, b) => a - b)).toEqual(theirs.map(({ ordinal }) => ordinal));
    for (const { ordinal, share } of theirs) {
      expect(Math.abs(shareOf.get(ordinal)! - share)).toBeLessThan(1e-8);
      if (share < 0.999) cut++;
    }
  }
  expect(cut).toBeGreaterThan(100);
});
