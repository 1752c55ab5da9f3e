import type { FastifyInstance } from "fastify";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import { ProjectFileReport, ProjectImportList } from "../../../server/contract/entered-projects.ts";
import { ProjectProgramme } from "../../../server/contract/programme.ts";
import { ProjectList, ProjectTermList } from "../../../server/contract/projects.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { CENTRE, removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "entered-projects";
const [LON, LAT] = CENTRE;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedDistrict(database, DISTRICT);
  app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
});
afterAll(async () => {
  await app.close();
  await removeDistrict(database, DISTRICT);
  await database.close();
});

const address = (path: string, query: Record<string, string> = {}) =>
  `/api/${path}?${new URLSearchParams({ district: DISTRICT, ...query })}`;
const send = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, payload?: object, to = app) =>
  to.inject({ method, url: address(path), ...(payload && { payload }) });
const sendFile = (payload: Buffer | string, query: Record<string, string> = {}, type = "text/csv") =>
  app.inject({
    method: "POST",
    url: address("project-imports", { source: "试验台账", file: "projects.csv", ...query }),
    headers: { "content-type": type },
    payload,
  });
const found = async (text: string) => {
  const reply = await app.inject(address("projects", { text }));
  return ProjectList.parse(reply.json()).items;
};
const body = {
  ...{ nameZh: "示例录入一", categories: ["老旧小区"], source: "试验台账", place: { zone: "core:old-town" } },
  amounts: [{ source: "区财政", amountYuan: 12_000_000 }],
};

