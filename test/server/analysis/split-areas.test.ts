import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnalysisResult } from "../../../server/contract/analyses.ts";
import type { Database } from "../../../server/database/database.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { readOsmBuildings } from "../../support/osm-buildings.ts";
import { sharedData } from "../../support/osm-network.ts";
import { type SplitArea, splitAreas } from "../../support/split-area.ts";
import { rectangle, World } from "../../support/world.ts";

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await database.close();
});

type LonLat = readonly [lon: number, lat: number];
const polygon = (ring: readonly LonLat[]) => ({ type: "Polygon", coordinates: [[...ring, ring[0]!]] });

async function ask<Name extends "density" | "plot-ratio" | "filter-count">(
  districtId: string,
  name: Name,
  ring: readonly LonLat[],
): Promise<AnalysisResult<Name> | null> {
  const reply = await app.inject({
    method: "POST",
    url: `/api/analyses/${name}?district=${districtId}`,
    payload: { area: polygon(ring) },
  });
  // a part that lies wholly outside the district holds nothing of it
  if (reply.statusCode === 422 && reply.json().error.code === "area-outside-district") return null;
  expect(reply.statusCode, reply.body.slice(0, 300)).toBe(200);
  return reply.json().result;
}

// everything that has to add up, by name
async function countsOf(districtId: string, ring: readonly LonLat[]): Promise<Record<string, number>> {
  const density = await ask(districtId, "density", ring);
  if (!density) return {};
  const plotRatio = (await ask(districtId, "plot-ratio", ring))!;
  const filter = (await ask(districtId, "filter-count", ring))!;
  const classes = [...density.byHeightClass, ...density.byAgeClass].map((row) => [
    `buildings of ${row.class}`,
    row.buildings,
  ]);
  return {
    residents: density.residents ?? 0,
    dwellings: density.dwellings ?? 0,
    buildings: density.buildings,
    footprintSqm: density.footprintSqm,
    landAreaSqm: density.landAreaSqm,
    residentialLandSqm: density.residentialLandSqm ?? 0,
    insideSqm: density.areaSqm * density.insideDistrictShare,
    gfaAboveSqm: plotRatio.gfaAboveSqm ?? 0,
    constructionLandSqm: plotRatio.constructionLandSqm ?? 0,
    missingFootprintSqm: (plotRatio.missingFootprintShare ?? 0) * density.footprintSqm,
    filtered: filter.buildings,
    ...Object.fromEntries(classes),
  };
}

async function expectToAddUp(districtId: string, { whole, parts }: SplitArea): Promise<void> {
  const sums = await countsOf(districtId, whole);
  const [left, right] = [await countsOf(districtId, parts[0]), await countsOf(districtId, parts[1])];
  for (const [name, sum] of Object.entries(sums)) {
    const together = (left[name] ?? 0) + (right[name] ?? 0);
    // 1e-6 of the whole; a millionth of one where the whole is next to nothing; never less than 100 cm² of ground, because
    // an edge of up to 55 m is measured along its geodesic, 8 cm² from the straight line that a cut puts a corner on
    const least = name.endsWith("Sqm") ? 0.01 : 1e-6;
    expect(Math.abs(together - sum), `${name}: ${together} ≠ ${sum}`).toBeLessThanOrEqual(
      Math.max(least, 1e-6 * Math.abs(sum)),
    );
  }
}

// a number in [0, 1) from a whole number, always the same one
const noise = (seed: number) => {
  const wave = Math.sin(seed * 12.9898) * 43758.5453;
  return wave - Math.floor(wave);
};

/*
 A district whose edge is slanted, a river that winds through it and divides its land in two, residential and construction
 land on one bank, and 60 turned houses of 10 to 60 m, some over the river and some over the edge.
*/
function town(): World {
  const world = new World("analysis-split").district(
    [
      [-620, -380],
      [590, -450],
      [640, 410],
      [-570, 370],
    ],
    { land: false },
  );
  const north = [
    [-584, 150],
    [-100, 60],
    [200, 130],
    [623, 40],
    [640, 410],
    [-570, 370],
  ] as const;
  const south = [
    [-620, -380],
    [590, -450],
    [616, -60],
    [200, 30],
    [-100, -40],
    [-594, 20],
  ] as const;
  world
    .land("land", north)
    .land("land", south)
    .land("construction", south)
    .land("residential", rectangle(-300, -350, 500, 290));
  for (let index = 0; index < 60; index++) {
    const at = (part: number) => noise(10 * index + part);
    const [x, y, half, tall] = [1300 * at(1) - 650, 880 * at(2) - 440, 5 + 25 * at(3), 5 + 25 * at(4)];
    const turn = Math.PI * at(5);
    const corner = (dx: number, dy: number) =>
      [x + dx * Math.cos(turn) - dy * Math.sin(turn), y + dx * Math.sin(turn) + dy * Math.cos(turn)] as const;
    world.building({
      ring: [corner(-half, -tall), corner(half, -tall), corner(half, tall), corner(-half, tall)],
      floors: at(6) < 0.2 ? null : Math.ceil(30 * at(6)),
      ...(at(7) < 0.8 ? { yearBuilt: 1960 + Math.floor(60 * at(7)) } : {}),
      ...(at(8) < 0.9 ? { residents: Math.floor(300 * at(8)), dwellings: Math.floor(100 * at(8)) } : {}),
    });
  }
  return world;
}

