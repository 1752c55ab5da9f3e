import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FARTHER, OFF_NETWORK } from "../../../server/contract/reach.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 A street of 133 m along y = 0, then 200 m of stairs that rise 30 m, then 5,320 m of street to the east. An adult walks
 1.33 m/s on the flat, stairs at the slower of 0.45 m/s along and 0.22 m/s in rise up, 0.60 and 0.30 down. Houses 13.3 m =
 10 s from the street, and a shop on it at the western end.
   0 at x = 133, below the stairs: 100 + 10 = 110 s both ways
   1 at x = 333, above them: down 200 ÷ 0.60 = 333.3 s, up 200 ÷ 0.45 = 444.4 s (by rise 30 ÷ 0.22 = 136.4 s, the lesser).
     There 110 + 333.3 = 443.3 s, back 110 + 444.4 = 554.4 s, rounded up 555 s: the worse
   2 at x = 5653, a further 4,000 s: farther than the 3,600 s searched
   3 far off the network
*/
const house = (x: number, y: number) => rectangle(x - 1, y - 1, 2, 2);
const world = new World("reach-route")
  .district(rectangle(-100, -2000, 5800, 2200))
  .building({ ring: house(133, -13.3), floors: 7, hasLift: false })
  .building({ ring: house(333, -13.3) })
  .building({ ring: house(5653, -13.3) })
  .building({ ring: house(0, -1500) })
  .node([0, 0])
  .node([133, 0])
  .node([333, 0])
  .node([5653, 0])
  .edge({ from: 0, to: 1, lengthM: 133 })
  .edge({ from: 1, to: 2, kind: "stairs", lengthM: 200, climbM: 30 })
  .edge({ from: 2, to: 3, lengthM: 5320 })
  .facility({ category: "com.shops", at: [0, 0] });

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const ask = (category: string, persona = "adult", headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/reach/${category}?district=${world.districtId}&persona=${persona}`, headers });

test("walking times that are not computed yet are busy, with when to ask again", async () => {
  const reply = await ask("com.shops");
  expect(reply.statusCode).toBe(503);
  expect(reply.json().error.code).toBe("busy");
  expect(reply.headers["retry-after"]).toBe("30");
});

test("a building has the worse of there and back, and no number of seconds where none is known", async () => {
  await computeReach(database, { districtId: world.districtId, datasetId: world.datasetId });
  const { rawPayload, headers } = await ask("com.shops");
  expect(headers["content-type"]).toBe("application/octet-stream");
  const seconds = Array.from({ length: rawPayload.length / 2 }, (_, at) => rawPayload.readInt16LE(2 * at));
  // to one second: the frame of the test and the ellipsoid differ by a little
  expect(Math.abs(seconds[0]! - 110)).toBeLessThanOrEqual(1);
  expect(Math.abs(seconds[1]! - 555)).toBeLessThanOrEqual(1);
  expect(seconds.slice(2)).toEqual([FARTHER, OFF_NETWORK]);
});

test("above the stairs, a wheelchair user has no number of seconds", async () => {
  const { rawPayload } = await ask("com.shops", "wheelchair");
  expect(rawPayload.readInt16LE(2)).toBeLessThan(0);
});

test("what is known already is not sent again", async () => {
  const { headers } = await ask("com.shops");
  const again = await ask("com.shops", "adult", { "if-none-match": String(headers.etag) });
  expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  expect((await ask("com.shops", "elderly", { "if-none-match": String(headers.etag) })).statusCode).toBe(200);
});

test.each([
  ["an unknown category", "no.such", "adult", 404, "not-found"],
  ["a category the data has nothing of", "com.market", "adult", 404, "not-found"],
  ["an unknown persona", "com.shops", "cat", 400, "invalid-parameter"],
])("%s is refused with a sentence", async (_, category, persona, status, code) => {
  const reply = await ask(category, persona);
  expect(reply.statusCode).toBe(status);
  expect(reply.json().error.code).toBe(code);
});

test("the route is published with its binary reply", async () => {
  const { paths } = (await app.inject("/api/openapi.json")).json();
  expect(paths["/api/reach/{category}"].get.responses["200"].content).toHaveProperty(
    "application/octet-stream",
  );
});

const secondsFor = async (query: string) => {
  const { rawPayload, statusCode } = await app.inject({
    url: `/api/reach/com.shops?district=${world.districtId}&${query}`,
  });
  expect(statusCode).toBe(200);
  return Array.from({ length: rawPayload.length / 2 }, (_, at) => rawPayload.readInt16LE(2 * at));
};

test("the way there and the way back are told apart: stairs cost more uphill", async () => {
  // house 1 stands above the stairs: down to the shop 443.3 s, home again 554.4 s
  const [to, from, both] = [
    await secondsFor("direction=to"),
    await secondsFor("direction=from"),
    await secondsFor("direction=both"),
  ];
  expect(Math.abs(to[1]! - 444)).toBeLessThanOrEqual(1);
  expect(Math.abs(from[1]! - 555)).toBeLessThanOrEqual(1);
  expect(both).toEqual(to.map((seconds, at) => Math.max(seconds, from[at]!)));
});

test("computed for another time with nothing closed then, every building has the seconds that are stored", async () => {
  for (const direction of ["both", "to", "from"]) {
    const query = `direction=${direction}`;
    expect(await secondsFor(`${query}&at=satT23:15`)).toEqual(await secondsFor(query));
  }
});

test("the stairs inside a house known to have no lift are added: down on the way there, up on the way back", async () => {
  // seven storeys of 3 m: 18 m to the top at 0.30 m/s down and 0.22 m/s up, half of it on average; house 1 is not known
  const [to, from] = [await secondsFor("direction=to"), await secondsFor("direction=from")];
  const added = async (query: string, plain: number[]) =>
    (await secondsFor(query)).map((seconds, at) => seconds - plain[at]!);
  expect(await added("direction=to&upstairs=mean", to)).toEqual([30, 0, 0, 0]);
  expect(await added("direction=from&upstairs=mean", from)).toEqual([41, 0, 0, 0]);
  expect(await added("direction=from&upstairs=top", from)).toEqual([82, 0, 0, 0]);
  const wheelchair = await secondsFor("persona=wheelchair&upstairs=mean");
  expect(wheelchair.slice(0, 1)).toEqual([FARTHER]);
  const { headers } = await app.inject({
    url: `/api/reach/com.shops?district=${world.districtId}&upstairs=top`,
  });
  expect(headers.etag).toBeUndefined();
});

test("on a flat map stairs are a level path: 333 m at 1.33 m/s and 10 s to the street", async () => {
  const flat = await secondsFor("map=flat");
  expect(Math.abs(flat[1]! - 261)).toBeLessThanOrEqual(1);
  expect(flat.slice(2)).toEqual([FARTHER, OFF_NETWORK]);
});

test.each([
  ["at", "at=someday"],
  ["direction", "direction=round"],
  ["map", "map=hilly"],
  ["upstairs", "upstairs=all"],
])("a wrong %s is refused by its name", async (path, query) => {
  const reply = await app.inject(`/api/reach/com.shops?district=${world.districtId}&${query}`);
  expect(reply.statusCode).toBe(400);
  expect(reply.json().error.path).toContain(path);
});