describe("a project entered by form", () => {
  it("stands in the list, the map and the figures, and begins without a stage", async () => {
    const reply = await send("POST", "projects", { ...body, code: "L-1" });
    expect(reply.statusCode).toBe(201);
    const { id } = reply.json() as { id: string };
    expect(await found("示例录入")).toMatchObject([{ id, code: "L-1", stage: null, amounts: body.amounts }]);
    const feature = (await send("GET", `features/project/${id}`)).json();
    expect(feature.source).toEqual({ dataset: "试验台账", sourceId: null, asOf: null });
    // the zone is a square of 0.01° about the centre
    expect(feature.geometry.coordinates[0][0][0][0]).toBeCloseTo(LON - 0.005, 6);
    expect(ProjectProgramme.parse((await send("GET", `projects/${id}/programme`)).json())).toMatchObject({
      ...{ stage: null, steps: [], works: null, moves: [{ to: "谋划", guards: [] }] },
      // asked from the first: may it enter the pool
      ahead: { to: "储备" },
      answering: { implementer: null, from: null },
    });
    expect((await send("POST", `projects/${id}/transitions`, { from: null, to: "谋划" })).statusCode).toBe(
      200,
    );
  });

  it("is refused with what would be right, and loses nothing", async () => {
    const refused = async (more: object) =>
      (await send("POST", "projects", { ...body, ...more })).json().error;
    expect(await refused({ code: "L-1", nameZh: "示例录入二" })).toMatchObject({
      code: "conflict",
      path: "code",
    });
    expect(await refused({})).toMatchObject({ code: "conflict", path: "nameZh" });
    const other = { nameZh: "示例录入二" };
    expect(await refused({ ...other, categories: ["无此类"] })).toMatchObject({ path: "categories.0" });
    expect(await refused({ ...other, place: { zone: "core:none" } })).toMatchObject({ code: "unknown-zone" });
    const far = { type: "Point", coordinates: [LAT, LON] };
    expect(await refused({ ...other, place: far })).toMatchObject({ path: "place" });
    expect(await refused({ ...other, stage: "在建" })).toMatchObject({ path: "stageReason" });
    expect(await refused({ ...other, stage: "暂停" })).toMatchObject({ path: "stage" });
    expect(await refused({ ...other, yearStart: 2027, yearEnd: 2026 })).toMatchObject({ path: "yearEnd" });
    expect(await refused({ ...other, level: "internal" })).toMatchObject({ code: "forbidden" });
    expect(await found("示例录入二")).toEqual([]);
  });

  it("may be of categories of several editions, each told with its own", async () => {
    const terms = ProjectTermList.parse((await app.inject("/api/project-terms")).json()).items;
    const editionOf = (code: string) => terms.find((each) => each.code === code)?.edition;
    expect([editionOf("老旧工业区"), editionOf("老旧厂区"), editionOf("储备")]).toEqual([
      ...["2022", "2024–2025", null],
    ]);
    const categories = ["滨江岸线", "公共空间"];
    const reply = await send("POST", "projects", { ...body, nameZh: "示例两版", categories });
    const { id } = reply.json() as { id: string };
    const { ahead } = ProjectProgramme.parse((await send("GET", `projects/${id}/programme`)).json());
    expect(ahead!.guards.find(({ guard }) => guard === "category")).toMatchObject({
      status: "passed",
      reasons: [
        { code: "category-edition", values: { edition: "2022", categories: "公共空间" } },
        { code: "category-edition", values: { edition: "2024–2025", categories: "滨江岸线" } },
      ],
    });
    expect((await send("DELETE", `projects/${id}/entry`)).statusCode).toBe(204);
    const wrong = await sendFile("项目名称,项目类别\n示例三,棚户区；城中村\n", { preview: "true" });
    const [row] = ProjectFileReport.parse(wrong.json()).rows;
    const fault = row!.faults.find(({ code }) => code === "unknown-category")!;
    expect(fault.value).toBe("棚户区");
    expect(fault.expected).toMatch(/2022：老旧小区.+；2024–2025：.+城中村/);
  });

  it("keeps by what its stage is known, is changed by who read it last, and is taken back while nothing came of it", async () => {
    const given = { ...body, nameZh: "示例在建", stage: "在建", stageReason: "2026年10月调度表所列" };
    const { id } = (await send("POST", "projects", given)).json() as { id: string };
    const programme = ProjectProgramme.parse((await send("GET", `projects/${id}/programme`)).json());
    expect(programme.steps).toMatchObject([
      {
        ...{ from: null, to: "在建", kind: "entry", actor: "local" },
        ...{ overrideReason: "2026年10月调度表所列" },
      },
    ]);
    // thirteen guards on the way to 在建, none of which was judged: it is told which, and to readers inside why
    const [{ guards }] = programme.steps as [(typeof programme.steps)[number]];
    expect(guards.map(({ status }) => status)).toEqual(Array.from({ length: 13 }, () => "unknown"));
    expect(guards.flatMap(({ reasons }) => reasons)).toEqual([]);
    // what the stages behind it ask stays to be read, as the record has it now
    expect(programme.reached.map(({ to }) => to)).toEqual(["储备", "入年度计划", "前期审批", "开工"]);
    const {
      version,
      importVersion: _,
      id: __,
      stage: ___,
      stageReason: ____,
      ...entry
    } = (await send("GET", `projects/${id}/entry`)).json();
    const changed = {
      ...entry,
      version,
      nameZh: "示例在建改",
      place: { type: "Point", coordinates: [LON, LAT] },
    };
    expect((await send("PUT", `projects/${id}/entry`, changed)).json()).toMatchObject({
      nameZh: "示例在建改",
    });
    expect((await send("PUT", `projects/${id}/entry`, changed)).json().error.code).toBe("conflict");
    expect((await send("GET", "projects/p1/entry")).statusCode).toBe(404);
    expect((await send("DELETE", `projects/${id}/entry`)).statusCode).toBe(204);
    expect(await found("示例在建")).toEqual([]);
    const [first] = await found("示例录入一");
    const kept = await send("DELETE", `projects/${first!.id}/entry`);
    expect(kept.json().error).toMatchObject({ code: "conflict", details: { projects: [{ id: first!.id }] } });
  });
});

