import type { FastifyInstance } from "fastify";
import { type CellValue, readXlsx, writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { DispatchImportList, DispatchMonth, ImportPreview } from "../../../server/contract/dispatch.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "dispatch";
const [LON, LAT] = CENTRE;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
let database: Database;
let app: FastifyInstance;

const box = (side: number) =>
  `MULTIPOLYGON(((${LON} ${LAT},${LON + side} ${LAT},${LON + side} ${LAT + side},${LON} ${LAT + side},${LON} ${LAT})))`;
const appWith = (env: Record<string, string>) =>
  createApp({ database, config: readConfig({ LOG_LEVEL: "error", ...env }) });

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  const { id, datasetId } = await seedDistrict(database, DISTRICT);
  const key = [id, datasetId];
  await database.query(
    `INSERT INTO store.zone (district_id, dataset_id, id, kind, name_zh, boundary_status, area_sqm, land_area_sqm, level, geom)
     VALUES ($1, $2, 'subdistrict:daping', 'subdistrict', '大坪街道', 'schematic', 1e6, 1e6, 'public', ST_GeomFromText($3, 4326))`,
    [...key, box(0.01)],
  );
  await database.query(
    `INSERT INTO store.project (district_id, dataset_id, id, code, name_zh, categories, stage, level, geom)
     VALUES ($1, $2, 'a', 'A-1', '甲项目', '{}', '在建', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'b', 'B-2', '乙项目', '{}', '入年度计划', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'c', 'C-3', '丙项目', '{}', '谋划', 'public', ST_GeomFromText($3, 4326)),
       ($1, $2, 'n', 'N-4', '内项目', '{}', '在建', 'internal', ST_GeomFromText($3, 4326))`,
    [...key, box(0.001)],
  );
  app = appWith({});
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const address = (path: string, query: Record<string, string> = {}) =>
  `/api/${path}?${new URLSearchParams({ district: DISTRICT, ...query })}`;
const month = async (of: string, query: Record<string, string> = {}) =>
  DispatchMonth.parse((await app.inject(address("dispatch", { month: of, ...query }))).json());
const send = (bytes: Uint8Array, query: Record<string, string> = {}, to = app) =>
  to.inject({
    ...{ method: "POST", url: address("dispatch/imports", query), payload: Buffer.from(bytes) },
    headers: { "content-type": XLSX },
  });
const preview = async (bytes: Uint8Array, query: Record<string, string> = {}) => {
  const reply = await send(bytes, query);
  expect(reply.statusCode).toBe(200);
  return ImportPreview.parse(reply.json());
};

// the sheet as it was handed out, with some cells written over
async function sheet(
  of: string,
  cells: Record<string, CellValue> = {},
  more: object = {},
): Promise<Uint8Array> {
  const reply = await app.inject(address("dispatch/sheet.xlsx", { month: of, zone: "subdistrict:daping" }));
  expect(reply.statusCode).toBe(200);
  const { rows } = (await readXlsx(reply.rawPayload)).sheets[0]!;
  for (const [cell, value] of Object.entries(cells)) {
    const [, letters, number] = /^([A-Z]+)(\d+)$/.exec(cell)!;
    const at = Number(number) - 1;
    while (rows.length <= at) rows.push([]);
    rows[at]![letters!.charCodeAt(0) - 65] = value;
  }
  return writeXlsx({ sheets: [{ name: "调度表", rows, ...more }] });
}
const RETURNED = {
  ...{ E5: "示例单位", H5: "2405-500103-04-01-123456", I5: 5000, J5: 1200, K5: 100, L5: 900, M5: 900 },
  ...{ N5: 1000, O5: 800.5, P5: "主体封顶", Q5: 45 },
};
const returns = async () =>
  (
    await database.query("SELECT * FROM dispatch_return WHERE district_id = $1 ORDER BY project_id, month", [
      DISTRICT,
    ])
  ).rows;

describe("the sheet of a month", () => {
  it("goes out for a subdistrict with a standing head, checked cells and no internal project", async () => {
    await database.query(
      `INSERT INTO project_responsibility (district_id, project_id, unit, implementer, named_on)
       SELECT $1, id, '区住建委', '示例实施主体', '2026-09-01' FROM project WHERE district_id = $1 AND code = 'A-1'`,
      [DISTRICT],
    );
    const reply = await app.inject(
      address("dispatch/sheet.xlsx", { month: "2026-10", zone: "subdistrict:daping" }),
    );
    expect(decodeURIComponent(String(reply.headers["content-disposition"]))).toContain(
      "大坪街道调度表2026-10.xlsx",
    );
    const [first] = (await readXlsx(reply.rawPayload)).sheets;
    // whom the page of the project names, before the first return
    expect(first!.rows[4]!.slice(4, 7)).toEqual(["区住建委", "示例实施主体", null]);
    // the stage by the name that the page gives it, not by its code
    expect(first!.rows.slice(4).map(([code, name, stage]) => [code, name, stage])).toEqual([
      ["A-1", "甲项目", "在建"],
      ["B-2", "乙项目", "年度计划"],
    ]);
    expect(first!.freezePane).toEqual({ rows: 4, columns: 2 });
    expect(first!.dataValidations!.length).toBeGreaterThan(12);
    expect(first!.merges ?? []).toEqual([]);
    const unknown = await app.inject(
      address("dispatch/sheet.xlsx", { month: "2026-10", zone: "subdistrict:x" }),
    );
    expect(unknown.statusCode).toBe(404);
    expect((await app.inject(address("dispatch", { month: "2999-01" }))).json().error.path).toBe("month");
  });

  it("is shown cell by cell before it is written, written when confirmed, and taken back as a whole", async () => {
    const bytes = await sheet("2026-10", RETURNED);
    const shown = await preview(bytes);
    expect(shown).toMatchObject({
      month: "2026-10",
      rows: 2,
      returned: 1,
      untouched: 1,
      faults: [],
      written: null,
    });
    expect(shown.changes.find(({ field }) => field === "progressShare")).toMatchObject({
      ...{ cell: "Q5", before: null, after: 45 },
    });
    expect(await returns()).toEqual([]);
    const confirm = shown.digest!;
    const done = await preview(bytes, { confirm, file: "大坪.xlsx" });
    expect(done.written).toBeGreaterThan(0);
    // 900 of 1,200 × 10/12 = 0.9 of the schedule, which is not behind it
    const { items, facets } = await month("2026-10");
    // it stands in the history of the project, with what was returned
    const { changes } = (await app.inject(address("projects/a/programme"))).json();
    expect(changes[0]).toMatchObject({
      ...{ entity: "dispatch-return", version: done.written, before: null, after: { paid_wan_yuan: 800.5 } },
    });
    expect(items.map(({ project, light }) => [project, light])).toEqual([
      ["a", "green"],
      ["b", "red"],
    ]);
    expect(items[0]!.values).toMatchObject({ paidWanYuan: 800.5, progressShare: 0.45, problem: null });
    expect(items[1]!.reasons.map(({ rule, hit }) => [rule, hit])).toEqual([
      ["no-return", true],
      ["far-behind", null],
    ]);
    expect(
      facets.filter(({ field }) => field === "unit").map(({ value, projects }) => [value, projects]),
    ).toEqual([
      ["示例单位", 1],
      [null, 1],
    ]);
    // the same digest a second time: the record has moved
    expect((await send(bytes, { confirm })).statusCode).toBe(409);
    // next month's sheet goes out with this month's values, without what was done in the month
    const next = (await readXlsx(await sheet("2026-11"))).sheets[0]!.rows[4]!;
    expect(next.slice(8, 13)).toEqual([5000, 1200, null, 900, 900]);
    const later = await sheet("2026-10", { L5: 950, M5: 950 });
    const second = await preview(later, { confirm: (await preview(later)).digest! });
    const undo = (version: number) =>
      app.inject({ method: "POST", url: address(`dispatch/imports/${version}/undo`) });
    expect((await undo(done.written!)).json().error.details).toEqual({ changed: ["a/2026-10"] });
    expect((await undo(second.written!)).statusCode).toBe(200);
    expect((await returns())[0]).toMatchObject({ year_done_wan_yuan: 900 });
    const list = DispatchImportList.parse((await undo(done.written!)).json());
    expect(list.items.map(({ fileName, undoneAt }) => [fileName, undoneAt !== null])).toEqual([
      ["sheet.xlsx", true],
      ["大坪.xlsx", true],
    ]);
    expect(await returns()).toEqual([]);
    expect((await undo(done.written!)).statusCode).toBe(409);
  });

  it("is refused cell by cell, with what would be right, and nothing of it is written", async () => {
    const wrong = await sheet("2026-10", {
      ...RETURNED,
      ...{
        A6: "A-1",
        B6: "甲项目",
        H6: "2405-500103-04-01-123456",
        I6: "1.2亿元",
        J6: new Date(Date.UTC(2026, 9, 1)),
      },
      ...{ K6: 30, L6: 20, N6: -1, P6: new Date(Date.UTC(2026, 9, 1)), Q6: 0.45, A7: "Z-9", E8: 12 },
      ...{ I5: 0.5, M5: 900 },
    });
    const { faults, digest, changes } = await preview(wrong);
    expect(digest).toBeNull();
    expect(changes).toEqual([]);
    const told = faults.map(({ cell, code, right }) => [cell, code, right].join(" "));
    expect(told.sort()).toEqual([
      "A6 duplicate-code A5",
      "A7 unknown-code ",
      "A8 no-code ",
      "E8 number-for-text 12",
      "H6 duplicate-uniform-code H5",
      // 0.5 against 900 done: it was written in 亿元
      "I5 wrong-unit 5000",
      "I6 wrong-unit 12000",
      "J6 date-for-number 46296",
      "L6 less-than-part ≥ 30",
      "N6 negative ",
      "P6 date-for-text 2026-10-01",
      "Q6 percent-as-share 45",
    ]);
    expect((await send(wrong, { confirm: "0".repeat(64) })).statusCode).toBe(409);
    const head = await preview(await sheet("2026-10", { I4: "总投资（亿元）", J4: null, T4: "备注" }));
    expect(head.faults.map(({ cell, code, right }) => [cell, code, right])).toEqual([
      ["I4", "wrong-header", "总投资（万元）"],
      ["J4", "missing-column", "年度计划投资（万元）"],
      ["T4", "wrong-header", null],
    ]);
    const merges = [{ startRow: 4, startCol: 4, endRow: 5, endCol: 4 }];
    expect((await preview(await sheet("2026-10", {}, { merges }))).faults).toMatchObject([
      { cell: "E5:E6", code: "merged" },
    ]);
    expect((await preview(await sheet("2026-10", { B2: 46_296 }))).faults).toMatchObject([
      { cell: "B2", code: "wrong-month", value: "46296" },
    ]);
    expect((await send(Buffer.from("PK not a workbook"))).statusCode).toBe(415);
    expect(await returns()).toEqual([]);
  });

  it("is taken by no installation that is read-only", async () => {
    const readOnly = appWith({ READ_ONLY: "1" });
    expect((await send(await sheet("2026-10", RETURNED), {}, readOnly)).statusCode).toBe(403);
    expect((await send(await sheet("2026-10", RETURNED), { level: "internal" })).statusCode).toBe(403);
    await readOnly.close();
  });
});
