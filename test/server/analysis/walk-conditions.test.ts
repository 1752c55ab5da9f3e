import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { computeReach } from "../../../server/walking/reach.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { askAnalysis } from "../../support/ask-analysis.ts";
import { testDatabase } from "../../support/database.ts";
import { rectangle, World } from "../../support/world.ts";

const STANDARDS = new URL("../../../geodata/standards", import.meta.url).pathname;

/*
 133 m of level street, then 40 m up over 100 m by escalator (up only, 06:30–22:30, 2 yuan) or by stairs beside it, then
 133 m of level street. An adult walks 100 s on either street. Of the path behind the upper end no rise is known.
   escalator  5 + 100 ÷ 0.5 = 205 s
   stairs     up 100 ÷ 0.45 = 222.22 s (by rise 40 ÷ 0.22 = 181.8 s, the lesser), down 100 ÷ 0.60 = 166.67 s
 A shop at the lower end; three houses of 7 floors at the upper end, 13.3 m = 10 s off the street: one known to have no
 lift, one with a lift, one of which neither floors nor lift is known. To the shop 10 + 100 + 166.67 + 100 = 376.67 s;
 back 100 + 205 + 100 + 10 = 415 s by escalator, 432.22 s by the stairs. A path behind the upper end is open 08:00–20:00.
*/
const house = (x: number) => rectangle(x - 1, -14.3, 2, 2);
const world = new World("walk-conditions")
  .complete({ building: "complete" })
  .district(rectangle(-100, -300, 800, 600))
  .building({ id: "stairs", ring: house(466), floors: 7, hasLift: false, residents: 70 })
  .building({ id: "lift", ring: house(466), floors: 7, hasLift: true, residents: 20 })
  .building({ id: "unknown", ring: house(466), floors: null, residents: 10 })
  .node([0, 0])
  .node([133, 0])
  .node([333, 0])
  .node([466, 0])
  .node([466, 133])
  .edge({ from: 0, to: 1, lengthM: 133, nameZh: "下街" })
  .edge({
    ...{ from: 1, to: 2, kind: "escalator", lengthM: 100, climbM: 40, oneWay: true, stepFree: false },
    ...{ openHours: "06:30-22:30", fare: "2 元", nameZh: "大扶梯" },
  })
  .edge({ from: 1, to: 2, kind: "stairs", lengthM: 100, climbM: 40, climbSource: "steps", steps: 258 })
  .edge({ from: 2, to: 3, lengthM: 133, nameZh: "上街" })
  .edge({ from: 3, to: 4, lengthM: 133, climbM: null, nameZh: "后门", openHours: "08:00-20:00" })
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
  await world.remove(database);
  await database.close();
});

const place = (x: number, y = 0) => [...world.toLonLat([x, y])];
const NIGHT = { at: "friT23:00" };
const NO_FARES = { fares: "avoid" };

