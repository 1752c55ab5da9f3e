import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { deleteLeftovers } from "../../../server/import/leftovers.ts";
import { testDatabase } from "../../support/database.ts";
import { recordState, STANDARDS, scratchFolder, writeBoundary } from "../../support/import-world.ts";
import { OsmFile } from "../../support/osm-file.ts";

const MOMENTS = 10;
const ID = "import-killed";
const script = fileURLToPath(new URL("../../support/killed-import.ts", import.meta.url));
const run = promisify(execFile);
const scratch = scratchFolder();
let database: Database;
let files: [string, string];
/** The number of the last statement before the dataset is live. */
let live: number;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  const file = new OsmFile();
  file.way(
    [
      [100, 100],
      [500, 100],
      [900, 100],
    ],
    { highway: "residential" },
  );
  for (let x = 100; x < 900; x += 50)
    file.rectangle(x, 120, 20, 10, { building: "house", "building:levels": "2" });
  file.node(500, 130, { amenity: "bank" });
  const ring = [
    [0, 0],
    [1000, 0],
    [1000, 1000],
    [0, 1000],
    [0, 0],
  ] as const;
  files = [file.write(scratch.path("hamlet.osm.pbf")), writeBoundary(scratch.path("square.geojson"), ring)];
  live = Number((await importKilledAt(0)).stdout);
});
afterAll(async () => {
  scratch.remove();
  await database.close();
});

/** Imports in another process that kills itself before its n-th statement; 0 = never. */
function importKilledAt(statement: number) {
  const target = inject("testDatabase");
  const where = "url" in target ? target.url : target.dataDir;
  return run(process.execPath, ["--import", "tsx", script, where, ID, ...files, String(statement)]);
}

const whatIsSeen = async () =>
  (
    await database.query(
      `SELECT (SELECT max(id) FROM dataset WHERE district_id = $1 AND status = 'live') AS dataset,
        (SELECT count(*) FROM building WHERE district_id = $1) AS buildings,
        (SELECT count(*) FROM walk_edge WHERE district_id = $1) AS edges,
        (SELECT sum(residents) FROM building WHERE district_id = $1) AS residents,
        (SELECT count(*) FROM reach WHERE district_id = $1) AS reach,
        (SELECT max(id) FROM data_version WHERE district_id = $1) AS version`,
      [ID],
    )
  ).rows[0];

test(`an import killed at any of ${MOMENTS} moments leaves everything as it was`, async () => {
  const seen = await whatIsSeen();
  const before = await recordState(database);
  for (let moment = 0; moment < MOMENTS; moment++) {
    // the last moment is the last statement of the transaction that makes it live
    const statement = 1 + Math.floor(((live - 1) * moment) / (MOMENTS - 1));
    await expect(importKilledAt(statement)).rejects.toMatchObject({ signal: "SIGKILL" });
    expect(await whatIsSeen()).toEqual(seen);
    await deleteLeftovers(database);
    expect(await recordState(database)).toEqual(before);
  }
}, 240_000);

test("one killed while it deletes what it has replaced is live, and the rest goes with the next clean-up", async () => {
  await expect(importKilledAt(live + 2)).rejects.toMatchObject({ signal: "SIGKILL" });
  const seen = (await whatIsSeen()) as Record<string, number>;
  expect(seen).toMatchObject({ buildings: 16, residents: 10 });
  expect(await deleteLeftovers(database)).toBe(1);
  const { rows } = await database.query(
    "SELECT DISTINCT dataset_id AS id FROM store.building WHERE district_id = $1",
    [ID],
  );
  expect(rows).toEqual([{ id: seen.dataset }]);
});
