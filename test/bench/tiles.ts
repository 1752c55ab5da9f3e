// P7: building tiles that are not in any cache, against ST_AsMVT cutting the same tiles from the same rows.
import { loadSql } from "../../server/database/sql.ts";
import { encodeTile } from "../../server/tiles/encoder.ts";
import { layerStore } from "../../server/tiles/layer-store.ts";
import { layerVersions } from "../../server/tiles/layer-versions.ts";
import { tileLayer } from "../../server/tiles/layers.ts";
import { seedDistrict } from "../support/catalogue-district.ts";
import { insertOsmBuildings } from "../support/insert-osm-buildings.ts";
import { readOsmBuildings } from "../support/osm-buildings.ts";
import { sharedData } from "../support/osm-network.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, measure, withPeer } from "./bench-row.ts";

const DISTRICT = "bench-tiles";
const TILES = [
  { z: 13, x: 3900, y: 3067 },
  { z: 14, x: 7800, y: 6134 },
  { z: 15, x: 15600, y: 12268 },
  { z: 16, x: 31200, y: 24536 },
];
const peerSql = loadSql("../support/as-mvt.sql", import.meta.url);

/** Figures for P7 on the buildings of porto-centre, a tile of each zoom in the dense centre. */
export async function run(): Promise<BenchRow[]> {
  const extract = sharedData("porto/porto-centre.osm.pbf");
  if (!extract) {
    console.log("P7: ../shared/data/porto is absent.");
    return [];
  }
  const database = await benchDatabase();
  if (!database) return [];
  try {
    const district = await seedDistrict(database, DISTRICT);
    await insertOsmBuildings(database, district, await readOsmBuildings(extract));
    await database.query("ANALYZE store.building");
    const layer = tileLayer("building")!;
    const versions = layerVersions(database);
    await versions.refresh();
    const view = { districtId: DISTRICT, layer, levels: ["public"] };
    const { columns } = await layerStore(database, versions).load(view);
    const server = await database.query<{ version: string }>("SELECT postgis_lib_version() AS version");
    const rows: BenchRow[] = [];
    for (const tile of TILES) {
      const ours = await measure(() => encodeTile(columns, tile, layer));
      const theirs = await measure(() => database.query(peerSql, [DISTRICT, tile.z, tile.x, tile.y]));
      const row = { goal: "P7", task: `building tile of zoom ${tile.z}, uncompressed`, ours };
      rows.push(withPeer(row, { name: "ST_AsMVT, PostGIS", version: server.rows[0]!.version, ...theirs }));
    }
    return rows;
  } finally {
    await database.close();
  }
}
