import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { dayIn } from "../../../server/tables/cells.ts";
import { fileRow } from "../../../server/tables/file-report.ts";
import { requireRows, tableOf } from "../../../server/tables/match-headings.ts";
import { linesOfText, readLines } from "../../../server/tables/read-lines.ts";
import { requireStanding, requireUnchanged } from "../../../server/tables/take-back.ts";

const COLUMNS = [
  { key: "code", headings: ["编号", "code"], required: true },
  { key: "on", headings: ["日期"], required: true },
  { key: "sum", headings: ["金额（万元）"], required: false },
];
const ROOM = { columns: 3, rows: 20 };
type Rows = (string | number | Date | null)[][];

async function sheetOf(rows: Rows, merges: object[] = []): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [{ name: "表", rows, merges: merges as never }] }));
}
const tableIn = async (bytes: Buffer) => tableOf(await readLines(bytes, ROOM), COLUMNS);
const faultOf = (act: () => unknown) => {
  try {
    act();
  } catch (error) {
    return (error as { extras: { details: object } }).extras.details;
  }
  return null;
};

describe("a table that comes in", () => {
  it("is found below a merged title, its headings in another width and order, with what is not read", async () => {
    const title = { startRow: 0, startCol: 0, endRow: 0, endCol: 2 };
    const rows: Rows = [
      ["二〇二六年台账"],
      ["* 日 期", "备注", "金额(万元)", "编号"],
      [new Date("2026-03-01T00:00:00Z"), "甲", 1.5, "A-1"],
      [null, null, null, null],
      [46_000, "", null, "A-2"],
    ];
    const table = await tableIn(await sheetOf(rows, [title]));
    expect(table.merges).toEqual([]);
    expect(table.ignored).toEqual(["备注"]);
    expect(table.rows.map(({ line }) => line)).toEqual([3, 5]);
    expect(table.rows[0]!.cells).toEqual({ on: new Date("2026-03-01T00:00:00Z"), sum: 1.5, code: "A-1" });
    // a day as a number is told with the day it seems to be: 46,000 days after 1899-12-30
    expect(dayIn(String(table.rows[1]!.cells.on), "2026-01-01")).toEqual({
      day: null,
      expected: "2025-12-09",
    });
  });

  it("tells of merged cells, of a column and of rows that are wanting, of too many, of no table at all", async () => {
    const body: Rows = [
      ["编号", "日期"],
      ["A-1", "2026-03-01"],
      ["A-2", "2026-03-01"],
    ];
    const merged = await tableIn(await sheetOf(body, [{ startRow: 1, startCol: 1, endRow: 2, endCol: 1 }]));
    expect(faultOf(() => requireRows(merged, 9))).toMatchObject({ fault: "merged", merges: 1 });
    const text = (csv: string) => tableOf({ lines: linesOfText(csv), merges: [] }, COLUMNS);
    expect(faultOf(() => requireRows(text("编号,时间\nA-1,2026"), 9))).toMatchObject({
      ...{ fault: "missing-column", column: "日期", value: "编号、时间" },
    });
    expect(faultOf(() => requireRows(text("编号,日期\n,\n"), 9))).toMatchObject({ fault: "no-rows" });
    expect(faultOf(() => requireRows(text("编号,日期\na,b\nc,d"), 1))).toMatchObject({ rows: 2, most: 1 });
    expect(faultOf(() => requireRows(text(""), 9))).toMatchObject({ fault: "no-headings" });
    expect(faultOf(() => linesOfText('编号\n"a'))).toMatchObject({ fault: "open-quote" });
    await expect(readLines(Buffer.of(0xff, 0xff, 0xff), ROOM)).rejects.toThrow();
  });

  it("reads days as people write them, and no day that is none", () => {
    for (const text of ["2026-03-01", "2026/3/1", "2026.3.1", "2026年3月1日"])
      expect(dayIn(text, "")).toEqual({ day: "2026-03-01", expected: null });
    expect(dayIn("2026-02-30", "2026-03-01")).toEqual({ day: null, expected: "2026-03-01" });
    expect(dayIn("", "x")).toEqual({ day: null, expected: null });
  });

  it("is told row by row, and taken back only while it stands as it came", () => {
    const told = { line: 2, title: "甲" };
    const [was, is] = [[["名称", "甲"]] as const, [["名称", "乙"]] as const];
    expect(fileRow({ told, problems: [], was, is })).toMatchObject({
      ...{ outcome: "changed", changes: [{ column: "名称", before: "甲", after: "乙" }] },
    });
    expect(fileRow({ told, problems: [], was, is: was }).outcome).toBe("same");
    expect(fileRow({ told, problems: [], was: null, is }).outcome).toBe("new");
    expect(fileRow({ told, problems: [], was, is: null }).outcome).toBe("wrong");
    expect(() => requireStanding(undefined)).toThrow();
    expect(() => requireStanding({ undone: true })).toThrow(/already/);
    expect(faultOf(() => requireUnchanged("titles", ["甲"]))).toEqual({ titles: ["甲"] });
    requireUnchanged("titles", []);
  });
});
