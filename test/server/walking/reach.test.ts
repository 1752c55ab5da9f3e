import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { recordVersion } from "../../../server/database/version.ts";
import { knownRows } from "../../../server/walking/known-rows.ts";
import { loadNetwork } from "../../../server/walking/load-network.ts";
import { EDGE_KINDS } from "../../../server/walking/network.ts";
import { computeReach, isReachCurrent, loadReach } from "../../../server/walking/reach.ts";
import { fingerprintRows } from "../../../server/walking/reach-inputs.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;
const PERSONAS = ["adult", "elderly", "child", "stroller", "wheelchair"];

/*
 A street of 399 m along y = 0 and one along y = 200, joined in the east by 60 m of stairs that rise 30 m.
 A river fills y = 80 … 120. Houses of 2 m × 2 m round their centres:
   0 at (0, 20)     near the west end of the lower street
   1 at (399, 20)   at its east end, below the stairs
   2 at (200, 170)  above the river, on the upper street
   3 at (0, 1000)   far from everything
 A shop at (133, 0) on the lower street, a park along the upper street entered by its gate at (0, 210).
*/
function hillside(): World {
  const world = new World("walking-reach");
  const house = (x: number, y: number) => world.building({ ring: rectangle(x - 1, y - 1, 2, 2) });
  house(0, 20);
  house(399, 20);
  house(200, 170);
  house(0, 1000);
  world.node([0, 0]).node([399, 0]).node([399, 200]).node([0, 200]);
  world.edge({ from: 0, to: 1, lengthM: 399 });
  world.edge({ from: 1, to: 2, kind: "stairs", lengthM: 60, climbM: 30, via: [[420, 100]] });
  world.edge({ from: 2, to: 3, lengthM: 399 });
  world.water("river", rectangle(-100, 80, 450, 40));
  world.facility({ category: "com.food", at: [133, 0] });
  world.facility({ category: "park.public", ring: rectangle(0, 210, 399, 90), entrances: [[0, 210]] });
  return world;
}

let database: Database;
let world: World;
let dataset: { districtId: string; datasetId: number };

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
});
beforeEach(async () => {
  world = await hillside().insert(database);
  dataset = { districtId: world.districtId, datasetId: world.datasetId };
});
afterAll(async () => {
  await world.remove(database);
  await database.close();
});

test("a metro station that is a point on its track is reached at its entrance, not where the track lies", async () => {
  // the track lies under the far end of the lower street, the entrance at its west end, by house 0
  world.facility({ category: "trn.metro", at: [399, 0], entrances: [[0, 0]] });
  await world.insert(database);
  dataset = { districtId: world.districtId, datasetId: world.datasetId };
  await computeReach(database, dataset);
  const { personas } = await loadReach(database, { ...dataset, personas: ["adult"] });
  const metro = personas.get("adult")!.categories.get("trn.metro")!;
  // 20 m to the street; then 399 m more from the other house: 20 ÷ 1.33 = 15.04 s, 419 ÷ 1.33 = 315.04 s
  expect([...metro.toS.subarray(0, 2)]).toEqual([16, 316]);
});

test("internal facilities change nobody's reach", async () => {
  await computeReach(database, dataset);
  const before = await loadReach(database, dataset);
  world.facility({ category: "com.food", at: [399, 0], level: "internal" });
  world.facility({ category: "com.post", at: [399, 0], level: "internal" });
  await world.insert(database);
  const internal = { districtId: world.districtId, datasetId: world.datasetId };
  await computeReach(database, internal);
  expect(await loadReach(database, internal)).toEqual(before);
});

