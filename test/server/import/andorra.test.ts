import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadNetwork } from "../../../server/walking/load-network.ts";
import { EDGE_KINDS, type WalkNetwork } from "../../../server/walking/network.ts";
import { edgeCosts, flatDurationS, UNITS_PER_S } from "../../../server/walking/speed-model.ts";
import { testDatabase } from "../../support/database.ts";
import { importForTests } from "../../support/import-world.ts";
import { sharedData } from "../../support/osm-network.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const ID = "import-andorra";
const pbf = sharedData("andorra/andorra.osm.pbf");
if (!pbf) console.info("../shared/data is absent: a steep country with voids in its heights is not tested");

describe.skipIf(!pbf)("a steep country whose heights have voids", () => {
  let database: Database;
  let network: WalkNetwork;
  /** Edges whose rise is from the elevation model, of some length. */
  let modelled: number[];

  beforeAll(async () => {
    database = await testDatabase();
    await importForTests(database, {
      id: ID,
      pbf: pbf!,
      boundary: sharedData("andorra/boundary.geojson")!,
      dem: [sharedData("andorra/N42E001.hgt.zip")!],
      replace: true,
    });
    const { rows } = await database.query<{ id: number }>(
      "SELECT id FROM dataset WHERE district_id = $1 AND status = 'live'",
      [ID],
    );
    network = await loadNetwork(database, { districtId: ID, datasetId: rows[0]!.id });
    modelled = Array.from({ length: network.edgeCount }, (_, edge) => edge).filter(
      (edge) =>
        network.modelled[edge] === 1 &&
        !Number.isNaN(network.climbM[edge]!) &&
        ["road", "path", "crossing"].includes(EDGE_KINDS[network.edgeKind[edge]!]!),
    );
  }, 240_000);
  afterAll(() => database?.close());

  test("voids never become cliffs: every height lies within the country's, and no street is a wall", async () => {
    const { rows } = await database.query<{ low: number; high: number }>(
      "SELECT min(elevation_m) AS low, max(elevation_m) AS high FROM walk_node WHERE district_id = $1",
      [ID],
    );
    // from the Gran Valira at the border, 840 m, to Coma Pedrosa, 2,942 m, and a cell of what lies around
    expect(rows[0]!.low).toBeGreaterThan(700);
    expect(rows[0]!.high).toBeLessThan(3_000);
    const slopes = modelled
      .filter((edge) => network.lengthM[edge]! >= 30)
      .map((edge) => Math.abs(network.climbM[edge]! / network.lengthM[edge]!))
      .sort((a, b) => a - b);
    expect(slopes.length).toBeGreaterThan(1_000);
    // the steepest in a thousand is a mountain path, not a hole of the model
    expect(slopes[Math.floor(slopes.length * 0.999)]).toBeLessThan(1);
    expect(slopes.at(-1)).toBeLessThan(2);
  });

  test("up and down differ, and walking takes about 1.3 times as long as on a flat map", () => {
    const adult = standardPersona("adult");
    const { forward, reverse } = edgeCosts(network, adult, standardParameters());
    const both = modelled.filter((edge) => network.oneWay[edge] === 0 && network.lengthM[edge]! > 10);
    const sloped = both.filter((edge) => Math.abs(network.climbM[edge]! / network.lengthM[edge]!) > 0.01);
    const differing = sloped.filter((edge) => forward[edge] !== reverse[edge]);
    expect(differing.length / sloped.length).toBeGreaterThan(0.99);
    const sum = (of: (edge: number) => number) => both.reduce((total, edge) => total + of(edge), 0);
    const walkedS = sum((edge) => forward[edge]! + reverse[edge]!) / UNITS_PER_S;
    const ratio = walkedS / sum((edge) => 2 * flatDurationS(network.lengthM[edge]!, adult));
    const up = sum((edge) => Math.max(forward[edge]!, reverse[edge]!));
    const down = sum((edge) => Math.min(forward[edge]!, reverse[edge]!));
    console.info(
      `andorra: Tobler over flat ${ratio.toFixed(3)}, the slower way over the faster ${(up / down).toFixed(3)}, ${both.length} edges`,
    );
    expect(ratio).toBeGreaterThan(1.15);
    expect(ratio).toBeLessThan(1.6);
    expect(up / down).toBeGreaterThan(1.1);
  });
});
