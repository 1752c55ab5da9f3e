import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { abandonDataset, beginDataset } from "../../../server/import/loading-dataset.ts";
import { StartupError } from "../../../server/startup-error.ts";
import { testDatabase } from "../../support/database.ts";
import { importForTests, recordState, scratchFolder, writeBoundary } from "../../support/import-world.ts";
import { OsmFile } from "../../support/osm-file.ts";

const DISTRICT = "import-refusals";
const SQUARE = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
  [0, 0],
] as const;
const scratch = scratchFolder();
let database: Database;
let before: unknown;
let pbf: string;
let boundary: string;

function hamlet(): OsmFile {
  const file = new OsmFile();
  file.way(
    [
      [100, 100],
      [900, 100],
    ],
    { highway: "residential" },
  );
  file.rectangle(200, 120, 20, 10, { building: "house" });
  return file;
}

beforeAll(async () => {
  database = await testDatabase();
  pbf = hamlet().write(scratch.path("hamlet.osm.pbf"));
  boundary = writeBoundary(scratch.path("square.geojson"), SQUARE);
});
beforeEach(async () => {
  before = await recordState(database);
});
afterAll(async () => {
  scratch.remove();
  await database.close();
});

/** The sentence an import stops with; the record must be as it was. */
async function refusal(given: { pbf?: string; boundary?: string; dem?: string[] }): Promise<string> {
  const failure = await importForTests(database, { id: DISTRICT, pbf, boundary, ...given }).catch(
    (error) => error,
  );
  expect(failure).toBeInstanceOf(StartupError);
  expect(await recordState(database)).toEqual(before);
  const { message } = failure as StartupError;
  expect(message).not.toContain("\n");
  return message;
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(scratch.path(name), content);
  return scratch.path(name);
}

describe("an extract is refused", () => {
  test("that is not there", async () => {
    expect(await refusal({ pbf: scratch.path("none.osm.pbf") })).toMatch(/none\.osm\.pbf cannot be read/);
  });
  test("that is a folder", async () => {
    expect(await refusal({ pbf: scratch.path("") })).toMatch(/cannot be read/);
  });
  test("that is empty", async () => {
    expect(await refusal({ pbf: file("empty.osm.pbf", "") })).toMatch(/empty\.osm\.pbf is not a PBF file/);
  });
  test("that is another kind of file", async () => {
    expect(await refusal({ pbf: file("text.osm.pbf", "<osm/>".repeat(1000)) })).toMatch(/is not a PBF file/);
  });
  test.each([0.3, 0.5, 0.9, 0.99])("that ends after %d of it", async (share) => {
    const bytes = hamlet().bytes();
    const cut = file("cut.osm.pbf", bytes.subarray(0, Math.floor(share * bytes.length)));
    expect(await refusal({ pbf: cut })).toMatch(
      /cut\.osm\.pbf (is broken or cut short|holds nothing|is not a PBF)/,
    );
  });
  test("that has a byte too many", async () => {
    const longer = file("longer.osm.pbf", Buffer.concat([hamlet().bytes(), Buffer.of(0)]));
    expect(await refusal({ pbf: longer })).toMatch(/broken or cut short/);
  });
  test("whose inside is damaged", async () => {
    const bytes = hamlet().bytes();
    bytes.fill(0xff, bytes.length - 60, bytes.length - 20);
    expect(await refusal({ pbf: file("damaged.osm.pbf", bytes) })).toMatch(/broken or cut short/);
  });
  test("of another place", async () => {
    const far = new OsmFile();
    far.way(
      [
        [90_000, 90_000],
        [90_100, 90_000],
      ],
      { highway: "residential" },
    );
    expect(await refusal({ pbf: far.write(scratch.path("far.osm.pbf")) })).toMatch(
      /holds nothing inside the boundary/,
    );
  });
});