describe("the network", () => {
  test("comes out of the record as it went in", async () => {
    const network = await loadNetwork(database, dataset);
    expect([...network.edgeFrom]).toEqual([0, 1, 2]);
    expect([...network.edgeTo]).toEqual([1, 2, 3]);
    expect([...network.edgeKind].map((kind) => EDGE_KINDS[kind])).toEqual(["path", "stairs", "path"]);
    expect([...network.lengthM]).toEqual([399, 60, 399]);
    expect([...network.climbM]).toEqual([0, 30, 0]);
    expect([...network.geometryStart]).toEqual([0, 2, 5, 7]);
    const bend = world.toLonLat([420, 100]);
    expect([...network.coordinates.subarray(6, 8)]).toEqual([
      expect.closeTo(bend[0], 12),
      expect.closeTo(bend[1], 12),
    ]);
    expect(network.nodeLon[0]).toBeCloseTo(world.toLonLat([0, 0])[0], 12);
  });

  test("is read from the dataset asked for only", async () => {
    expect((await loadNetwork(database, { ...dataset, datasetId: -1 })).nodeCount).toBe(0);
  });
});

describe("reach", () => {
  test("of every building to every category is computed and kept", async () => {
    expect(await isReachCurrent(database, dataset)).toBe(false);
    const steps: string[] = [];
    await computeReach(database, dataset, {
      onProgress: ({ persona, category, done, total }) =>
        steps.push(`${persona} ${category} ${done}/${total}`),
    });
    expect(steps).toHaveLength(10);
    expect(steps[0]).toBe("adult com.food 1/10");
    expect(steps.at(-1)).toBe("wheelchair park.public 10/10");
    expect(await isReachCurrent(database, dataset)).toBe(true);

    const table = await loadReach(database, dataset);
    expect(table.buildings).toBe(4);
    expect([...table.personas.keys()].sort()).toEqual([...PERSONAS].sort());
    const adult = table.personas.get("adult")!;
    expect([...adult.onNetwork]).toEqual([1, 1, 1, 0]);
    // 0: 20 m off (15.04 s) + 133 m (100 s) = 115.04 s; 1: 15.04 + 266 m (200 s) = 215.04 s;
    // 2: 30 m off (22.56) + 199 m (149.62) + stairs down 30 ÷ 0.30 = 100 + 266 m (200) = 472.18 s;
    //    back up the stairs take 30 ÷ 0.22 = 136.36 s: 508.54 s
    const food = adult.categories.get("com.food")!;
    expect([...food.toS]).toEqual([116, 216, 473, -1]);
    expect([...food.fromS]).toEqual([116, 216, 509, -1]);
    expect([...food.metres]).toEqual([153, 286, 555, -1]);
    // the gate is 10 m off the west end of the upper street: 7.52 s
    // 0: 15.04 + 300 + 136.36 + 300 + 7.52 = 758.92; 1: 15.04 + 136.36 + 300 + 7.52 = 458.92; 2: 22.56 + 150.38 + 7.52
    const park = adult.categories.get("park.public")!;
    expect([...park.toS]).toEqual([759, 459, 181, -1]);
    expect([...park.metres]).toEqual([888, 489, 240, -1]);
  });

  test("of a wheelchair stops at the stairs, and its houses above them are not on its network", async () => {
    await computeReach(database, dataset);
    const { personas } = await loadReach(database, { ...dataset, personas: ["wheelchair"] });
    expect([...personas.keys()]).toEqual(["wheelchair"]);
    // the lower street is the largest part of the step-free network; 20 m ÷ 0.8 + 133 ÷ 0.8 = 191.25 s
    const wheelchair = personas.get("wheelchair")!;
    expect([...wheelchair.onNetwork]).toEqual([1, 1, 0, 0]);
    expect([...wheelchair.categories.get("com.food")!.toS]).toEqual([192, 358, -1, -1]);
    expect([...wheelchair.categories.get("park.public")!.toS]).toEqual([-1, -1, -1, -1]);
  });

  const rewriteCount = async () => {
    const { rows } = await database.query<{ at: string }>(
      "SELECT computed_at AS at FROM store.reach_run WHERE dataset_id = $1 ORDER BY persona",
      [dataset.datasetId],
    );
    return rows.map(({ at }) => at);
  };

  test("is not computed again when nothing has changed", async () => {
    await computeReach(database, dataset);
    const before = await rewriteCount();
    await computeReach(database, dataset, {
      onProgress: () => {
        throw new Error("nothing should be computed");
      },
    });
    expect(await rewriteCount()).toEqual(before);
  });

  test.each([
    ["an edge", "UPDATE store.walk_edge SET climb_m = 31 WHERE dataset_id = $1 AND ordinal = 1"],
    ["a facility", "DELETE FROM store.facility WHERE dataset_id = $1 AND category = 'com.food'"],
    ["an entrance", "DELETE FROM store.facility_entrance WHERE dataset_id = $1"],
    ["the water", "DELETE FROM store.water WHERE dataset_id = $1"],
    ["a building", "DELETE FROM store.building WHERE dataset_id = $1 AND ordinal = 3"],
  ])("is computed again when %s changes", async (_, change) => {
    await computeReach(database, dataset);
    await database.query(change, [dataset.datasetId]);
    expect(await isReachCurrent(database, dataset)).toBe(false);
    await computeReach(database, dataset);
    expect(await isReachCurrent(database, dataset)).toBe(true);
  });

  test("at a start rests on rows remembered by their data version, and on what is remembered only while it can be read", async () => {
    const key = `reach-rows ${dataset.districtId}`;
    const remembered = async () =>
      (await database.query<{ value: string }>("SELECT value FROM setting WHERE key = $1", [key])).rows[0]!
        .value;
    const rows = await fingerprintRows(database, dataset);
    expect(await knownRows(database, dataset)).toBe(rows);
    const kept = await remembered();
    // what is remembered is believed while the version stands, which is why every change of rows brings one
    const other = "0".repeat(64);
    await database.query("UPDATE setting SET value = $2 WHERE key = $1", [key, kept.replace(rows, other)]);
    expect(await knownRows(database, dataset)).toBe(other);
    await recordVersion(database, {
      districtId: dataset.districtId,
      actorId: "test",
      note: "test",
      changes: [],
    });
    expect(await knownRows(database, dataset)).toBe(rows);
    for (const broken of ["", "nonsense", (await remembered()).slice(0, -1), kept]) {
      await database.query("UPDATE setting SET value = $2 WHERE key = $1", [key, broken]);
      expect(await knownRows(database, dataset)).toBe(rows);
    }
    await database.query("DELETE FROM setting WHERE key = $1", [key]);
  });

  test("of a category that is gone is gone too", async () => {
    await computeReach(database, dataset);
    await database.query("DELETE FROM store.facility WHERE dataset_id = $1 AND category = 'com.food'", [
      dataset.datasetId,
    ]);
    await computeReach(database, dataset);
    const { personas } = await loadReach(database, dataset);
    expect([...personas.get("adult")!.categories.keys()]).toEqual(["park.public"]);
  });

  test("that was stopped is incomplete, and is completed by the next run from where it was", async () => {
    const stop = new AbortController();
    const seen: string[] = [];
    const stopped = computeReach(database, dataset, {
      signal: stop.signal,
      onProgress: ({ persona, category }) => {
        seen.push(`${persona} ${category}`);
        if (seen.length === 3) stop.abort(new Error("stopped by the test"));
      },
    });
    await expect(stopped).rejects.toThrow("stopped by the test");
    expect(seen).toEqual(["adult com.food", "adult park.public", "elderly com.food"]);
    const { personas } = await loadReach(database, dataset);
    expect([...personas.keys()]).toEqual(["adult"]);
    const again: string[] = [];
    await computeReach(database, dataset, { onProgress: ({ persona }) => again.push(persona) });
    expect(new Set(again)).toEqual(new Set(PERSONAS.slice(1)));
    expect(await isReachCurrent(database, dataset)).toBe(true);
  });

  test("of a dataset without network, facilities or buildings is complete and empty", async () => {
    const empty = await new World("walking-reach-empty").insert(database);
    const ids = { districtId: empty.districtId, datasetId: empty.datasetId };
    await computeReach(database, ids);
    expect(await isReachCurrent(database, ids)).toBe(true);
    const { personas, buildings } = await loadReach(database, ids);
    expect(buildings).toBe(0);
    expect(personas.get("adult")).toEqual({ onNetwork: new Uint8Array(0), categories: new Map() });
    await empty.remove(database);
  });
});
