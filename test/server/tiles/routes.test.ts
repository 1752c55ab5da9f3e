import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { recordVersion } from "../../../server/database/version.ts";
import { tileLayer } from "../../../server/tiles/layers.ts";
import { tileService } from "../../../server/tiles/tile-service.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import {
  CENTRE,
  removeDistrict,
  type SeededDistrict,
  seedDistrict,
} from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";
import { decodeTile } from "../../support/decode-tile.ts";

const DISTRICT = "tiles-routes";
let database: Database;
let app: FastifyInstance;
let district: SeededDistrict;

beforeAll(async () => {
  database = await testDatabase();
  district = await seedDistrict(database, DISTRICT);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

function tileOf([lon, lat]: readonly [number, number], z: number) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    z,
    x: Math.floor(((lon + 180) / 360) * 2 ** z),
    y: Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** z),
  };
}

const AT_16 = tileOf([CENTRE[0] + 0.00005, CENTRE[1] + 0.00005], 16);

function ask(path: string, headers: Record<string, string> = { "accept-encoding": "gzip" }) {
  const separator = path.includes("?") ? "&" : "?";
  return app.inject({ url: `${path}${separator}district=${DISTRICT}`, headers });
}
const pathOf = (layer: string, { z, x, y } = AT_16, suffix = "mvt") =>
  `/tiles/${layer}/${z}/${x}/${y}.${suffix}`;

async function layerVersion(layer: string): Promise<number> {
  const reply = await ask("/api/layers", {});
  return reply.json().items.find((item: { name: string }) => item.name === layer).version;
}

async function idsIn(layer: string, tile = AT_16): Promise<unknown[]> {
  const reply = await ask(pathOf(layer, tile));
  if (reply.statusCode === 204) return [];
  return decodeTile(gunzipSync(reply.rawPayload))[0]!.features.map((feature) => feature.attributes.id);
}

describe("a vector tile", () => {
  it("comes gzipped as a vector tile with the facts of its features, unknown ones left out", async () => {
    const reply = await ask(pathOf("building"));
    expect(reply.statusCode).toBe(200);
    expect(reply.headers).toMatchObject({
      "content-type": "application/vnd.mapbox-vector-tile",
      "content-encoding": "gzip",
      vary: expect.stringContaining("accept-encoding"),
    });
    const [layer] = decodeTile(gunzipSync(reply.rawPayload));
    expect(layer!.name).toBe("building");
    // 3.5 floors of 3 m; safety grade and disposition are unknown
    expect(layer!.features[0]!.attributes).toEqual({
      id: "w1",
      ordinal: 0,
      use: "office",
      floors: 3.5,
      heightM: 10.5,
      yearBuilt: 1985,
      inSums: true,
    });
  });

  it("comes plain to a client that does not take gzip", async () => {
    const reply = await ask(pathOf("building"), { "accept-encoding": "identity" });
    expect(reply.headers["content-encoding"]).toBeUndefined();
    expect(decodeTile(reply.rawPayload)[0]!.features).toHaveLength(1);
  });

  it("holds nothing internal for the public, and holds it for who may see it", async () => {
    const tile = tileOf(CENTRE, 13);
    expect(await idsIn("building", tile)).toEqual(["w1"]);
    const service = tileService(database);
    await service.versions.refresh();
    const layer = tileLayer("building")!;
    const seen = await service.vectorTile(
      { districtId: DISTRICT, layer, levels: ["public", "internal"] },
      tile,
    );
    const ids = decodeTile(gunzipSync(seen.body!))[0]!.features.map((feature) => feature.attributes.id);
    expect(ids.sort()).toEqual(["w1", "w2"]);
  });

  it("is kept for a year under its own version and asked again under another or none", async () => {
    const version = await layerVersion("building");
    const own = await ask(`${pathOf("building")}?v=${version}`);
    expect(own.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    for (const path of [
      pathOf("building"),
      `${pathOf("building")}?v=${version - 16}`,
      `${pathOf("building")}?v=x`,
    ]) {
      const other = await ask(path);
      expect(other.headers["cache-control"]).toBe("no-cache");
      expect(other.rawPayload).toEqual(own.rawPayload);
    }
  });

  it("is not sent again to a client that has it", async () => {
    const first = await ask(pathOf("building"));
    const etag = String(first.headers.etag);
    const again = await ask(pathOf("building"), { "if-none-match": etag, "accept-encoding": "gzip" });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload).toHaveLength(0);
    expect(again.headers.etag).toBe(etag);
    const other = await ask(pathOf("building"), { "if-none-match": 'W/"other"', "accept-encoding": "gzip" });
    expect(other.statusCode).toBe(200);
  });

  it("is 204 where nothing lies", async () => {
    const reply = await ask(pathOf("building", { z: 16, x: 0, y: 0 }));
    expect(reply.statusCode).toBe(204);
    expect((await ask(pathOf("parcel"))).statusCode).toBe(204);
  });

  it("of streets leaves footways out until they are needed", async () => {
    expect((await idsIn("road", tileOf(CENTRE, 13))).sort()).toEqual(["w20", "w21"]);
    expect((await idsIn("road", tileOf(CENTRE, 14))).sort()).toEqual(["w20", "w21", "w22"]);
  });

  it("shows a facility mapped as an area as one point", async () => {
    const reply = await ask(pathOf("facility", tileOf([CENTRE[0] + 0.0002, CENTRE[1] + 0.0012], 14)));
    const [feature] = decodeTile(gunzipSync(reply.rawPayload))[0]!.features;
    expect(feature!.type).toBe(1);
    expect(feature!.attributes).toMatchObject({ id: "w9", category: "primary-school" });
  });

  it("shows an edit in the next tile asked for, and the old address shows it too", async () => {
    const before = await layerVersion("building");
    const rows = [district.id, district.datasetId];
    await database.query(
      "UPDATE store.building SET use = 'residential' WHERE district_id = $1 AND dataset_id = $2 AND id = 'w1'",
      rows,
    );
    await recordVersion(database, {
      districtId: DISTRICT,
      actorId: "test",
      note: "use corrected",
      changes: [{ layer: "building", featureId: "w1", op: "update" }],
    });
    const buildingUse = async (path: string) =>
      decodeTile(gunzipSync((await ask(path)).rawPayload))[0]!.features[0]!.attributes.use;
    expect(await buildingUse(pathOf("building"))).toBe("residential");
    const after = await layerVersion("building");
    expect(after).toBeGreaterThan(before);
    expect(await buildingUse(`${pathOf("building")}?v=${after}`)).toBe("residential");
    expect(await layerVersion("road")).toBe(before);
  });
});

