import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SearchReply } from "../../../server/contract/catalogue.ts";
import { LineProfile } from "../../../server/contract/line-profile.ts";
import { Place } from "../../../server/contract/place.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import {
  CENTRE,
  removeDistrict,
  type SeededDistrict,
  seedDistrict,
} from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "catalogue-finding";
const [LON, LAT] = CENTRE;
const TABLES = ["landmark", "metro_entrance", "walkway", "walk_edge", "walk_node"] as const;
let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedMore(await seedDistrict(database, DISTRICT));
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const table of TABLES)
    await database.query(`DELETE FROM store.${table} WHERE district_id = $1`, [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

// a walkway of a path up 5 m and uncounted stairs, on 中山路 one edge; two landmarks, one of them internal; an entrance
async function seedMore({ id, datasetId }: SeededDistrict): Promise<void> {
  const key = [id, datasetId];
  const point = `POINT(${LON} ${LAT})`;
  const line = `LINESTRING(${LON} ${LAT},${LON + 0.001} ${LAT})`;
  await database.query(
    `INSERT INTO store.landmark (district_id, dataset_id, id, kind, name_zh, name_en, accuracy_m, level, geom)
     VALUES ($1, $2, 'n50', 'monument', '老城钟楼', 'Old Bell Tower', 30, 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'n51', NULL, '暗门', NULL, NULL, 'internal', ST_GeomFromText($3, 4326))`,
    [...key, point],
  );
  await database.query(
    `INSERT INTO store.metro_entrance (district_id, dataset_id, id, station, ref, name_zh, geom)
     VALUES ($1, $2, 'n31', 'n30', '2', '中山路站2号口', ST_GeomFromText($3, 4326))`,
    [...key, point],
  );
  await database.query(
    `INSERT INTO store.walkway (district_id, dataset_id, id, name_zh, length_m, level, geom)
     VALUES ($1, $2, 'w60', '老城步道', 120, 'public', ST_Multi(ST_GeomFromText($3, 4326))),
       ($1, $2, 'w61', '无网步道', 120, 'public', ST_Multi(ST_GeomFromText($3, 4326))),
       ($1, $2, 'w62', '内部步道', 120, 'internal', ST_Multi(ST_GeomFromText($3, 4326)))`,
    [...key, line],
  );
  await database.query(
    `INSERT INTO store.walk_node (district_id, dataset_id, ordinal, elevation_m, geom)
     SELECT $1, $2, ordinal, height, ST_GeomFromText($3, 4326) FROM (VALUES (0, 200), (1, 205), (2, 211)) node (ordinal, height)`,
    [...key, point],
  );
  await database.query(
    `INSERT INTO store.walk_edge (district_id, dataset_id, id, ordinal, from_node, to_node, kind, length_m, climb_m,
       climb_source, step_free, name_zh, walkway, geom)
     VALUES ($1, $2, 'e0', 0, 0, 1, 'path', 100, 5, 'elevation-model', true, NULL, 'w60', ST_GeomFromText($3, 4326)),
       ($1, $2, 'e1', 1, 1, 2, 'stairs', 20, NULL, 'unknown', false, NULL, 'w60', ST_GeomFromText($3, 4326)),
       ($1, $2, 'e2', 2, 2, 0, 'road', 97, -11, 'elevation-model', true, '中山路', NULL, ST_GeomFromText($3, 4326))`,
    [...key, line],
  );
}

const ask = (path: string) => app.inject(`${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`);
const namesFound = async (q: string) => {
  const reply = SearchReply.parse((await ask(`/api/search?q=${encodeURIComponent(q)}`)).json());
  return reply.items.map((hit) => `${hit.layer} ${hit.nameZh}`);
};

describe("landmarks and station entrances", () => {
  it("are found by name, pinyin and English, the internal one not", async () => {
    expect(await namesFound("钟楼")).toEqual(["landmark 老城钟楼"]);
    expect(await namesFound("lczl")).toEqual(["landmark 老城钟楼"]);
    expect(await namesFound("bell tower")).toEqual(["landmark 老城钟楼"]);
    expect(await namesFound("2号口")).toEqual(["metro-entrance 中山路站2号口"]);
    expect(await namesFound("暗门")).toEqual([]);
    expect(await namesFound("anmen")).toEqual([]);
  });

  it("have a card, and tiles count them", async () => {
    const { properties } = (await ask("/api/features/landmark/n50")).json();
    expect(properties).toMatchObject({ kind: "monument", nameEn: "Old Bell Tower", accuracyM: 30 });
    expect((await ask("/api/features/landmark/n51")).statusCode).toBe(404);
    const { items } = (await ask("/api/layers")).json();
    expect(items.find(({ name }: { name: string }) => name === "landmark")).toMatchObject({ count: 1 });
  });
});

describe("what belongs together", () => {
  const relatedTo = async (path: string) =>
    (await ask(`/api/features/${path}`))
      .json()
      .related.map(({ layer, id }: { layer: string; id: string }) => `${layer} ${id}`);

  it("is told of a station, an entrance and a thing in a zone, and nothing internal", async () => {
    expect(await relatedTo("metro-station/n30")).toEqual(["metro-entrance n31", "zone core:old-town"]);
    expect(await relatedTo("metro-entrance/n31")).toEqual(["metro-station n30", "zone core:old-town"]);
    expect(await relatedTo("landmark/n50")).toEqual(["zone core:old-town"]);
    expect(await relatedTo("zone/core:old-town")).toEqual([]);
  });
});

describe("profiles", () => {
  it("of a walkway come from its edges; uncounted stairs leave steps and their climb unknown", async () => {
    const profile = LineProfile.parse((await ask("/api/profiles/walkway/w60")).json());
    expect(profile).toMatchObject({
      lengthM: 120,
      riseM: 5,
      fallM: 0,
      unknownRiseM: 20,
      steps: null,
      stairsM: 20,
    });
    expect(profile.sections[0]!.parts.map(({ toHeightM }) => toHeightM)).toEqual([205, 211]);
    expect(profile.walks.map(({ persona }) => persona)).toEqual([
      "adult",
      "elderly",
      "child",
      "stroller",
      "wheelchair",
    ]);
    expect(profile.walks[0]!.forwardS).toBeGreaterThan(0);
    expect(profile.walks[4]!.forwardS).toBeNull();
  });

  it("of a street take every edge of its name, from the lower end", async () => {
    const profile = LineProfile.parse((await ask("/api/profiles/road/w20")).json());
    expect(profile).toMatchObject({ lengthM: 97, riseM: 11, fallM: 0, steps: 0 });
  });

  it("of a walkway without edges are empty; internal, unknown and other things are refused", async () => {
    expect((await ask("/api/profiles/walkway/w61")).json()).toMatchObject({ lengthM: 0, sections: [] });
    expect((await ask("/api/profiles/walkway/w62")).statusCode).toBe(404);
    expect((await ask("/api/profiles/walkway/nothing")).statusCode).toBe(404);
    const refused = await ask("/api/profiles/building/w1");
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error.path).toBe("layer");
  });
});

describe("a place", () => {
  it("lies in its zones, the widest first, without internal ones", async () => {
    const place = Place.parse((await ask(`/api/place?lon=${LON}&lat=${LAT}`)).json());
    expect(place.zones.map(({ id }) => id)).toEqual([`district:${DISTRICT}`, "core:old-town"]);
    const outside = Place.parse((await ask("/api/place?lon=0&lat=0")).json());
    expect(outside).toMatchObject({ heightM: null, slope: null, cellM: null, zones: [] });
  });

  it("has the height between cell centres, null beside a void", async () => {
    // cells of 0.01°: the centre of the third one lies at LON + 0.005, LAT + 0.01, half-way to the next 350 m, at 0.7 of it 370 m
    const heightAt = async (lon: number, lat: number) =>
      Place.parse((await ask(`/api/place?lon=${lon}&lat=${lat}`)).json()).heightM;
    expect(await heightAt(LON + 0.012, LAT + 0.01)).toBeCloseTo(370, 6);
    expect(await heightAt(LON + 0.01, LAT + 0.01)).toBeCloseTo(350, 6);
    // in the middle row the second cell is void
    expect(await heightAt(LON - 0.01, LAT)).toBeNull();
  });

  it("has the slope of the nine cells around it, null where one of them is void or missing", async () => {
    const slopeAt = async (lon: number, lat: number) =>
      Place.parse((await ask(`/api/place?lon=${lon}&lat=${lat}`)).json()).slope;
    expect(await slopeAt(LON + 0.005, LAT)).toBeNull();
    expect(await slopeAt(LON - 0.015, LAT + 0.01)).toBeNull();
    await database.query("UPDATE store.elevation SET samples = $2 WHERE district_id = $1", [
      DISTRICT,
      // 100 m higher with each column eastwards: 100 ÷ (0.01 · 111,195 · cos 29.5°) = 0.10332
      Buffer.from(Float32Array.from([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3].map((step) => 100 * step)).buffer),
    ]);
    expect(await slopeAt(LON + 0.005, LAT)).toBeCloseTo(0.10333, 4);
  });

  it("is refused where it is not on earth", async () => {
    expect((await ask("/api/place?lon=181&lat=0")).json().error.path).toBe("lon");
    expect((await ask("/api/place?lon=0&lat=x")).json().error.path).toBe("lat");
  });
});
