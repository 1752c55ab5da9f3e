import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadSql } from "../../../server/database/sql.ts";
import { tileLayer } from "../../../server/tiles/layers.ts";
import { type TileService, tileService } from "../../../server/tiles/tile-service.ts";
import { removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";
import { type DecodedFeature, decodeTile, featureArea } from "../../support/decode-tile.ts";
import { insertOsmBuildings } from "../../support/insert-osm-buildings.ts";
import { readOsmBuildings } from "../../support/osm-buildings.ts";

const EXTRACT = fileURLToPath(new URL("../../../../shared/data/porto/porto-centre.osm.pbf", import.meta.url));
const DISTRICT = "as-mvt";
const peerSql = loadSql("../../support/as-mvt.sql", import.meta.url);
// the embedded database is built without ST_AsMVT
const possible = Boolean(process.env.TEST_DATABASE_URL) && existsSync(EXTRACT);
if (!possible)
  console.log("Tiles are not compared with ST_AsMVT: that needs TEST_DATABASE_URL and ../shared/data.");

let database: Database;
let tiles: TileService;

describe.runIf(possible)("building tiles", () => {
  beforeAll(async () => {
    database = await testDatabase();
    const district = await seedDistrict(database, DISTRICT);
    await insertOsmBuildings(database, district, await readOsmBuildings(EXTRACT));
    tiles = tileService(database);
    await tiles.versions.refresh();
  });
  afterAll(async () => {
    await removeDistrict(database, DISTRICT);
    await database.close();
  });

  // dense tiles and tiles at the edge of the data
  it.each([
    [13, 3900, 3067],
    [13, 3899, 3066],
    [14, 7800, 6134],
    [14, 7799, 6133],
    [15, 15600, 12268],
    [15, 15599, 12267],
    [16, 31200, 24536],
    [16, 31201, 24535],
  ])("of zoom %i at %i/%i hold what ST_AsMVT draws, with the same facts and area", async (z, x, y) => {
    const peer = await database.query<{ tile: Buffer }>(peerSql, [DISTRICT, z, x, y]);
    const theirs = byId(decodeTile(peer.rows[0]!.tile)[0]!.features);
    const view = { districtId: DISTRICT, layer: tileLayer("building")!, levels: ["public"] };
    const ours = byId(decodeTile(gunzipSync((await tiles.vectorTile(view, { z, x, y })).body!))[0]!.features);
    expect(ours.size).toBeGreaterThan(100);
    // a sliver at the edge of the buffer may be drawn by one and not by the other
    const missing = [...theirs.keys()].filter((id) => !ours.has(id));
    const extra = [...ours.keys()].filter((id) => !theirs.has(id));
    expect(missing.length + extra.length).toBeLessThanOrEqual(Math.ceil(theirs.size / 500));
    for (const [id, feature] of ours) {
      const other = theirs.get(id);
      if (other) expect([id, factsOf(feature)]).toEqual([id, factsOf(other)]);
    }
    expect(Math.abs(totalArea(ours) / totalArea(theirs) - 1)).toBeLessThan(0.01);
  });
});

const byId = (features: DecodedFeature[]) =>
  new Map(features.map((feature) => [String(feature.attributes.id), feature]));
const factsOf = ({ attributes, type }: DecodedFeature) => ({
  type,
  use: attributes.use,
  floors: attributes.floors,
});
const totalArea = (features: Map<string, DecodedFeature>) =>
  [...features.values()].reduce((sum, feature) => sum + featureArea(feature), 0);