describe("a walk up the hill", () => {
  const walk = (more: Record<string, unknown> = {}) =>
    askAnalysis(app, world.districtId, "walk-route", {
      ...{ origin: place(0), destination: place(466) },
      ...more,
    });

  it("takes the escalator while it runs, says so, and what it would be without", async () => {
    const { result } = await walk();
    expect(result.route?.seconds).toBeCloseTo(405, 1);
    expect(
      result.route?.legs.map(({ kind, nameZh, openHours, fare }) => [kind, nameZh, openHours, fare]),
    ).toEqual([
      ["path", "下街", null, null],
      ["escalator", "大扶梯", "06:30-22:30", "2 元"],
      ["path", "上街", null, null],
    ]);
    expect(result.route).toMatchObject({ ascentM: 40, descentM: 0, steps: 0, unknownRises: 0 });
    expect(result.onFoot?.route?.seconds).toBeCloseTo(422.22, 1);
    expect(result.onFoot?.route).toMatchObject({ steps: 258 });
    expect(result).toMatchObject({ whenOpen: null, missed: [] });
  });

  it.each([
    ["after hours", NIGHT],
    ["where fares are avoided", NO_FARES],
  ])("goes by the stairs %s, and names what it misses", async (_, more) => {
    const { result } = await walk(more);
    expect(result.route?.seconds).toBeCloseTo(422.22, 1);
    expect(result.route?.legs.map(({ kind }) => kind)).toEqual(["path", "stairs", "path"]);
    expect(result.onFoot).toBeNull();
    expect(result.whenOpen?.route?.seconds).toBeCloseTo(405, 1);
    expect(result.missed).toEqual([expect.objectContaining({ kind: "escalator", nameZh: "大扶梯" })]);
  });

  it("comes down by the stairs at any time, for the escalator runs up", async () => {
    const down = await walk({ origin: place(466), destination: place(0) });
    expect(down.result.route?.seconds).toBeCloseTo(366.67, 1);
    expect(down.result).toMatchObject({ onFoot: null, whenOpen: null });
    expect(down.result.route).toMatchObject({ ascentM: 0, descentM: 40, steps: 258 });
  });

  it("is none where the only path is closed, which is an answer and said", async () => {
    const behind = { destination: place(466, 100) };
    expect((await walk(behind)).result.route?.seconds).toBeCloseTo(405 + 75.2, 1);
    const { result, codes } = await walk({ ...behind, ...NIGHT });
    expect(result.route).toBeNull();
    expect(codes).toContain("no-way route");
    expect(result.missed.map(({ nameZh }) => nameZh)).toEqual(["大扶梯", "后门"]);
  });

  it("tells no error of heights where most of the way has no known rise", async () => {
    const errorOf = async (more: Record<string, unknown>) => {
      const { result } = await walk({ destination: place(466, 133), ...more });
      return [result.route?.unknownRises, result.route?.plusMinusSeconds];
    };
    expect(await errorOf({})).toEqual([1, 0]); // 133 m of 499
    expect(await errorOf({ origin: place(400) })).toEqual([1, null]); // 133 m of 199
  });

  it("is drawn from end to end, its legs adding up", async () => {
    const { result } = await walk({ origin: place(0, 13.3) });
    const { legs, seconds } = result.route!;
    // off the network no height is known; that is no climb of 0, nor a rise the network lacks
    expect(legs[0]).toMatchObject({ kind: "access", lengthM: expect.closeTo(13.3, 1), climbM: null });
    expect(result.route).toMatchObject({ ascentM: 40, unknownRises: 0 });
    expect(legs[0]!.coordinates[0]).toEqual(place(0, 13.3));
    for (const [at, leg] of legs.slice(1).entries())
      expect(leg.coordinates[0]).toEqual(legs[at]!.coordinates.at(-1));
    expect(legs.reduce((sum, leg) => sum + leg.seconds, 0)).toBeCloseTo(seconds, 1);
  });

  it.each([
    ["origin", { origin: place(200, 280) }],
    ["destination", { destination: place(200, 280) }],
  ])("is refused where the %s is off the network, by its name", async (path, more) => {
    const reply = await app.inject({
      method: "POST",
      url: `/api/analyses/walk-route?district=${world.districtId}`,
      payload: { origin: place(0), destination: place(466), ...more },
    });
    expect([reply.statusCode, reply.json().error]).toEqual([
      422,
      expect.objectContaining({ code: "not-on-network", path }),
    ]);
  });
});

