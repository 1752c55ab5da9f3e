import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NetworkFinding } from "../../../server/contract/network-quality.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 400 m of path along y = 0; from its end a path of 350 m comes back to (100, 6), 6 m from the first and not joined to it.
 At its end 60 m of stairs of unknown rise, then 10 m that rise 7 m, then 10 m that rise 6 m. A part of two nodes lies at
 y = 300. One facility stands 20 m from the path, one 100 m north of the part apart: 223.6 m from the nearest edge.
*/
const world = new World("network-quality")
  .district(rectangle(-50, -100, 700, 700))
  .node([0, 0])
  .node([200, 0])
  .node([400, 0])
  .node([100, 6], null, "node/103")
  .node([460, 0])
  .node([470, 0])
  .node([480, 0])
  .node([300, 300], null, "node/107")
  .node([350, 300])
  .facility({ id: "near", category: "health.clinic", at: [200, 20] })
  .facility({ id: "far", category: "edu.primary", at: [100, 400] })
  .edge({ from: 0, to: 1, lengthM: 200 })
  .edge({ from: 1, to: 2, lengthM: 200 })
  .edge({
    from: 2,
    to: 3,
    lengthM: 350,
    via: [
      [400, 60],
      [100, 60],
    ],
  })
  .edge({ from: 2, to: 4, lengthM: 60, kind: "stairs", climbM: null })
  .edge({ from: 4, to: 5, lengthM: 10, climbM: -7 })
  .edge({ from: 5, to: 6, lengthM: 10, climbM: 6 })
  .edge({ from: 7, to: 8, lengthM: 50 });

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

const ask = (area: unknown = { zone: "district:network-quality" }) =>
  askAnalysis(app, world.districtId, "network-quality", { area });
const findingOf = async (code: NetworkFinding, area?: unknown) =>
  (await ask(area)).result.findings.find((each) => each.code === code)!;
const near = (at: readonly [number, number]) =>
  world.toLonLat(at).map((degrees) => expect.closeTo(degrees, 6));

describe("the quality of the walking network", () => {
  it("counts nodes, edges, length and the parts it falls into", async () => {
    const { result } = await ask();
    expect(result).toMatchObject({ nodes: 9, edges: 7, lengthM: 880, parts: { count: 2 } });
    expect(result.parts.largestLengthShare).toBeCloseTo(830 / 880, 9);
  });

  it("tells how much slopes slow walking, there and back, and the slower way against the faster", async () => {
    // 800 m on the flat; 20 m steeper than 35 %, taken as that: e^(3.5 · 0.40 - 0.175) = 3.404 up, e^(3.5 · 0.30 - 0.175) = 2.399 down
    const { slopes } = (await ask()).result;
    expect(slopes.lengthM).toBeCloseTo(820, 9);
    expect(slopes.overFlat).toBeCloseTo((800 + (20 * (3.404 + 2.399)) / 2) / 820, 4);
    expect(slopes.slowerOverFaster).toBeCloseTo((800 + 20 * 3.404) / (800 + 20 * 2.399), 4);
    const nowhere = (await ask(world.area(rectangle(500, 500, 50, 50)))).result.slopes;
    expect(nowhere).toEqual({ lengthM: 0, overFlat: null, slowerOverFaster: null });
  });

  it("lists small parts, with their length and a place", async () => {
    const { count, places } = await findingOf("small-part");
    expect(count).toBe(1);
    expect(places[0]).toMatchObject({ at: near([300, 300]), value: 50, sourceId: "node/107" });
  });

  it("lists an end that all but touches another edge, but not one that is simply an end", async () => {
    const { count, of, places, limit } = await findingOf("dangling-end");
    // of (0, 0), (100, 6), (480, 0) and the two of the part apart
    expect([count, of, limit]).toEqual([1, 5, 10]);
    expect(places[0]).toMatchObject({ at: near([100, 6]), sourceId: "node/103" });
    expect(places[0]!.value).toBeCloseTo(6, 2);
  });

  it("lists stairs of unknown rise", async () => {
    const { count, of, places } = await findingOf("stairs-without-rise");
    expect([count, of]).toEqual([1, 1]);
    expect(places[0]).toMatchObject({ id: "e3", kind: "stairs", value: 60, at: near([430, 0]) });
  });

  it("lists what is steeper than 60 %, up or down, and not what is just as steep", async () => {
    const { count, places, unit } = await findingOf("too-steep");
    expect([count, unit]).toEqual([1, "1"]);
    expect(places[0]).toMatchObject({ id: "e4", value: 0.7 });
  });

  it("lists facilities nobody reaches, with how far the nearest edge is", async () => {
    const { count, of, places } = await findingOf("facility-off-network");
    expect([count, of]).toEqual([1, 2]);
    expect(places[0]).toMatchObject({ id: "far", kind: "edu.primary", at: near([100, 400]) });
    expect(places[0]!.value).toBeCloseTo(Math.hypot(200, 100), 0);
  });

  it("of an area looks there only", async () => {
    const area = world.area(rectangle(250, 250, 200, 100));
    expect((await findingOf("small-part", area)).count).toBe(1);
    expect((await findingOf("too-steep", area)).count).toBe(0);
    expect((await findingOf("facility-off-network", area)).of).toBe(0);
  });
});