describe("projects brought in by a file", () => {
  const head = "项目编号,项目名称,项目类别,阶段,阶段依据,所在分区,经度,纬度,开始年份,资金来源,实施主体,备注";
  const rowOf = (cells: string) => `${head}\n${cells}\n`;
  const codes = (report: ProjectFileReport) =>
    report.rows.map(({ faults }) => faults.map(({ code }) => code));

  it("is told row by row and nothing of it taken while a row is wrong", async () => {
    const rows = [
      `F-1,示例甲,老旧小区;公共空间,,,老城核,,,2026,区财政 1200万元;社会资本 1.5亿元,示例建设主体,x`,
      `F-1,示例乙,老旧小区,,,老城核,,,45000,区财政 1200,,`,
      `F-3,示例丙,无此类,在建,,,${LON},,2026年,无此来源 1万元,,`,
      `L-1,示例丁,老旧小区,,,,${LON + 1},${LAT},,,,`,
      `F-5,,老旧小区,,,,,,,,,`,
    ];
    const csv = [head, ...rows].join("\n");
    const report = ProjectFileReport.parse((await sendFile(csv, { preview: "true" })).json());
    expect(codes(report)).toEqual(
      [
        [],
        ["bad-year", "no-unit", "duplicate-code"],
        ["no-stage-basis", "unknown-category", "unknown-source", "half-place"].sort(),
        ["outside-district", "taken-code"],
        ["empty", "no-place"],
      ].map((each, at) => (at === 2 ? expect.arrayContaining(each) : each)),
    );
    // 45000 is 2023-03-15 as a serial number of a spreadsheet
    expect(report.rows[1]!.faults[0]).toMatchObject({ line: 3, column: "开始年份", expected: "2023" });
    expect(report.rows[1]!.faults[1]!.expected).toBe("区财政 1200万元");
    expect(report).toMatchObject({ counts: { new: 1, same: 0, wrong: 4 }, ignored: ["备注"] });
    const refused = await sendFile(csv);
    expect(refused.statusCode).toBe(409);
    expect(refused.json().error.details.report.counts.wrong).toBe(4);
    expect(await found("示例甲")).toEqual([]);
  });

  it("is taken whole, once, and taken back whole", async () => {
    const csv = rowOf(
      `F-1,示例甲,老旧小区;公共空间,,,老城核,,,2026,区财政 1200万元;社会资本 1.5亿元,示例建设主体,`,
    );
    const both = `${csv}F-2,示例乙,山城步道,开工,示例开工令,,${LON},${LAT},,,,\n`;
    const report = ProjectFileReport.parse((await sendFile(both)).json());
    expect(report.counts).toEqual({ new: 2, same: 0, wrong: 0 });
    const [first] = await found("示例甲");
    expect(first).toMatchObject({
      categories: ["老旧小区", "公共空间"],
      amounts: [
        { source: "区财政", amountYuan: 12_000_000 },
        { source: "社会资本", amountYuan: 150_000_000 },
      ],
    });
    const programme = ProjectProgramme.parse((await send("GET", `projects/${first!.id}/programme`)).json());
    expect(programme.answering).toMatchObject({ implementer: "示例建设主体", from: "named" });
    expect((await found("示例乙"))[0]!.stage).toBe("开工");
    // the same file once more brings nothing
    expect((await sendFile(both)).json().error.details.report.counts).toEqual({ new: 0, same: 2, wrong: 0 });
    const undo = () => send("POST", `project-imports/${report.version}/undo`);
    // who answers for one of them was named after the file came: that is not lost by taking the file back
    await send("PUT", `projects/${first!.id}/responsibility`, { unit: "示例责任单位" });
    expect((await undo()).json().error).toMatchObject({
      ...{ code: "conflict", details: { projects: [{ nameZh: "示例甲" }] } },
    });
    await database.query("DELETE FROM change WHERE layer = 'project-responsibility' AND feature_id LIKE $1", [
      `${first!.id}/%`,
    ]);
    expect(ProjectImportList.parse((await undo()).json()).items[0]).toMatchObject({ rows: 2, undone: true });
    expect(await found("示例甲")).toEqual([]);
    expect((await undo()).statusCode).toBe(409);
  });

  it("may be a workbook with a title above; merged cells and missing columns are told of", async () => {
    const sheet = async (rows: (string | number | Date | null)[][], merges: object[] = []) =>
      Buffer.from(await writeXlsx({ sheets: [{ name: "项目", rows, merges: merges as never }] }));
    const title = { startRow: 0, startCol: 0, endRow: 0, endCol: 2 };
    const rows = [["示例项目台账"], ["项目名称", "项目类别", "所在分区"], ["示例戊", "老旧小区", "老城核"]];
    const preview = async (file: Buffer) =>
      ProjectFileReport.parse((await sendFile(file, { preview: "true" }, XLSX)).json());
    expect((await preview(await sheet(rows, [title]))).counts).toEqual({ new: 1, same: 0, wrong: 0 });
    const merged = await preview(await sheet(rows, [{ startRow: 2, startCol: 1, endRow: 2, endCol: 2 }]));
    expect(merged.faults).toMatchObject([{ code: "merged", line: 3 }]);
    const missing = await preview(
      await sheet([
        ["项目名称", "地址"],
        ["示例戊", "x"],
      ]),
    );
    expect(missing.faults).toMatchObject([{ code: "missing-column", column: "项目类别" }]);
    expect((await sendFile(Buffer.from([0x50, 0x4b, 3, 4]), {}, XLSX)).statusCode).toBe(415);
  });

  it("is refused where the installation is read-only", async () => {
    const readOnly = createApp({ database, config: readConfig({ LOG_LEVEL: "silent", READ_ONLY: "1" }) });
    expect((await send("POST", "projects", { ...body, nameZh: "示例庚" }, readOnly)).statusCode).toBe(403);
    expect((await send("GET", "project-imports", undefined, readOnly)).statusCode).toBe(200);
    await readOnly.close();
  });
});
