import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AcquisitionPlotList, AcquisitionPlotPage } from "../../../server/contract/acquisition-plots.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "signing";
const [LON, LAT] = CENTRE;
const SQUARE = {
  type: "Polygon",
  coordinates: [
    [
      [LON, LAT],
      [LON + 0.001, LAT],
      [LON + 0.001, LAT + 0.001],
      [LON, LAT + 0.001],
      [LON, LAT],
    ],
  ],
};
let database: Database;
let whole: FastifyInstance;
let open: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedDistrict(database, DISTRICT);
  whole = appForTests(database, { INTERNAL: "1" });
  open = appForTests(database);
});
afterAll(async () => {
  await Promise.all([whole.close(), open.close()]);
  await database.query("DELETE FROM acquisition_plot WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "DELETE";
const send = (method: Method, path: string, payload?: object, to = whole) =>
  to.inject({
    method,
    url: `/api/acquisition-plots${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const add = async (body: object) =>
  AcquisitionPlotPage.parse((await send("POST", "", { source: "test", ...body })).json()).plot.id;
const page = async (id: string, to = whole) =>
  AcquisitionPlotPage.parse((await send("GET", `/${id}`, undefined, to)).json());
const count = (id: string, on: string, stage: string, counts: Record<string, number | [number, number]>) =>
  send("POST", `/${id}/counts`, {
    ...{ stage, on },
    counts: Object.entries(counts).map(([kind, value]) =>
      Array.isArray(value) ? { kind, households: value[0], areaSqm: value[1] } : { kind, households: value },
    ),
  });

describe("an acquisition plot", () => {
  let id: string;
  it("is counted by kind and day, never lower, never above its households", async () => {
    id = await add({
      ...{ purpose: "acquisition", nameZh: "甲地块", area: SQUARE },
      households: [
        { kind: "dwelling", households: 100 },
        { kind: "shop", households: 20 },
      ],
    });
    const again = { purpose: "acquisition", nameZh: "甲地块", source: "x" };
    const named = await send("POST", "", { ...again, households: [{ kind: "shop", households: 1 }] });
    expect(named.json().error).toMatchObject({
      code: "conflict",
      details: { rule: "taken", value: "甲地块" },
    });
    const { plot } = await page(id);
    // 0.001° square: 111,320 m × cos 29.5° × 110,850 m ÷ 10⁶ = 10,740 m²
    expect(plot.areaSqm).toBeCloseTo(10_740, -2);
    expect((await count(id, "2026-03-01", "signed", { dwelling: 40 })).statusCode).toBe(200);
    await count(id, "2026-03-11", "signed", { dwelling: 60, shop: 10 });
    const told = await page(id);
    // shops were not counted yet on the first day
    expect(told.curves[1]).toMatchObject({
      stage: "signed",
      points: [
        { on: "2026-03-01", households: 40, partly: true },
        { on: "2026-03-11", households: 70, partly: false },
      ],
    });
    expect(told.plot.progress[1]!.share).toBeCloseTo(70 / 120, 12);
    const lower = (await count(id, "2026-03-12", "signed", { dwelling: 59 })).json().error;
    expect(lower).toMatchObject({
      ...{ code: "invalid-parameter", path: "counts.0.households", details: { value: "59" } },
      message: "counts.0.households is 59; it should be at least 60, counted on 2026-03-11.",
    });
    expect((await count(id, "2026-02-01", "signed", { dwelling: 41 })).json().error.message).toContain(
      "at most 40, counted on 2026-03-01",
    );
    expect((await count(id, "2026-03-12", "signed", { shop: 21 })).json().error.message).toContain(
      "at most 20, all of the plot",
    );
    expect((await count(id, "2026-03-12", "signed", { unspecified: 1 })).json().error.path).toBe(
      "counts.0.kind",
    );
    expect((await count(id, "2999-01-01", "signed", { shop: 12 })).json().error.path).toBe("on");
    expect((await count(id, "2026-03-12", "sold", { shop: 12 })).json().error.path).toBe("stage");
    const fewer = { households: [{ kind: "dwelling", households: 59 }] };
    expect((await send("PUT", `/${id}/households`, fewer)).json().error.path).toBe("households.0.households");
    // a count taken down wrongly is corrected for its day, and can be taken back
    expect((await count(id, "2026-03-11", "signed", { dwelling: 58, shop: 10 })).statusCode).toBe(200);
    await count(id, "2026-03-20", "signed", { dwelling: 58 });
    const gone = await send("DELETE", `/${id}/counts?stage=signed&on=2026-03-20`);
    expect(AcquisitionPlotPage.parse(gone.json()).curves[1]!.points).toHaveLength(2);
    expect((await send("DELETE", `/${id}/counts?stage=signed&on=2026-03-20`)).statusCode).toBe(404);
    await send("POST", `/${id}/counts`, { stage: "works-begun", on: "2026-06-01" });
    expect((await page(id)).plot.progress.at(-1)!.reachedOn).toBe("2026-06-01");
  });

  it("has a target by day, which is no more than its households", async () => {
    const target = { startsOn: "2026-03-01", dueOn: "2026-06-08", households: 120 };
    await send("PUT", `/${id}/targets/signed`, target);
    expect((await page(id)).targets).toEqual([{ stage: "signed", ...target }]);
    const wrong = { ...target, households: 121 };
    expect((await send("PUT", `/${id}/targets/signed`, wrong)).json().error.path).toBe("households");
    const early = { ...target, dueOn: "2026-03-01" };
    expect((await send("PUT", `/${id}/targets/signed`, early)).json().error.path).toBe("dueOn");
  });

  it("tells the public nothing of fewer than five households, whole only with INTERNAL=1", async () => {
    // 10 signed, then 4 more, then all but 3 of 120
    const kinds = [
      { kind: "dwelling", households: 116 },
      { kind: "shop", households: 4 },
    ];
    const more = await add({ purpose: "acquisition", nameZh: "乙地块", households: kinds });
    await count(more, "2026-04-01", "signed", { dwelling: 3, shop: 0 });
    await count(more, "2026-04-02", "signed", { dwelling: 9, shop: 1 });
    await count(more, "2026-04-03", "signed", { dwelling: 12, shop: 2 });
    await count(more, "2026-04-04", "signed", { dwelling: 115, shop: 2 });
    const few = await add({
      ...{ purpose: "acquisition", nameZh: "丙地块" },
      households: [{ kind: "dwelling", households: 4 }],
    });
    await count(few, "2026-04-01", "signed", { dwelling: 4 });
    const told = await page(more, open);
    expect(told.plot).toMatchObject({ households: 120, withheld: false });
    expect(told.plot.byKind.map(({ households }) => households)).toEqual([null, null]);
    expect(told.curves[1]!.points.map(({ households }) => households)).toEqual([10]);
    expect(told.plot.progress[1]).toMatchObject({ withheld: true, byKind: [], latest: { on: "2026-04-02" } });
    expect((await page(few, open)).plot).toMatchObject({ households: null, withheld: true, byKind: [] });
    expect((await page(more)).curves[1]!.points.map(({ households }) => households)).toEqual([
      3, 10, 14, 117,
    ]);
    const list = AcquisitionPlotList.parse((await send("GET", "", undefined, open)).json());
    // 120 of the first and 120 of the second plot; the third is left out
    expect(list.sum).toMatchObject({ told: 2, households: 240 });
    expect(list.total).toBe(3);
    const all = AcquisitionPlotList.parse((await send("GET", "")).json());
    expect(all.sum).toMatchObject({ told: 3, households: 244 });
  });

  it("is written by nobody where the installation is read-only, and only with a shape that can be", async () => {
    const readOnly = appForTests(database, { READ_ONLY: "1" });
    const counts = { stage: "signed", on: "2026-05-01", counts: [{ kind: "shop", households: 11 }] };
    expect((await send("POST", `/${id}/counts`, counts, readOnly)).statusCode).toBe(403);
    expect((await send("GET", `/${id}`, undefined, readOnly)).statusCode).toBe(200);
    await readOnly.close();
    const body = {
      ...{ purpose: "lift", nameZh: "x", source: "x" },
      households: [{ kind: "shop", households: 9 }],
    };
    const [[a, b, c, d]] = SQUARE.coordinates as [number[][]];
    const bow = { type: "Polygon", coordinates: [[a, c, b, d, a]] };
    expect((await send("POST", "", { ...body, area: bow })).json().error.code).toBe("invalid-geometry");
    expect((await send("POST", "", { ...body, project: "none" })).json().error.path).toBe("project");
  });
});

describe("Taicang", () => {
  it("stands beside as a case elsewhere: 936 of 939 by its plots, while 947 is stated", async () => {
    const { cases } = AcquisitionPlotList.parse((await send("GET", "", undefined, open)).json());
    expect(cases).toHaveLength(1);
    expect(cases[0]).toMatchObject({ nameZh: "太仓", households: 939, signed: 936, stated: 947 });
    expect(cases[0]!.plots.map(({ nameZh, households, geometry }) => [nameZh, households, geometry])).toEqual(
      [
        ["古松弄", 654, null],
        ["城厢镇三小", 208, null],
        ["胜利村", 77, null],
      ],
    );
    expect(cases[0]!.plots[2]!.progress[1]!.share).toBeCloseTo(74 / 77, 12);
    const { cases: ofLift } = AcquisitionPlotList.parse((await send("GET", "?purpose=lift")).json());
    expect(ofLift).toEqual([]);
  });
});

describe("the consent to a lift", () => {
  it("is reached with two thirds taking part and three quarters of those agreeing, by area and by number", async () => {
    const households = [{ kind: "dwelling", households: 24, areaSqm: 2400 }];
    const id = await add({ purpose: "lift", nameZh: "一单元", households });
    const judged = async () => {
      const { consent } = await page(id);
      return [consent!.status, ...consent!.tests.map(({ status }) => status)];
    };
    expect(await judged()).toEqual(["unknown", "unknown", "unknown", "unknown", "unknown"]);
    expect((await count(id, "2026-05-01", "agreed", { dwelling: 1 })).json().error.message).toContain(
      "at most 0, for nothing is counted for took-part",
    );
    // 16 of 24 is two thirds, 12 of 16 three quarters: each just enough
    await count(id, "2026-05-01", "took-part", { dwelling: [16, 1600] });
    await count(id, "2026-05-01", "agreed", { dwelling: [12, 1199] });
    expect(await judged()).toEqual(["not-met", "met", "met", "not-met", "met"]);
    await count(id, "2026-05-02", "agreed", { dwelling: [12, 1200] });
    expect(await judged()).toEqual(["met", "met", "met", "met", "met"]);
    const { consent } = await page(id);
    expect(consent!.tests[2]).toMatchObject({ value: 1200, of: 1600, share: 0.75, clauseStatus: "verified" });
    expect((await count(id, "2026-05-03", "agreed", { dwelling: 17 })).json().error.message).toContain(
      "at most 16, counted for took-part on 2026-05-01",
    );
    expect((await send("DELETE", `/${id}/counts?stage=took-part&on=2026-05-01`)).json().error.path).toBe(
      "counts.0.households",
    );
    // whose area is not told is unknown, not none
    await count(id, "2026-05-04", "took-part", { dwelling: 20 });
    await count(id, "2026-05-04", "agreed", { dwelling: 18 });
    expect(await judged()).toEqual(["unknown", "unknown", "met", "unknown", "met"]);
    // of the public, nobody is told of the 4 that are left
    expect((await page(id, open)).consent!.status).toBe("unknown");
  });
});
