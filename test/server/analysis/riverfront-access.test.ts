import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 The river lies south of y = 0; its bank is A from x = 0 to 1,000 and B from there to 2,000. All is level, an adult walks
 1.33 m in a second. The rows of the standards: at the bank within 15 m, along it within 50 m, a run of 500 m, homes within 1 km.

   y = 400        2 ------------ 4 ------ 5 \      / 6 ------ 12      B: the way 5 – 6 dips to (1500, 10)
                  |              |           \    /            |      12 – 11 ends at (1900, 12) behind a canal (y 5 … 9)
   y = 30         1 ------------ 3            \  /             |      9 – 8 – 10 is a bridge; its node 8 lies at (250, 5)
   y = 10         0                            v              11
                x=200           900      1400  1500  1600    1900
*/
const house = (x: number, y: number) => rectangle(x - 1, y - 1, 2, 2);
const world = new World("analysis-riverfront")
  .complete({ building: "complete", population: "complete", water: "complete" })
  .district(rectangle(-100, -400, 2300, 1700))
  .water("river", rectangle(-100, -400, 2300, 400))
  .water("canal", rectangle(1880, 5, 40, 4))
  .riverfront({ id: "A", line: rectangle(0, 0, 1000, 0).slice(0, 2), accessPoints: 7, river: "江" })
  .riverfront({ id: "B", line: rectangle(1000, 0, 1000, 0).slice(0, 2) })
  .node([200, 10])
  .node([200, 30])
  .node([200, 400])
  .node([900, 30])
  .node([900, 400])
  .node([1400, 400])
  .node([1600, 400])
  .node([200, 410])
  .node([250, 5])
  .node([250, 400])
  .node([250, -300])
  .node([1900, 12])
  .node([1900, 400])
  .edge({ from: 0, to: 1, lengthM: 20 })
  .edge({ from: 1, to: 2, lengthM: 370 })
  .edge({ from: 1, to: 3, lengthM: 700 })
  .edge({ from: 3, to: 4, lengthM: 370 })
  .edge({ from: 2, to: 4, lengthM: 700 })
  .edge({ from: 4, to: 5, lengthM: 500 })
  .edge({ from: 5, to: 6, lengthM: 805.2, via: [[1500, 10]] })
  .edge({ from: 9, to: 8, lengthM: 395, kind: "bridge" })
  .edge({ from: 8, to: 10, lengthM: 305, kind: "bridge" })
  .edge({ from: 6, to: 12, lengthM: 300 })
  .edge({ from: 11, to: 12, lengthM: 388 })
  .building({ id: "h0", ring: house(213.3, 143), residents: 100 })
  .building({ id: "h1", ring: house(300, 1200), residents: 50 })
  .building({ id: "h2", ring: house(1200, 413.3), residents: 60 })
  .building({ id: "h3", ring: house(1750, 800), residents: 40 })
  .road({ id: "r0", class: "primary", nameZh: "滨江路", line: rectangle(0, 250, 1350, 0).slice(0, 2) })
  .road({ id: "r1", class: "primary", nameZh: "滨江路", line: rectangle(1350, 250, 650, 0).slice(0, 2) })
  .road({ id: "r2", class: "secondary", nameZh: "后街", line: rectangle(0, 100, 2000, 0).slice(0, 2) })
  .road({
    id: "r3",
    class: "primary",
    nameZh: "高架",
    line: rectangle(0, 50, 2000, 0).slice(0, 2),
    bridge: true,
  });

const DRY = new World("analysis-riverfront-dry").district(rectangle(-100, -100, 500, 300)).building({
  ring: house(0, 0),
});

let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS);
  for (const each of [world, DRY]) await each.insert(database);
  app = appForTests(database);
});
afterAll(async () => {
  await app.close();
  for (const each of [world, DRY]) await each.remove(database);
  await database.close();
});

const ask = (more: Record<string, unknown> = {}, district = world) =>
  askAnalysis(app, district.districtId, "riverfront-access", {
    area: { zone: `district:${district.districtId}` },
    ...more,
  });
type Result = Awaited<ReturnType<typeof ask>>["result"];
const segment = (result: Result, id: string) => result.segments.find((each) => each.id === id)!;
const place = (at: readonly [number, number]) => [
  world.toLonLat(at).map((degrees) => expect.closeTo(degrees, 6)),
];
const walkOf = (walks: Result["segments"][number]["walks"], persona: string) =>
  walks.find((each) => each.persona === persona)!;