describe("an area cut in two", () => {
  const world = town();
  beforeAll(async () => void (await world.insert(database)));
  afterAll(() => world.remove(database));
  const toLonLat = ({ whole, parts }: SplitArea): SplitArea => {
    const ring = (points: readonly LonLat[]) => points.map(world.toLonLat);
    return { whole: ring(whole), parts: [ring(parts[0]), ring(parts[1])] };
  };

  it("has parts that sum to the whole in a town with a river, across the district's edge", async () => {
    const metres = fc.double({ min: -500, max: 500, noNaN: true });
    const areas = splitAreas({ centre: fc.tuple(metres, metres), minRadius: 40, maxRadius: 600 });
    await fc.assert(
      fc.asyncProperty(areas, (area) => expectToAddUp(world.districtId, toLonLat(area))),
      { numRuns: 40 },
    );
  });

  it("is answered where the overlay with the land cannot be noded without a grid", async () => {
    // slender points that meet the bank between two floats; without a grid the embedded database lost the statement
    const ring = [
      [106.55061101815295, 29.56019137707452],
      [106.55437796019451, 29.56382754149043],
      [106.5541590621848, 29.56365420761953],
      [106.55, 29.56036086407242],
      [106.54562203980548, 29.56382754149043],
      [106.54958724195448, 29.56],
      [106.54970813598703, 29.559744830567304],
      [106.55, 29.55963913592758],
      [106.55437796019451, 29.556172458509568],
      [106.55041275804551, 29.56],
    ] as const;
    const counts = await countsOf(world.districtId, ring);
    // the southern bank is both land and construction land; the northern one is land only
    expect(counts.constructionLandSqm).toBeCloseTo(16876.383, 2);
    expect(counts.landAreaSqm).toBeGreaterThan(counts.constructionLandSqm!);
    expect(counts.landAreaSqm).toBeLessThan(counts.insideSqm!);
  });

  it("has parts that sum to the whole town, cut along one straight slanted line", async () => {
    // from corner to corner over the whole district and beyond
    const corners = [[-800, -800], [800, -800], [800, 800], [-800, 800]] as const; // biome-ignore format: one line
    const [a, b, c, d] = corners;
    const cut = toLonLat({ whole: [a, b, c, d], parts: [[a, b, c], [c, d, a]] }); // biome-ignore format: one line
    await expectToAddUp(world.districtId, cut);
    const all = await countsOf(world.districtId, cut.whole);
    expect(all.landAreaSqm).toBeGreaterThan(700_000);
    expect(all.residents).toBeGreaterThan(1000);
  });
});

const EXTRACT = sharedData("porto/porto-centre.osm.pbf");
if (EXTRACT === null) console.log("Areas are not cut on real footprints: that needs ../shared/data.");

describe.runIf(EXTRACT !== null)("an area cut in two on real footprints", () => {
  const PORTO = [-8.63, 41.135, -8.59, 41.165] as const;
  const [west, south, east, north] = PORTO;
  const world = new World("analysis-split-real", [(west + east) / 2, (south + north) / 2]);
  world.district(rectangle(-1700, -1700, 3400, 3400));

  beforeAll(async () => {
    await world.insert(database);
    const buildings = await readOsmBuildings(EXTRACT!);
    await database.query(
      `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source,
         gfa_above_sqm, residents, geom)
       SELECT $1, $2, id, row_number() OVER () - 1, area_sqm(geom), floors,
         CASE WHEN floors IS NULL THEN 'unknown' ELSE 'measured' END, floors * area_sqm(geom), ordinal % 50, geom
       FROM (
         SELECT id, floors, ordinal, polygonal(ST_GeomFromGeoJSON(outline)) AS geom
         FROM unnest($3::text[], $4::real[], $5::text[]) WITH ORDINALITY AS row (id, floors, outline, ordinal)
       ) footprint
       WHERE NOT ST_IsEmpty(geom)`,
      [
        world.districtId,
        world.datasetId,
        buildings.map(({ id }) => id),
        buildings.map(({ floors }) => floors),
        buildings.map(({ ring }) => JSON.stringify({ type: "Polygon", coordinates: [ring] })),
      ],
    );
  });
  afterAll(() => world.remove(database));

  it("has parts that sum to the whole", async () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    const centre = fc
      .tuple(fraction, fraction)
      .map(([x, y]) => [west + x * (east - west), south + y * (north - south)] as const);
    const areas = splitAreas({ centre, minRadius: 0.001, maxRadius: 0.008 });
    await fc.assert(
      fc.asyncProperty(areas, (area) => expectToAddUp(world.districtId, area)),
      { numRuns: 15 },
    );
  });
});
