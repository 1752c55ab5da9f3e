import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WalkPath } from "../../../server/contract/walk-path.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

// a street of 8 km along y = 0, its nodes 1 km apart
const nodes = [0, 1000, 2000, 3000, 4000, 5000, 6000, 7000, 8000];
const world = nodes.slice(1).reduce(
  (built, _, index) => built.edge({ from: index, to: index + 1, lengthM: 1000 }),
  nodes.reduce(
    (built, x) => built.node([x, 0]),
    new World("analysis-walk-path").district(rectangle(-300, -300, 8600, 600)),
  ),
);

let database: Database;
let app: FastifyInstance;
beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await world.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  await world.remove(database);
  await database.close();
});

const place = (x: number, y: number) => world.toLonLat([x, y]).join();
const ask = (from: string, to: string, district = world.districtId) =>
  app.inject(`/api/walk-path?${new URLSearchParams({ from, to, district })}`);

it("answers the way along the street between two places beside it", async () => {
  const reply = await ask(place(1500, 20), place(3500, -20));
  expect(reply.statusCode).toBe(200);
  const { coordinates, lengthM } = WalkPath.parse(reply.json());
  expect(lengthM).toBeCloseTo(2000, 0);
  // its nodes at 2,000 and 3,000 m lie between
  expect(coordinates).toHaveLength(4);
  const [lon, lat] = world.toLonLat([2000, 0]);
  expect(coordinates[1]![0]).toBeCloseTo(lon, 6);
  expect(coordinates[1]![1]).toBeCloseTo(lat, 6);
});

it("refuses a way of over 5 km, naming the limit, and takes a shorter one", async () => {
  expect((await ask(place(1000, 0), place(5990, 0))).statusCode).toBe(200);
  const refused = await ask(place(1000, 0), place(6010, 0));
  expect(refused.statusCode).toBe(422);
  expect(refused.json().error).toEqual({
    code: "not-on-network",
    message: "No way of at most 5000 m along streets joins the two places.",
    path: "to",
    details: { maxM: 5000 },
  });
});

it("says which place is off the network", async () => {
  const refused = await ask(place(1000, 0), place(1000, 250));
  expect(refused.statusCode).toBe(422);
  expect(refused.json().error).toMatchObject({ code: "not-on-network", path: "to" });
});

it("refuses what is no place, and a district that is not there", async () => {
  for (const wrong of ["106.5", "a,b", "106.5;29.5", "200,29.5"]) {
    const refused = await ask(wrong, place(0, 0));
    expect(refused.statusCode).toBe(400);
    expect(refused.json().error).toMatchObject({ code: "invalid-parameter", path: "from" });
  }
  expect((await ask(place(0, 0), place(10, 0), "nowhere")).statusCode).toBe(404);
});
