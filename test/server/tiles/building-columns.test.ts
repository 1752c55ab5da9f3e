import { gunzipSync } from "node:zlib";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  BUILDING_COLUMNS,
  type BuildingColumn,
  columnsByteLength,
  HIDDEN_E7,
} from "../../../server/contract/building-columns.ts";
import type { Database } from "../../../server/database/database.ts";
import { recordVersion } from "../../../server/database/version.ts";
import { tileService } from "../../../server/tiles/tile-service.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import {
  CENTRE,
  removeDistrict,
  type SeededDistrict,
  seedDistrict,
} from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "building-columns";
const ADDRESS = `/tiles/building-columns?district=${DISTRICT}`;
let database: Database;
let app: FastifyInstance;
let district: SeededDistrict;

beforeAll(async () => {
  database = await testDatabase();
  district = await seedDistrict(database, DISTRICT);
  await recordParcel();
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

// a parcel of 200 m², on which the seeded building stands (350 m² of floor area) and another of 150 m² that counts as 50
async function recordParcel(): Promise<void> {
  const key = [district.id, district.datasetId];
  const box = `MULTIPOLYGON(((${CENTRE[0]} ${CENTRE[1]},${CENTRE[0] + 0.001} ${CENTRE[1]},${CENTRE[0]} ${CENTRE[1] + 0.001},${CENTRE[0]} ${CENTRE[1]})))`;
  await database.query(
    `INSERT INTO store.parcel (district_id, dataset_id, id, permitted_plot_ratio, area_sqm, geom)
     VALUES ($1, $2, 'p1', 2.5, 200, ST_GeomFromText($3, 4326))`,
    [...key, box],
  );
  await database.query(
    `INSERT INTO store.building (district_id, dataset_id, id, ordinal, footprint_sqm, floors_above, floors_source, gfa_above_sqm,
       gfa_far_sqm, use, safety_grade, residents, parcel, in_sums, geom)
     SELECT $1, $2, id, ordinal, 50, 3, 'measured', 150, 50, 'residential', 'C', 7, 'p1', in_sums, ST_GeomFromText($3, 4326)
     FROM (VALUES ('w3', 3, true), ('part', 2, false)) AS row (id, ordinal, in_sums)`,
    [...key, box],
  );
  await database.query("UPDATE store.building SET parcel = 'p1' WHERE district_id = $1 AND id = 'w1'", [
    district.id,
  ]);
}

const ask = async (address = ADDRESS) =>
  app.inject({ url: address, headers: { "accept-encoding": "identity" } });

function column(bytes: Buffer, name: BuildingColumn): number[] {
  const buildings = bytes.readUInt32LE(0);
  const first = 4 + 4 * buildings * (2 + BUILDING_COLUMNS.indexOf(name));
  return Array.from({ length: buildings }, (_, ordinal) => bytes.readFloatLE(first + 4 * ordinal));
}

test("buildings stand at their ordinal with what is known of them, and NaN for what is not", async () => {
  const { rawPayload, statusCode } = await ask();
  expect(statusCode).toBe(200);
  expect(rawPayload.readUInt32LE(0)).toBe(4);
  expect(rawPayload).toHaveLength(columnsByteLength(4));
  expect(column(rawPayload, "floors")).toEqual([3.5, Number.NaN, 3, 3]);
  expect(column(rawPayload, "yearBuilt")).toEqual([1985, Number.NaN, Number.NaN, Number.NaN]);
  // office is the third use, residential the first
  expect(column(rawPayload, "use")).toEqual([2, Number.NaN, 0, 0]);
  // grades are internal
  expect(column(rawPayload, "safetyGrade")).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  expect(column(rawPayload, "residents")).toEqual([Number.NaN, Number.NaN, 7, 7]);
  expect(column(rawPayload, "inSums")).toEqual([1, Number.NaN, 0, 1]);
});

test("a place is the centre of gravity in 1e-7 degrees, and a building that may not be seen has none", async () => {
  const { rawPayload } = await ask();
  const lonsE7 = [0, 1].map((ordinal) => rawPayload.readInt32LE(4 + 4 * ordinal));
  // w1 is a square of 0.0001° with its south-western corner in CENTRE, its centre half of that away
  expect(lonsE7).toEqual([Math.round((CENTRE[0] + 0.00005) * 1e7), HIDDEN_E7]);
  expect(rawPayload.readInt32LE(4 + 4 * 4)).toBe(Math.round((CENTRE[1] + 0.00005) * 1e7));
});

test("the built plot ratio counts each building once, by the area that counts where that is known", async () => {
  const { rawPayload } = await ask();
  // (350 + 50) ÷ 200; the part of a building is not added, but stands on the same parcel
  expect(column(rawPayload, "builtPlotRatio")).toEqual([2, Number.NaN, 2, 2]);
  expect(column(rawPayload, "permittedPlotRatio")).toEqual([2.5, Number.NaN, 2.5, 2.5]);
});

test("who may see more is sent more, and never from what was kept for others", async () => {
  const tiles = tileService(database);
  await tiles.versions.refresh();
  const seen = async (levels: string[]) =>
    gunzipSync((await tiles.buildingColumns({ districtId: DISTRICT, levels })).body!);
  const all = await seen(["public", "internal"]);
  // the second building and the grades, C the third of them
  expect(all.readInt32LE(8)).not.toBe(HIDDEN_E7);
  expect(column(all, "safetyGrade")).toEqual([Number.NaN, Number.NaN, 2, 2]);
  const few = await seen(["public"]);
  expect(few.readInt32LE(8)).toBe(HIDDEN_E7);
  expect(column(few, "safetyGrade").every(Number.isNaN)).toBe(true);
});

test("it is kept for a year under the newer version of buildings and parcels, and a change of a parcel is one", async () => {
  const version = async () => {
    const { items } = (await app.inject(`/api/layers?district=${DISTRICT}`)).json();
    const of = (name: string) => items.find((item: { name: string }) => item.name === name).version;
    return Math.max(of("building"), of("parcel"));
  };
  const before = await version();
  expect((await ask(`${ADDRESS}&v=${before}`)).headers["cache-control"]).toContain("immutable");
  await database.query(
    "UPDATE store.parcel SET permitted_plot_ratio = 3 WHERE district_id = $1 AND dataset_id = $2",
    [district.id, district.datasetId],
  );
  await recordVersion(database, {
    districtId: DISTRICT,
    actorId: "test",
    note: "plot ratio corrected",
    changes: [{ layer: "parcel", featureId: "p1", op: "update" }],
  });
  const after = await version();
  expect(after).toBeGreaterThan(before);
  const reply = await ask(`${ADDRESS}&v=${after}`);
  expect(reply.headers["cache-control"]).toContain("immutable");
  expect(column(reply.rawPayload, "permittedPlotRatio")[0]).toBe(3);
  expect((await ask(`${ADDRESS}&v=${before}`)).headers["cache-control"]).toBe("no-cache");
});

test("the plot ratio built is unknown where the floor area of any building on the parcel is", async () => {
  await database.query(
    `UPDATE store.building SET floors_above = NULL, floors_source = 'unknown', gfa_above_sqm = NULL, gfa_far_sqm = NULL
     WHERE district_id = $1 AND id = 'w3'`,
    [district.id],
  );
  await recordVersion(database, {
    districtId: DISTRICT,
    actorId: "test",
    note: "floors withdrawn",
    changes: [{ layer: "building", featureId: "w3", op: "update" }],
  });
  expect(column((await ask()).rawPayload, "builtPlotRatio")[0]).toBeNaN();
});

test("a district without buildings has nothing to send, one that is not there is refused", async () => {
  const empty = `${DISTRICT}-empty`;
  const { datasetId } = await seedDistrict(database, empty);
  await database.query("DELETE FROM store.building WHERE dataset_id = $1", [datasetId]);
  expect((await ask(`/tiles/building-columns?district=${empty}`)).statusCode).toBe(204);
  await removeDistrict(database, empty);
  expect((await ask("/tiles/building-columns?district=nowhere")).statusCode).toBe(404);
});
