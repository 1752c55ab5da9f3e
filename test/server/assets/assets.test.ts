import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { Asset, AssetList } from "../../../server/contract/assets.ts";
import type { Database } from "../../../server/database/database.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const DISTRICT = "idle-assets";
const world = new World(DISTRICT).district(rectangle(0, 0, 1000, 200));
let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await world.insert(database);
  app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM idle_asset WHERE district_id = $1", [DISTRICT]);
  await world.remove(database);
  await database.close();
});

const [lon, lat] = world.toLonLat([100, 100]);
const body = (more: object) => ({
  kind: "idle-house",
  nameZh: "示例闲置房屋",
  source: "test",
  lon,
  lat,
  ...more,
});
const send = (method: "POST" | "PUT", path: string, payload: object, to = app) =>
  to.inject({
    method,
    url: `/api/assets${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    payload,
  });
const list = async (query = "") =>
  AssetList.parse((await app.inject(`/api/assets?district=${DISTRICT}${query}`)).json());

it("are told with what is not known, the longest vacant first, and come out of the list when in use again", async () => {
  const add = async (more: object) => Asset.parse((await send("POST", "", body(more))).json());
  const young = await add({ vacantSince: "2024-01-01", areaSqm: 120 });
  const old = await add({ kind: "idle-land", vacantSince: "2019-05-01", intendedUse: "口袋公园" });
  const never = await add({ kind: "idle-land" });
  const found = await list();
  expect(found.items.map(({ id }) => id)).toEqual([old.id, young.id, never.id]);
  expect(found).toMatchObject({
    total: 3,
    areaSqm: 120,
    areaUnknown: 2,
    kinds: { "idle-house": 1, "idle-land": 2 },
  });
  expect((await list("&kind=idle-land&text=口袋")).items.map(({ id }) => id)).toEqual([old.id]);
  const { id: _, changes, ...asset } = old;
  const closed = { ...asset, closedOn: "2026-01-01", operator: "示例运营单位" };
  expect((await send("PUT", `/${old.id}`, closed)).json().error.code).toBe("conflict");
  const saved = await send("PUT", `/${old.id}?seen=${changes[0]!.version}`, closed);
  expect(Asset.parse(saved.json())).toMatchObject({
    closedOn: "2026-01-01",
    changes: [{ before: asset }, {}],
  });
  expect((await list("&state=idle")).items.map(({ id }) => id)).toEqual([young.id, never.id]);
});

it.each([
  ["lon", { lon: lon + 1 }],
  ["closedOn", { vacantSince: "2024-01-01", closedOn: "2023-01-01" }],
  ["closedOn", { closedOn: "2099-01-01" }],
  ["vacantSince", { vacantSince: "0026-01-01" }],
  ["areaSqm", { areaSqm: 0 }],
  ["kind", { kind: "empty" }],
])("refuses what cannot be and names %s", async (path, more) => {
  const reply = await send("POST", "", body(more));
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path });
});

it("is not written where only reading is served", async () => {
  const reader = createApp({ database, config: readConfig({ LOG_LEVEL: "silent", READ_ONLY: "1" }) });
  expect((await send("POST", "", body({}), reader)).statusCode).toBe(403);
  await reader.close();
});
