import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { push } from "../../../server/tiles/growing-array.ts";
import { tileLayer } from "../../../server/tiles/layers.ts";
import { tileService } from "../../../server/tiles/tile-service.ts";
import { waterCourse } from "../../../server/tiles/water-course.ts";
import { geometryBuilder } from "../../../server/tiles/wkb.ts";
import { latOfWorldY, lonOfWorldX, tileBounds } from "../../../server/tiles/world.ts";
import {
  CENTRE,
  removeDistrict,
  type SeededDistrict,
  seedDistrict,
} from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";
import { decodeTile } from "../../support/decode-tile.ts";

type Edge = readonly [number, number, number, number];

function courseOf(edges: readonly Edge[]): [number, number][][] {
  const given = geometryBuilder();
  for (const [x1, y1, x2, y2] of edges) {
    for (const x of [x1, x2]) push(given.xs, x);
    for (const y of [y1, y2]) push(given.ys, y);
    push(given.partIsHole, 0);
    push(given.vertexStart, given.xs.length);
  }
  const { xs, ys, vertexStart, partIsHole } = waterCourse(given);
  return Array.from({ length: partIsHole.length }, (_, part) => {
    const [from, to] = [vertexStart.values[part]!, vertexStart.values[part + 1]!];
    return Array.from({ length: to - from }, (__, at) => [xs.values[from + at]!, ys.values[from + at]!]);
  });
}

/** Edges of 1000 along y from one x to another. */
const along = (fromX: number, toX: number, y: number): Edge[] =>
  Array.from({ length: (toX - fromX) / 1000 }, (_, step) => [
    fromX + step * 1000,
    y,
    fromX + (step + 1) * 1000,
    y,
  ]);

describe("the course of a river", () => {
  it("is the longest way through, without the spurs into bays", () => {
    // ten edges in a line and a bay of two off the fifth
    const [line, ...others] = courseOf([
      ...along(0, 10_000, 0),
      [5000, 0, 5000, 1000],
      [5000, 1000, 5000, 2000],
    ]);
    expect(others).toEqual([]);
    expect(line!.every(([, y]) => y === 0)).toBe(true);
    expect([line![0]![0], line!.at(-1)![0]].sort((a, b) => a - b)).toEqual([0, 10_000]);
  });

  it("passes an island on the shorter side", () => {
    // north of the island 2 edges of 1000 beside it, south a detour of 4000
    const [line] = courseOf([
      ...along(0, 4000, 0),
      ...along(4000, 8000, 0),
      [4000, 0, 4000, 3000],
      [4000, 3000, 8000, 3000],
      [8000, 3000, 8000, 0],
      ...along(8000, 12_000, 0),
    ]);
    expect(Math.max(...line!.map(([, y]) => Math.abs(y)))).toBe(0);
    expect(Math.abs(line!.at(-1)![0] - line![0]![0])).toBe(12_000);
  });

  it("of two pieces that do not touch is two", () => {
    expect(courseOf([...along(0, 3000, 0), ...along(9000, 12_000, 0)])).toHaveLength(2);
  });

  it("of edges without length is none", () => {
    expect(courseOf([[7, 7, 7, 7]])).toEqual([]);
  });
});

describe("the tiles of courses", () => {
  const DISTRICT = "water-course";
  const [lon, lat] = CENTRE;
  let database: Database;
  let district: SeededDistrict;
  const insert = (id: string, name: string | null, kind: string, box: readonly number[]) =>
    database.query(
      `INSERT INTO store.water (district_id, dataset_id, id, kind, name_zh, area_sqm, level, geom)
       VALUES ($1, $2, $3, $4, $5, 1, 'public', ST_Multi(ST_MakeEnvelope($6, $7, $8, $9, 4326)))`,
      [district.id, district.datasetId, id, kind, name, ...box],
    );
  beforeAll(async () => {
    database = await testDatabase();
    district = await seedDistrict(database, DISTRICT);
    // one river of 0.02° by 0.002° in two halves, as where a boundary runs in its middle
    await insert("river-south", "试江", "river", [lon, lat, lon + 0.02, lat + 0.001]);
    await insert("river-north", "试江", "river", [lon, lat + 0.001, lon + 0.02, lat + 0.002]);
    await insert("lake", "试湖", "lake", [lon, lat + 0.01, lon + 0.02, lat + 0.012]);
    await insert("ditch", null, "stream", [lon, lat + 0.02, lon + 0.02, lat + 0.022]);
  });
  afterAll(async () => {
    await removeDistrict(database, DISTRICT);
    await database.close();
  });

  it("hold one line in the middle of a river that comes in halves, and none for lakes and what has no name", async () => {
    const tiles = tileService(database);
    await tiles.versions.refresh();
    const z = 10;
    const { size } = tileBounds({ z, x: 0, y: 0 });
    const x = Math.floor(((lon + 180) / 360) * 2 ** z);
    const sine = Math.sin((lat * Math.PI) / 180);
    const y = Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z);
    const view = { districtId: DISTRICT, layer: tileLayer("water-course")!, levels: ["public"] };
    const [layer] = decodeTile(gunzipSync((await tiles.vectorTile(view, { z, x, y })).body!));
    expect(layer!.features.map(({ attributes }) => attributes)).toEqual([
      { id: "river-north", kind: "river", nameZh: "试江" },
    ]);
    const { west, north } = tileBounds({ z, x, y });
    const places = layer!.features[0]!.parts.flat().map(([px, py]) => ({
      lon: lonOfWorldX(west + (px / 4096) * size),
      lat: latOfWorldY(north + (py / 4096) * size),
    }));
    // a unit of such a tile is 0.0001°; towards an end the course may still lean to a corner
    const inner = places.filter((place) => Math.abs(place.lon - (lon + 0.01)) < 0.008);
    expect(inner.length).toBeGreaterThan(0);
    for (const place of inner) expect(Math.abs(place.lat - (lat + 0.001))).toBeLessThan(0.00015);
    for (const place of places) expect(Math.abs(place.lat - (lat + 0.001))).toBeLessThan(0.0005);
    const lons = places.map((place) => place.lon);
    expect(Math.max(...lons) - Math.min(...lons)).toBeGreaterThan(0.017);
  });
});
