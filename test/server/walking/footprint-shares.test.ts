import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { multiPolygonWkb } from "../../../server/database/wkb-writer.ts";
import { type FootprintIndex, indexFootprints } from "../../../server/walking/footprint-shares.ts";
import { loadFootprints } from "../../../server/walking/load-footprints.ts";
import type { MultiPolygonCoordinates } from "../../../server/walking/outline-of-reach.ts";
import { seededRandom } from "../../bench/seeded-random.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

/*
 0  10 m × 10 m at (0, 0)      3  with a court of 10 m × 10 m in the middle of 20 m × 20 m at (200, 0)
 1  10 m × 10 m at (100, 0)    4  internal, at (0, 50)
 2  10 m × 10 m at (300, 300)  5  not counted in sums, at (0, 0)
 then turned squares of many sizes strewn over 400 m × 400 m.
*/
const world = new World("footprint-shares");
let database: Database;
let index: FootprintIndex;

function ring(points: readonly (readonly [number, number])[]): [number, number][] {
  return [...points, points[0]!].map((point) => {
    const [lon, lat] = world.toLonLat([...point]);
    return [lon, lat];
  });
}
const box = (x: number, y: number, width: number, height: number) =>
  ring([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);

beforeAll(async () => {
  database = await testDatabase();
  world.building({ ring: rectangle(0, 0, 10, 10), residents: 10 });
  world.building({ ring: rectangle(100, 0, 10, 10), residents: 20 });
  world.building({ ring: rectangle(300, 300, 10, 10) });
  world.building({ ring: rectangle(200, 0, 20, 20), holes: [rectangle(205, 5, 10, 10)] });
  world.building({ ring: rectangle(0, 50, 10, 10), level: "internal" });
  world.building({ ring: rectangle(0, 0, 10, 10), inSums: false });
  await world.insert(database);
  index = indexFootprints(await loadFootprints(database, world));
});
afterAll(async () => {
  await world.remove(database);
  await database.close();
});
