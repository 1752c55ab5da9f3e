import type { FastifyInstance } from "fastify";
import { writeXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../../server/app.ts";
import { readConfig } from "../../../server/config.ts";
import {
  ItemFileReport,
  ProgrammeItem,
  ProgrammeItemList,
} from "../../../server/contract/programme-items.ts";
import type { Database } from "../../../server/database/database.ts";
import { loadStandards } from "../../../server/database/standards.ts";
import { STANDARDS_DIRECTORY } from "../../../server/standards-directory.ts";
import { removeDistrict, seedDistrict } from "../../support/catalogue-district.ts";
import { testDatabase } from "../../support/database.ts";

const DISTRICT = "programme-items";
let database: Database;
let app: FastifyInstance;

beforeAll(async () => {
  database = await testDatabase();
  await loadStandards(database, STANDARDS_DIRECTORY);
  await seedDistrict(database, DISTRICT);
  // the figures of 500103 are those of this district too
  await database.query("UPDATE district SET adcode = '500103' WHERE id = $1", [DISTRICT]);
  app = createApp({ database, config: readConfig({ LOG_LEVEL: "silent" }) });
});
afterAll(async () => {
  await app.close();
  await database.query("DELETE FROM programme_import WHERE district_id = $1", [DISTRICT]);
  await database.query("DELETE FROM programme_item WHERE district_id = $1", [DISTRICT]);
  await removeDistrict(database, DISTRICT);
  await database.close();
});

type Method = "GET" | "POST" | "PUT" | "DELETE";
const send = (method: Method, path: string, payload?: object, to = app) =>
  to.inject({
    method,
    url: `/api/lists${path}${path.includes("?") ? "&" : "?"}district=${DISTRICT}`,
    ...(payload && { payload }),
  });
const list = async (query = "") => ProgrammeItemList.parse((await send("GET", query)).json());
const item = { list: "policies", title: "甲政策", source: "test" };

describe("the four lists and the measures", () => {
  it("say how many are published and how many are entered, 67, 12, 13 and 7 beside 17, 7 and 1", async () => {
    const { lists, total } = await list();
    expect(lists.map(({ published }) => published)).toEqual([67, 12, 13, 7, 17, 7, 1]);
    expect(lists.map(({ entered }) => entered)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(lists.map(({ jurisdiction }) => jurisdiction)).toEqual([
      ...Array<string>(4).fill("区级"),
      ...Array<string>(3).fill("市级"),
    ]);
    expect(total).toBe(0);
  });

  it("take an item, change it and let it go, each title once in a list", async () => {
    const added = await send("POST", "", { ...item, deadline: "2020-01-31" });
    expect(added.statusCode).toBe(201);
    const { id, overdue } = ProgrammeItem.parse(added.json());
    expect(overdue).toBe(true);
    expect((await send("POST", "", item)).json().error).toMatchObject({ code: "conflict", details: { id } });
    expect((await send("POST", "", { ...item, list: "none" })).json().error.path).toBe("list");
    const strange = await send("POST", "", { ...item, title: "x", projects: ["none"] });
    expect(strange.json().error.path).toBe("projects.0");
    const changed = await send("PUT", `/${id}`, { ...item, state: "done", deadline: "2020-01-31" });
    expect(changed.json()).toMatchObject({ state: "done", overdue: false });
    const { lists, items } = await list("?list=policies");
    expect(items).toHaveLength(1);
    expect(lists[1]).toMatchObject({ published: 12, entered: 1, done: 1, overdue: 0 });
    // the figure that is printed stands beside the very same count
    const figures = (await app.inject(`/api/programme-figures?district=${DISTRICT}`)).json();
    const figure = figures.items.find(({ code }: { code: string }) => code === "yuzhong-list-policies");
    expect(figure).toMatchObject({ value: 12, counted: 1, leadsTo: "programme-items", list: "policies" });
    expect((await send("DELETE", `/${id}`)).statusCode).toBe(204);
    expect((await send("DELETE", `/${id}`)).statusCode).toBe(404);
  });

  it("are written by nobody where the installation is read-only", async () => {
    const readOnly = createApp({ database, config: readConfig({ LOG_LEVEL: "silent", READ_ONLY: "1" }) });
    const file = { csv: "清单,标题\n重大政策,甲", source: "test" };
    expect((await send("POST", "", item, readOnly)).statusCode).toBe(403);
    expect((await send("POST", "/imports", file, readOnly)).statusCode).toBe(403);
    expect((await send("DELETE", "/imports/1", undefined, readOnly)).statusCode).toBe(403);
    await readOnly.close();
  });
});

describe("a file of items", () => {
  const file = (...rows: string[]) => ({
    csv: ["清单,标题,牵头单位,完成时限,状态,关联项目", ...rows].join("\n"),
    source: "文件",
  });
  const check = async (body: object) => ItemFileReport.parse((await send("POST", "/checks", body)).json());

  it("is judged row by row, and nothing of it comes in while one row is wrong", async () => {
    const wrong = file(
      "重大政策,乙政策,示例单位,2027/6/30,推进中,",
      "重大策略,丙,,,,",
      "重大改革,丁,,45992,,",
      "重大改革,戊,,,在办,无此项目",
      "重大政策,乙政策,,,,",
      "重大改革,,,,,",
    );
    const report = await check(wrong);
    expect(report.counts).toEqual({ new: 1, changed: 0, same: 0, wrong: 5 });
    expect(report.rows.map(({ line, problems }) => [line, ...problems.map(({ code }) => code)])).toEqual([
      [2],
      [3, "unknown-list"],
      [4, "wrong-date"],
      [5, "unknown-project", "unknown-state"],
      [6, "duplicate"],
      [7, "empty-cell"],
    ]);
    // day 45,992 of a spreadsheet: 45,992 - 25,569 = 20,423 days after 1970-01-01
    expect(report.rows[2]!.problems[0]).toMatchObject({
      ...{ column: "完成时限", value: "45992", expected: "2025-12-01" },
    });
    const refused = (await send("POST", "/imports", wrong)).json().error;
    expect(refused.code).toBe("conflict");
    expect(refused.details.rows).toHaveLength(6);
    expect((await list()).total).toBe(0);
    const noTitle = { csv: "清单,名称\n重大政策,甲", source: "x" };
    const faultOf = async (csv: string) => {
      const { code, details } = (await send("POST", "/checks", { csv, source: "x" })).json().error;
      return [code, details.fault ?? details.wanted];
    };
    expect(await faultOf(noTitle.csv)).toEqual(["invalid-parameter", "missing-column"]);
    expect(await faultOf("清单,标题,邮编\n重大政策,甲,1")).toEqual(["invalid-parameter", "unknown-column"]);
    expect(await faultOf("")).toEqual(["invalid-parameter", "no-headings"]);
    expect(await faultOf("清单,标题")).toEqual(["invalid-parameter", "no-rows"]);
    expect(await faultOf('清单,标题\n重大政策,"甲')).toEqual(["invalid-parameter", "open-quote"]);
    expect(await faultOf("%PDF-1.7\n…")).toEqual(["unsupported-format", "table"]);
    const long = await check(file(`重大政策,${"长".repeat(301)},,,,`));
    expect(long.rows[0]!.problems).toMatchObject([{ code: "too-long", expected: "300" }]);
  });

  it("may be a workbook: dates as numbers and merged cells are told, and nothing is brought in by half", async () => {
    const sheet = async (rows: (string | number)[][], merges: object[] = []) => ({
      source: "文件",
      xlsx: Buffer.from(
        await writeXlsx({
          sheets: [{ name: "表", rows: [["清单", "标题", "完成时限"], ...rows], merges: merges as never }],
        }),
      ).toString("base64"),
    });
    const report = await check(
      await sheet([
        ["重大政策", "甲", "2027-12-31"],
        ["重大政策", "乙", 45_992],
      ]),
    );
    expect(report.rows.map(({ outcome }) => outcome)).toEqual(["new", "wrong"]);
    expect(report.rows[1]!.problems).toMatchObject([{ code: "wrong-date", expected: "2025-12-01" }]);
    const merged = await sheet(
      [
        ["重大政策", "甲"],
        ["重大政策", "乙"],
      ],
      [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    );
    expect((await send("POST", "/checks", merged)).json().error.details).toMatchObject({ fault: "merged" });
    const neither = (await send("POST", "/checks", { source: "x" })).json().error;
    expect(neither).toMatchObject({ code: "invalid-parameter", path: "csv" });
  });

  it("comes in whole and is taken back whole, unless something of it was changed since", async () => {
    await send("POST", "", { ...item, title: "早有政策" });
    const body = file("重大政策,早有政策,牵头局,2027年12月31日,,", "重大平台,某平台,,,,projects-none").csv;
    const good = { csv: body.replace("projects-none", ""), source: "文件" };
    const report = await check(good);
    expect(report.counts).toMatchObject({ new: 1, changed: 1 });
    expect(report.rows[0]!.changes.map(({ column }) => column)).toEqual(["牵头单位", "完成时限", "来源"]);
    const { version } = ItemFileReport.parse((await send("POST", "/imports", good)).json());
    const after = await list();
    expect(after.items.map(({ title, deadline }) => [title, deadline])).toEqual([
      ["早有政策", "2027-12-31"],
      ["某平台", null],
    ]);
    expect(after.imports).toMatchObject([{ version, items: 2 }]);
    expect((await check(good)).counts).toMatchObject({ same: 2 });
    const platform = after.items[1]!;
    await send("PUT", `/${platform.id}`, {
      list: "platforms",
      title: "某平台",
      source: "文件",
      state: "done",
    });
    const held = (await send("DELETE", `/imports/${version}`)).json().error;
    expect(held).toMatchObject({ code: "conflict", details: { titles: ["某平台"] } });
    await send("PUT", `/${platform.id}`, { list: "platforms", title: "某平台", source: "文件" });
    expect((await send("DELETE", `/imports/${version}`)).statusCode).toBe(204);
    const { items, imports } = await list();
    expect(items.map(({ title, deadline, source }) => [title, deadline, source])).toEqual([
      ["早有政策", null, "test"],
    ]);
    expect(imports).toEqual([]);
    expect((await send("DELETE", `/imports/${version}`)).statusCode).toBe(409);
  });
});