describe("what the time of day and fares change", () => {
  const gap = (more: Record<string, unknown> = {}) =>
    askAnalysis(app, world.districtId, "service-gap", {
      ...{ area: { zone: `district:${world.districtId}` }, category: "com.shops", minutes: 7 },
      ...more,
    });

  it("is who lacks a shop within 7 minutes: nobody by day, all at night or without fares", async () => {
    expect((await gap()).result.lacking).toMatchObject({ buildings: 0 });
    for (const more of [NIGHT, NO_FARES]) {
      const { result } = await gap(more);
      expect(result.lacking?.buildings).toBeCloseTo(3, 9);
    }
  });

  it("is said: what is closed then, and what costs a fare", async () => {
    const { result } = await gap(NIGHT);
    const named = [expect.objectContaining({ nameZh: "大扶梯", openHours: "06:30-22:30", fare: "2 元" })];
    const gate = expect.objectContaining({ nameZh: "后门", fare: null });
    expect(result.conditions).toEqual({ closed: [...named, gate], unreadable: [], paid: named });
    expect((await gap()).result.conditions.closed).toEqual([]);
  });

  it("is minutes by building: 415 s by escalator, 433 s by the stairs", async () => {
    const seconds = async (query: string) => {
      const url = `/api/reach/com.shops?district=${world.districtId}&${query}`;
      const reply = await app.inject({ url });
      return [reply.rawPayload.readInt16LE(0), reply.headers.etag] as const;
    };
    const [day, dayTag] = await seconds("at=monT10:00");
    const [night, nightTag] = await seconds("at=monT23:00");
    expect([day, night]).toEqual([415, 433]);
    expect(dayTag).not.toBe(nightTag);
  });

  it("is coverage: the median of the worse of there and back", async () => {
    const median = async (more: Record<string, unknown>) => {
      const { result } = await askAnalysis(app, world.districtId, "life-circle-coverage", {
        area: { zone: `district:${world.districtId}` },
        ...more,
      });
      const shops = result.tiers
        .flatMap(({ categories }) => categories)
        .find(({ category }) => category === "com.shops");
      return shops?.medianSeconds;
    };
    expect(await median({})).toBe(415);
    expect(await median(NIGHT)).toBe(433);
    // the house without a lift, three storeys = 9 m up on average: 9 ÷ 0.22 = 40.9 s, and it holds most residents
    expect(await median({ upstairs: "mean" })).toBe(415 + 41);
    // six storeys, 18 m: 81.8 s
    expect(await median({ upstairs: "top" })).toBe(415 + 82);
  });

  it("is where one gets: the isochrone says what is closed on its way", async () => {
    const ask = (more: Record<string, unknown>) =>
      askAnalysis(app, world.districtId, "isochrone", { origin: place(0), minutes: [6], ...more });
    const open = await ask({});
    const closed = await ask(NIGHT);
    expect(open.result.conditions.closed).toEqual([]);
    expect(closed.result.conditions.closed[0]).toMatchObject({ nameZh: "大扶梯" });
    const area = ({ result }: typeof open) => result.features[0]!.properties.areaSqm;
    expect(area(closed)).toBeLessThan(area(open));
  });

  it("counts hours that cannot be read as open, and says so", async () => {
    await database.query(
      "UPDATE store.walk_edge SET open_hours = 'ask the guard' WHERE dataset_id = $1 AND ordinal = 1",
      [world.datasetId],
    );
    await database.query(
      "INSERT INTO data_version (district_id, actor_id, note) VALUES ($1, 'test', 'hours')",
      [world.districtId],
    );
    const { result, codes } = await gap(NIGHT);
    expect(result.conditions).toMatchObject({
      closed: [{ nameZh: "后门" }],
      unreadable: [{ nameZh: "大扶梯" }],
    });
    expect(result.lacking).toMatchObject({ buildings: 0 });
    expect(codes).toContain("hours-unreadable");
  });
});

describe("the stairs inside houses", () => {
  const gap = (upstairs: string, persona = "adult") =>
    askAnalysis(app, world.districtId, "service-gap", {
      ...{
        area: { zone: `district:${world.districtId}` },
        category: "com.shops",
        minutes: 7,
        upstairs,
        persona,
      },
    });

  it("keep back who lives in a house without a lift; with a lift or unknown they do not", async () => {
    const { result, dataQuality } = await gap("mean");
    expect(result.lacking?.buildings).toBeCloseTo(1, 9);
    expect(result.lacking?.residents).toBeCloseTo(70, 6);
    expect(dataQuality.find(({ code }) => code === "upstairs-unknown")?.share).toBeCloseTo(1 / 3, 9);
  });

  it("are named in the method only where they are counted", async () => {
    const quantities = async (upstairs: string) =>
      (await gap(upstairs)).method.map(({ quantity }) => quantity);
    expect(await quantities("top")).toContain("upstairs");
    expect(await quantities("none")).not.toContain("upstairs");
  });
});