describe("a boundary is refused", () => {
  const ring = [
    [0, 0],
    [0.01, 0],
    [0.01, 0.01],
    [0, 0.01],
    [0, 0],
  ];
  const polygon = { type: "Polygon", coordinates: [ring] };
  const feature = { type: "Feature", properties: {}, geometry: polygon };
  test.each<[string, unknown, RegExp]>([
    ["that is a line", { type: "LineString", coordinates: ring }, /holds a LineString/],
    ["that is a point", { type: "Point", coordinates: [0, 0] }, /holds a Point/],
    ["that is a feature without a shape", { ...feature, geometry: null }, /is not GeoJSON/],
    ["of two features", { type: "FeatureCollection", features: [feature, feature] }, /holds 2 features/],
    ["of no feature", { type: "FeatureCollection", features: [] }, /holds 0 features/],
    ["that is empty", { type: "Polygon", coordinates: [] }, /is an empty polygon/],
    ["whose ring is open", { type: "Polygon", coordinates: [ring.slice(0, 4)] }, /not closed/],
    [
      "with null for a coordinate",
      { type: "Polygon", coordinates: [[[0, null], ...ring]] },
      /not a pair of numbers/,
    ],
    [
      "that crosses itself",
      { type: "Polygon", coordinates: [[ring[0], ring[2], ring[1], ring[3], ring[0]]] },
      /Self-intersection.*must not cross itself/,
    ],
    [
      "with latitude first",
      { type: "Polygon", coordinates: [ring.map(([x, y]) => [29 + y!, 106 + x!])] },
      /look swapped/,
    ],
    [
      "in metres",
      { type: "Polygon", coordinates: [ring.map(([x, y]) => [500_000 + x!, 3_000_000 + y!])] },
      /longitude first \(EPSG:4326\)/,
    ],
    ["that is no geometry", { hello: "world" }, /is not GeoJSON/],
  ])("%s", async (_, json, sentence) => {
    const message = await refusal({ boundary: file("boundary.geojson", JSON.stringify(json)) });
    expect(message).toMatch(/boundary\.geojson/);
    expect(message).toMatch(sentence);
  });
  test("that is not JSON", async () => {
    expect(await refusal({ boundary: file("boundary.geojson", "{") })).toMatch(/is not JSON/);
  });
  test("that is not there", async () => {
    expect(await refusal({ boundary: scratch.path("none.geojson") })).toMatch(/none\.geojson cannot be read/);
  });
});

describe("an elevation model is refused", () => {
  // SRTM tiles of 3 arc seconds: 1,201 × 1,201 samples of two bytes, named by their south-west corner
  const flat = Buffer.alloc(2 * 1_201 * 1_201);
  test("of another place, saying how much it covers", async () => {
    expect(await refusal({ dem: [file("N10E010.hgt", flat)] })).toMatch(
      /N10E010\.hgt covers 0 % of the district/,
    );
  });
  test("that does not say its coordinate system", async () => {
    const grid = "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n";
    expect(await refusal({ dem: [file("bare.asc", grid)] })).toMatch(
      /bare\.asc does not say its coordinate system/,
    );
  });
  test("that is no raster", async () => {
    expect(await refusal({ dem: [file("words.tif", "no heights here")] })).toMatch(
      /words\.tif is not an elevation model/,
    );
    expect(await refusal({ dem: [boundary] })).toMatch(/square\.geojson is not an elevation model/);
  });
  test("that is not there", async () => {
    expect(await refusal({ dem: [scratch.path("none.tif")] })).toMatch(/none\.tif cannot be read/);
  });
});

describe("a district", () => {
  const district = (id: string, adcode = "999999") => ({
    id,
    adcode,
    nameZh: "小村",
    nameEn: null,
    sample: false,
  });
  test("that is there is replaced only when asked to, and keeps its ids", async () => {
    await importForTests(database, { id: DISTRICT, pbf, boundary });
    before = await recordState(database);
    expect(await refusal({})).toMatch(/already there.*--replace.*--id/);
    await importForTests(database, { id: DISTRICT, pbf, boundary, replace: true });
    const { rows } = await database.query("SELECT id FROM building WHERE district_id = $1", [DISTRICT]);
    expect(rows).toEqual([{ id: "w2" }]);
    const datasets = await database.query("SELECT status FROM dataset WHERE district_id = $1", [DISTRICT]);
    expect(datasets.rows).toEqual([{ status: "live" }]);
  });
  test("may not take the key of another adcode", async () => {
    const wanted = { id: DISTRICT, pbf, boundary, district: district(DISTRICT, "111111"), replace: true };
    await expect(importForTests(database, wanted)).rejects.toThrow(/choose another key with --id/);
    expect(await recordState(database)).toEqual(before);
  });
  test("that is being imported is not imported a second time, nor taken for a leftover", async () => {
    const id = `${DISTRICT}-twice`;
    const running = await beginDataset(database, {
      district: district(id),
      source: "test",
      asOf: null,
      actorId: "test",
      replace: false,
    });
    await expect(importForTests(database, { id, pbf, boundary })).rejects.toThrow(
      /Another import of district .* is running/,
    );
    await abandonDataset(database, running);
    expect(await recordState(database)).toEqual(before);
  });
});
