import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

// a level street of 1,330 m with a house at its end, 13.3 m off it, and a shop at its start: an adult walks 1,010 s
const world = new World("standards-edited")
  .district(rectangle(-100, -300, 2000, 600))
  .building({ ring: rectangle(1329, -14.3, 2, 2) })
  .node([0, 0])
  .node([1330, 0])
  .edge({ from: 0, to: 1, lengthM: 1330 })
  .facility({ category: "com.shops", at: [0, 0] });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await world.insert(database);
  await computeReach(database, world);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM walking_edit");
  await world.remove(database);
  await database.close();
});

const get = async (url: string) => (await app.inject({ url })).json();
const patch = (url: string, payload: object) => app.inject({ method: "PATCH", url, payload });
const persona = async (id: string) => {
  const { items } = await get("/api/personas");
  return items.find((each: { id: string }) => each.id === id);
};
const parameter = async (name: string) => {
  const { items } = await get("/api/walking-parameters");
  return items.find((each: { name: string }) => each.name === name);
};
const version = async () => {
  const { rows } = await database.query<{ id: number }>(
    "SELECT max(id) AS id FROM data_version WHERE district_id = $1",
    [world.districtId],
  );
  return rows[0]!.id;
};
const settled = () =>
  expect.poll(async () => (await get("/api/reach-progress")).status, { timeout: 30_000 }).toBe("idle");
const seconds = async () => {
  const reply = await app.inject({ url: `/api/reach/com.shops?district=${world.districtId}` });
  expect(reply.statusCode).toBe(200);
  return reply.rawPayload.readInt16LE(0);
};

describe("what walking rests on", () => {
  it("is told with source, status, bounds and use", async () => {
    expect(await persona("adult")).toMatchObject({ flatMps: 1.33, status: "unverified", edits: {} });
    expect(await parameter("signal-delay")).toMatchObject({
      value: 20,
      unit: "s",
      used: "walking",
      edit: null,
    });
    expect(await parameter("stair-riser")).toMatchObject({ used: "import" });
  });

  it("is edited with a version, computes reach again, and is set back", async () => {
    expect(await seconds()).toBe(1010);
    const before = await version();
    const reply = await patch("/api/personas/adult", { set: { flatMps: 1 } });
    expect(reply.statusCode).toBe(200);
    expect((await persona("adult")).edits.flat_mps).toMatchObject({ shipped: 1.33, actorId: "local" });
    expect(await version()).toBeGreaterThan(before);
    const { rows } = await database.query("SELECT before, after FROM change WHERE version = $1", [
      await version(),
    ]);
    expect(rows).toEqual([{ before: { flat_mps: 1.33 }, after: { flat_mps: 1 } }]);
    await settled();
    expect(await seconds()).toBe(Math.ceil(1330 + 13.3));
    await patch("/api/personas/adult", { reset: ["flatMps"] });
    expect(await persona("adult")).toMatchObject({ flatMps: 1.33, edits: {} });
    await settled();
    expect(await seconds()).toBe(1010);
  });

  it("of a parameter that no walk rests on leaves reach as it is", async () => {
    const reply = await patch("/api/walking-parameters/storey-height", { value: 2.8 });
    expect(reply.statusCode).toBe(200);
    expect((await parameter("storey-height")).edit).toMatchObject({ shipped: 3 });
    expect(await seconds()).toBe(1010);
    await patch("/api/walking-parameters/storey-height", { reset: true });
    expect((await parameter("storey-height")).edit).toBeNull();
  });

  it("stays edited when a new edition of the standards is loaded", async () => {
    await patch("/api/walking-parameters/height-error", { value: 9 });
    await database.query("UPDATE setting SET value = 'an older edition' WHERE key = 'standards-sha256'");
    await loadStandards(database, STANDARDS);
    expect(await parameter("height-error")).toMatchObject({ value: 9, edit: { shipped: 6.2 } });
    await patch("/api/walking-parameters/height-error", { reset: true });
    expect(await parameter("height-error")).toMatchObject({ value: 6.2, edit: null });
  });

  it("that is set to what it is makes no version", async () => {
    const before = await version();
    expect((await patch("/api/personas/adult", { set: { flatMps: 1.33 } })).statusCode).toBe(200);
    expect(await version()).toBe(before);
  });
});

describe("an edit is refused", () => {
  it.each([
    ["a speed nobody walks", "/api/personas/adult", { set: { flatMps: 9 } }, 400, "set.flatMps"],
    [
      "stairs for a wheelchair",
      "/api/personas/wheelchair",
      { set: { stairsUpVerticalMps: 0.1 } },
      400,
      "set.stairsUpVerticalMps",
    ],
    ["no stair speed", "/api/personas/adult", { set: { stairsUpVerticalMps: null } }, 400, null],
    ["a field that is none", "/api/personas/adult", { set: { stepFree: true } }, 400, null],
    [
      "a grade beyond the slope clip",
      "/api/personas/wheelchair",
      { set: { maxGrade: 0.5 } },
      400,
      "set.maxGrade",
    ],
    ["a value beyond the bounds", "/api/walking-parameters/signal-delay", { value: 301 }, 400, "value"],
    ["a text for a number", "/api/walking-parameters/signal-delay", { value: "20" }, 400, null],
    ["an unknown persona", "/api/personas/dog", { set: { flatMps: 1 } }, 404, null],
    ["an unknown parameter", "/api/walking-parameters/luck", { value: 1 }, 404, null],
    [
      "set and set back at once",
      "/api/personas/adult",
      { set: { flatMps: 1 }, reset: ["flatMps"] },
      409,
      null,
    ],
  ])("%s, and changes nothing", async (_, url, body, status, path) => {
    const before = await version();
    const reply = await patch(url, body);
    expect([reply.statusCode, path === null ? null : reply.json().error.path]).toEqual([status, path]);
    expect(await version()).toBe(before);
  });

  it("on a read-only installation", async () => {
    const readOnly = createApp({ database, config: readConfig({ READ_ONLY: "1", LOG_LEVEL: "silent" }) });
    const reply = await readOnly.inject({
      method: "PATCH",
      url: "/api/personas/adult",
      payload: { set: { flatMps: 1 } },
    });
    expect([reply.statusCode, reply.json().error.code]).toEqual([403, "forbidden"]);
    await readOnly.close();
  });
});