describe("a terrain tile", () => {
  it("is a PNG of the elevation model, flat ground beyond it, and not there without a model", async () => {
    const reply = await ask(pathOf("terrain", tileOf(CENTRE, 12), "png"));
    expect(reply.statusCode).toBe(200);
    expect(reply.headers["content-type"]).toBe("image/png");
    expect(reply.rawPayload.subarray(1, 4).toString()).toBe("PNG");
    const outside = await ask(pathOf("terrain", { z: 12, x: 0, y: 0 }, "png"));
    expect(outside.statusCode).toBe(200);
    expect(outside.rawPayload.length).toBeLessThan(reply.rawPayload.length);
    await seedDistrict(database, "tiles-no-model");
    await database.query("DELETE FROM store.elevation WHERE district_id = 'tiles-no-model'");
    const without = await app.inject({
      url: `${pathOf("terrain", undefined, "png")}?district=tiles-no-model`,
    });
    await removeDistrict(database, "tiles-no-model");
    expect(without.statusCode).toBe(404);
    expect(without.json().error.code).toBe("not-found");
  });
});

describe("refused are", () => {
  it.each([
    ["a layer that is not there", "/tiles/pipes/1/0/0.mvt", 404, "unknown-layer", undefined],
    ["a table that is no layer", "/tiles/setting/1/0/0.mvt", 404, "unknown-layer", undefined],
    ["a zoom beyond 20", "/tiles/building/21/0/0.mvt", 400, "invalid-parameter", "z"],
    ["a negative zoom", "/tiles/building/-1/0/0.mvt", 400, "invalid-parameter", "z"],
    ["a zoom that is no number", "/tiles/building/a/0/0.mvt", 400, "invalid-parameter", "z"],
    ["half a column", "/tiles/building/3/1.5/0.mvt", 400, "invalid-parameter", "x"],
    ["a column beyond the world", "/tiles/building/3/8/0.mvt", 400, "invalid-parameter", "x"],
    ["a row beyond the world", "/tiles/building/3/0/8.mvt", 400, "invalid-parameter", "y"],
    ["a terrain row beyond the world", "/tiles/terrain/3/0/8.png", 400, "invalid-parameter", "y"],
  ])("%s", async (_, path, status, code, parameter) => {
    const reply = await ask(path);
    expect(reply.statusCode).toBe(status);
    expect(reply.json().error.code).toBe(code);
    expect(reply.json().error.path).toBe(parameter);
  });

  it("a district that is not there", async () => {
    const reply = await app.inject("/tiles/building/1/0/0.mvt?district=nowhere");
    expect(reply.statusCode).toBe(404);
    expect(reply.json().error.code).toBe("unknown-district");
  });
});
