import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { latestVersions, recordVersion, watchVersions } from "../../../server/database/version.ts";
import { testDatabase } from "../../support/database.ts";

const districtId = "version-test";
let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await database.query("DELETE FROM change WHERE district_id = $1", [districtId]);
  await database.query("DELETE FROM data_version WHERE district_id = $1", [districtId]);
  await database.close();
});

test("a version is recorded with what it changed, and is the latest of its district", async () => {
  const version = await recordVersion(database, {
    districtId,
    actorId: "local",
    note: "two floors corrected",
    changes: [
      { layer: "building", featureId: "w1", op: "update", before: { floors: null }, after: { floors: 7 } },
      { layer: "building", featureId: "w2", op: "delete", before: { floors: 3 } },
    ],
  });
  expect((await latestVersions(database)).get(districtId)).toBe(version);
  const { rows } = await database.query(
    `SELECT feature_id, op, before, after FROM change WHERE version = $1 ORDER BY feature_id`,
    [version],
  );
  expect(rows).toEqual([
    { feature_id: "w1", op: "update", before: { floors: null }, after: { floors: 7 } },
    { feature_id: "w2", op: "delete", before: { floors: 3 }, after: null },
  ]);
});

test("a version whose transaction fails is never seen", async () => {
  const before = await latestVersions(database);
  const failed = database.transaction(async (transaction) => {
    await recordVersion(transaction, { districtId, actorId: "local", note: "never", changes: [] });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await latestVersions(database)).toEqual(before);
});

test("whoever watches is told of a new version within two seconds, once", async () => {
  const told: number[] = [];
  const watch = watchVersions(database, (changed) => {
    const version = changed.get(districtId);
    if (version !== undefined) told.push(version);
  });
  const started = Date.now();
  const version = await recordVersion(database, {
    districtId,
    actorId: "local",
    note: "watched",
    changes: [],
  });
  await expect.poll(() => told, { timeout: 5_000 }).toContain(version);
  expect(Date.now() - started).toBeLessThan(2_000);
  await new Promise((fulfil) => setTimeout(fulfil, 1_500));
  watch.stop();
  // and before it of what there was when the watch began
  expect(told.filter((each) => each === version)).toEqual([version]);
  expect(told.length).toBeLessThanOrEqual(2);
});
