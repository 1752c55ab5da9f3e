import type { FastifyInstance } from "fastify";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AcquisitionPlotPage } from "../../../server/contract/acquisition-plots.ts";
import {
  type HouseholdBody,
  HouseholdFileReport,
  HouseholdList,
} from "../../../server/contract/households.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { XLSX_TYPE } from "../../../server/dispatch/write-sheet.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { appForTests } from "../../support/app-for-tests.ts";
import { removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "households";
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
  for (const table of ["household_import", "acquisition_plot"])
    await database.query(`DELETE FROM ${table} WHERE district_id = $1`, [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

interface Sent {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly query?: Record<string, string>;
  readonly payload?: object | string | Buffer;
  readonly type?: string;
  readonly to?: FastifyInstance;
}
const send = (url: string, { method = "GET", query = {}, payload, type, to = whole }: Sent = {}) =>
  to.inject({
    ...{ method, url: `/api/${url}`, query: { district: DISTRICT, ...query } },
    ...(payload !== undefined && { payload }),
    ...(type !== undefined && { headers: { "content-type": type } }),
  });
let plots = 0;
const addPlot = async (purpose: string, households: number, areaSqm: number | null = null) =>
  AcquisitionPlotPage.parse(
    (
      await send("acquisition-plots", {
        method: "POST",
        payload: {
          purpose,
          // of each purpose a plot has a name of its own
          nameZh: `${purpose} ${++plots}`,
          source: "x",
          households: [{ kind: "dwelling", households, areaSqm }],
        },
      })
    ).json(),
  ).plot.id;
const pageOf = async (id: string, to = whole) =>
  AcquisitionPlotPage.parse((await send(`acquisition-plots/${id}`, { to })).json());
const listOf = async (plot: string, query = {}) =>
  HouseholdList.parse((await send("households", { query: { plot, ...query } })).json());
const add = (plot: string, body: Partial<HouseholdBody> & { readonly replace?: boolean }) =>
  send("households", { method: "POST", payload: { plot, kind: "dwelling", ...body } });
const bring = (plot: string, payload: string | Buffer, more: Sent & { readonly as?: string } = {}) =>
  send(`households/${more.as ?? "imports"}`, {
    ...{ method: "POST", payload, type: more.type ?? "text/csv" },
    query: { plot, file: "户表.csv", ...more.query },
  });

describe("the households of a plot", () => {
  it("give it its numbers by kind and day", async () => {
    const plot = await addPlot("acquisition", 100);
    const refused = await add(plot, { number: "1" });
    expect(refused.json().error).toMatchObject({
      ...{ code: "conflict", details: { reason: "counted-by-hand", households: 100 } },
    });
    const added = await add(plot, {
      number: "1",
      areaSqm: 60,
      stages: { signed: "2026-03-01" },
      replace: true,
    });
    expect(added.statusCode).toBe(201);
    await add(plot, { number: "2", areaSqm: 40, stages: { signed: "2026-03-05" } });
    await add(plot, { number: "3", kind: "shop", stages: { signed: "2026-03-05" } });
    const { plot: told, curves, kept } = await pageOf(plot);
    expect(kept).toBe(3);
    // the area of the one shop is not known
    expect(told.byKind).toEqual([
      { kind: "dwelling", households: 2, areaSqm: 100 },
      { kind: "shop", households: 1, areaSqm: null },
    ]);
    // on the 1st a dwelling of 60 m² and no shop, on the 5th both dwellings and the shop
    expect(curves[1]).toEqual({
      stage: "signed",
      points: [
        { on: "2026-03-01", households: 1, areaSqm: 60, partly: false },
        { on: "2026-03-05", households: 3, areaSqm: null, partly: false },
      ],
    });
    const counts = { stage: "signed", on: "2026-03-06", counts: [{ kind: "shop", households: 1 }] };
    const byHand = await send(`acquisition-plots/${plot}/counts`, { method: "POST", payload: counts });
    expect(byHand.json().error.details).toMatchObject({ reason: "follows-households", households: 3 });
    // a stage of the plot itself is still told by hand
    const land = { stage: "land-supplied", on: "2026-06-01" };
    expect(
      (await send(`acquisition-plots/${plot}/counts`, { method: "POST", payload: land })).statusCode,
    ).toBe(200);

    const { items, changes } = await listOf(plot);
    expect(changes).toHaveLength(3);
    const { id, version, ...third } = items[2]!;
    const put = (body: object, seen: number | null) =>
      send(`households/${id}`, { method: "PUT", query: { plot, seen: String(seen) }, payload: body });
    expect((await put({ ...third, areaSqm: 25 }, version! - 1)).statusCode).toBe(409);
    expect((await put({ ...third, number: "2" }, version)).json().error.path).toBe("number");
    expect((await put({ ...third, stages: { sold: "2026-01-01" } }, version)).json().error.path).toBe(
      "stages.sold",
    );
    expect((await put({ ...third, stages: { signed: "2099-01-01" } }, version)).json().error.path).toBe(
      "stages.signed",
    );
    expect((await put({ ...third, areaSqm: 25, stages: {} }, version)).statusCode).toBe(200);
    const after = await pageOf(plot);
    expect(after.curves[1]!.points.at(-1)).toMatchObject({ households: 2, areaSqm: 100 });
    expect((await listOf(plot, { stage: "signed" })).items.map(({ number }) => number)).toEqual(["3"]);
    // what the plot itself had come to was not touched
    expect(after.plot.progress.find(({ stage }) => stage === "land-supplied")!.reachedOn).toBe("2026-06-01");
    // three households in all are told to nobody outside
    expect((await pageOf(plot, open)).plot).toMatchObject({ households: null, withheld: true });
    expect((await pageOf(plot, open)).kept).toBeNull();
  });

  it("are judged by the shares of the law, by owners and by area", async () => {
    const plot = await addPlot("lift", 24, 2400);
    // 16 of 24 take part, 12 of those agree; the twelfth owns 99 m² in place of 100
    const rows = Array.from({ length: 24 }, (_, at) => {
      const [took, agreed] = [at < 16 ? "2026-05-01" : "", at < 12 ? "2026-05-02" : ""];
      return `${at + 1},住宅,${at === 11 ? 99 : 100},${took},${agreed}`;
    });
    const csv = `户号,类别,建筑面积,参与表决,同意\n${rows.join("\n")}`;
    expect((await bring(plot, csv)).json().error.details.reason).toBe("counted-by-hand");
    const report = HouseholdFileReport.parse((await bring(plot, csv, { query: { replace: "true" } })).json());
    expect(report.counts).toEqual({ new: 24, changed: 0, same: 0, wrong: 0 });
    const { consent } = await pageOf(plot);
    // 1599 ÷ 2399 is just below two thirds, 16 ÷ 24 is two thirds; 1199 ÷ 1599 is just below three quarters, 12 ÷ 16 is that
    expect(consent!.tests.map(({ status }) => status)).toEqual(["not-met", "met", "not-met", "met"]);
    expect(consent!.tests[2]).toMatchObject({ value: 1199, of: 1599 });
    const early = await add(plot, {
      number: "25",
      stages: { "took-part": "2026-05-03", agreed: "2026-05-01" },
    });
    expect(early.json().error.path).toBe("stages.agreed");
  });

  it("come in by a file whole or not at all, and go with it", async () => {
    const plot = await addPlot("acquisition", 9);
    const wrong = "户号,类别,建筑面积,签约\nA1,住宅,60,46082\nＡ１,别墅,x,2026-13-01\n,商铺,1,2099-01-01";
    const checked = HouseholdFileReport.parse((await bring(plot, wrong, { as: "checks" })).json());
    expect(
      checked.rows.map(({ problems }) => problems.map(({ code, column }) => `${code} ${column}`)),
    ).toEqual([
      ["wrong-date 签约"],
      ["wrong-kind 类别", "wrong-area 建筑面积", "wrong-date 签约", "duplicate 户号"],
      ["wrong-number 户号", "future-date 签约"],
    ]);
    // a serial number is told with the day it seems to mean
    expect(checked.rows[0]!.problems[0]).toMatchObject({ value: "46082", expected: "2026-03-01" });
    const refused = await bring(plot, wrong, { query: { replace: "true" } });
    expect([refused.statusCode, (await listOf(plot)).known]).toEqual([409, 0]);
    expect((await bring(plot, "号,类\n1,住宅")).json().error.message).toContain("户号");

    const sheet = await writeXlsx({
      sheets: [
        {
          name: "户表",
          rows: [
            ["户号", "类别", "专班", "签约"],
            ["A1", "住宅", "甲组", "2026/3/1"],
            ["A2", "商铺", null, null],
          ],
        },
      ],
    });
    const before = await pageOf(plot);
    const xlsx = { type: XLSX_TYPE, query: { replace: "true" } };
    const first = HouseholdFileReport.parse((await bring(plot, Buffer.from(sheet), xlsx)).json());
    expect(first.counts.new).toBe(2);
    const second = HouseholdFileReport.parse(
      (await bring(plot, Buffer.from("户号,类别,签约\nA2,商铺,2026年4月2日\nA1,住宅,2026-03-01"))).json(),
    );
    expect(second.rows[0]!.changes).toEqual([{ column: "签约", before: null, after: "2026-04-02" }]);
    // a column the file has not, the team, stays as it was
    expect((await listOf(plot)).items[0]).toMatchObject({ number: "A1", team: "甲组" });
    expect((await pageOf(plot)).curves[1]!.points.map(({ households }) => households)).toEqual([1, 2]);
    const undo = (version: number | null) => send(`households/imports/${version}`, { method: "DELETE" });
    expect((await undo(first.version)).json().error.details.numbers).toEqual(["A2"]);
    expect((await undo(second.version)).statusCode).toBe(200);
    expect((await pageOf(plot)).curves[1]!.points.map(({ households }) => households)).toEqual([1]);
    expect((await undo(second.version)).statusCode).toBe(409);
    expect((await undo(first.version)).statusCode).toBe(200);
    expect((await listOf(plot)).known).toBe(0);
    // what was counted by hand before the file stands again
    const again = await pageOf(plot);
    expect([again.plot.byKind, again.curves]).toEqual([before.plot.byKind, before.curves]);
  });

  it("are told to nobody outside, and written by nobody where the installation is read-only", async () => {
    const plot = await addPlot("acquisition", 9);
    const readOnly = appForTests(database, { INTERNAL: "1", READ_ONLY: "1" });
    for (const [to, status] of [
      [open, 403],
      [readOnly, 200],
    ] as const) {
      expect((await send("households", { query: { plot }, to })).statusCode).toBe(status);
      const body = { plot, number: "1", kind: "dwelling", replace: true };
      expect((await send("households", { method: "POST", payload: body, to })).statusCode).toBe(403);
      const file = {
        method: "POST",
        payload: "户号,类别\n1,住宅",
        type: "text/csv",
        query: { plot },
        to,
      } as const;
      expect((await send("households/imports", file)).statusCode).toBe(403);
    }
    await readOnly.close();
    expect((await listOf(plot)).known).toBe(0);
  });
});