describe("access to a river bank", () => {
  it("is where the network comes to it over land, not by bridge nor across a canal", async () => {
    const { result } = await ask();
    expect(segment(result, "A").accessPoints).toEqual(place([200, 10]));
    expect(segment(result, "B").accessPoints).toEqual(place([1500, 10]));
    expect(result.bank?.accessPoints).toBe(2);
    // what the data says of itself stands beside
    expect(segment(result, "A").recordedAccessPoints).toBe(7);
  });

  it("takes those who live within 1 km in a straight line, of each segment and of any", async () => {
    const { result } = await ask();
    expect(result.all.residents).toBe(250);
    // h1 is 1,200 m away; h3 is 800 m from B, and from A the root of 750² and 800² = 1,097 m
    expect(result.bank?.near.residents).toBe(200);
    expect(segment(result, "A").near.residents).toBe(160);
    expect(segment(result, "B").near.residents).toBe(200);
  });

  it("counts the walk there and back by weight of residents", async () => {
    const { result } = await ask();
    // h0: (13.3 + 133 + 10) ÷ 1.33 = 117.5 s. h2: (13.3 + 200 + 402.6 + 10) ÷ 1.33 = 470.6 s. h3 is on no network.
    const adult = walkOf(result.bank!.walks, "adult");
    expect(adult).toMatchObject({
      medianSeconds: 118,
      within: [0.5, 0.8, 0.8],
      unreachable: expect.closeTo(0.2, 9),
    });
    expect(result.bank!.walks[0]!.curve.slice(0, 8)).toEqual([0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.8]);
    // h0: 156.3 ÷ 0.9 = 173.7 s; h2: 625.9 ÷ 0.9 = 695.4 s
    const elderly = walkOf(result.bank!.walks, "elderly");
    expect(elderly).toMatchObject({ medianSeconds: 174, within: [0.5, 0.5, 0.8] });
    // of A: h0 and h2, both sides of its half; h0 walks to A, h2 to B
    expect(walkOf(segment(result, "A").walks, "adult").within[0]).toBeCloseTo(100 / 160, 9);
    expect(segment(result, "A").nearestHere).toBeCloseTo(100 / 160, 9);
    expect(segment(result, "B").nearestHere).toBeCloseTo(60 / 160, 9);
  });

  it("says how much of the bank is open and how much continuous", async () => {
    const { result } = await ask();
    // A: from 49 m before the foot of the street at (200, 10) to 40 m beyond the end of the promenade at (900, 30), and so
    // the middles of every 5 m from 152.5 to 937.5: 158 of 200
    expect(segment(result, "A")).toMatchObject({
      lengthM: expect.closeTo(1000, 0),
      openM: expect.closeTo(790, 0),
      continuousM: expect.closeTo(790, 0),
      longestM: expect.closeTo(790, 0),
      openShare: expect.closeTo(0.79, 3),
    });
    // B: 49 m on each side of the dip, a run too short to be continuous; nothing before the canal
    expect(segment(result, "B")).toMatchObject({
      openM: expect.closeTo(100, 0),
      continuousM: 0,
      longestM: expect.closeTo(100, 0),
      continuousShare: 0,
    });
    expect(result.bank).toMatchObject({
      openShare: expect.closeTo(0.445, 3),
      continuousShare: expect.closeTo(0.395, 3),
    });
  });

  it("names the roads between homes and the bank, each once however many pieces it has, and no bridge", async () => {
    const { result } = await ask();
    // y = 250 lies between h2 and (1500, 10), and not between h0 at y = 143 and (200, 10)
    expect(result.bank!.barriers).toMatchObject([
      { nameZh: "滨江路", class: "primary", behind: { residents: 60 }, share: 60 / 160 },
    ]);
    expect(result.bank!.barriersCrossed).toBeCloseTo(60 / 160, 9);
    const { result: more } = await ask({ barriers: ["primary", "secondary"] });
    expect(more.bank!.barriers.map(({ nameZh, share }) => [nameZh, share])).toEqual([
      ["后街", 1],
      ["滨江路", 60 / 160],
    ]);
    const { result: none } = await ask({ barriers: [] });
    expect(none.bank).toMatchObject({ barriers: [], barriersCrossed: 0 });
  });

  it("takes of an area the bank in or along it and the people in it", async () => {
    // east to x = 1,000, and 50 m of B lie along it; north of the bank by 20 m, as outlines are drawn
    const { result } = await ask({ area: world.area(rectangle(-50, 20, 1050, 600)) });
    expect(result.all.residents).toBe(100);
    expect(segment(result, "A").lengthM).toBeCloseTo(1000, 0);
    // the rounded corner of 50 m reaches the root of 50² − 20² = 45.8 m at the bank
    expect(Math.abs(segment(result, "B").lengthM - 45.8)).toBeLessThan(1);
    expect(segment(result, "B").accessPoints).toEqual([]);
    expect(result.bank?.near.residents).toBe(100);
  });

  it("is unknown, not none, where the data holds no bank", async () => {
    const { result, codes } = await ask({}, DRY);
    expect(result.bank).toBeNull();
    expect(result.segments).toEqual([]);
    expect(codes).toContain("riverfront-absent bank");
    expect(codes).toContain("population-absent residents");
  });

  it("refuses a class of road that is no barrier, naming where", async () => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/riverfront-access?district=${world.districtId}`,
      payload: { area: { zone: `district:${world.districtId}` }, barriers: ["primary", "footway"] },
    });
    expect(reply.statusCode).toBe(400);
    expect(reply.json().error).toMatchObject({ code: "invalid-parameter", path: "barriers.1" });
  });
});
