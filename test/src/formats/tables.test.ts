import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { writeCsv } from "../../../src/formats/csv-table.ts";
import { writeXlsx } from "../../../src/formats/xlsx-table.ts";

const TABLE = {
  title: "指标表: 解放碑/核",
  columns: ["指标", "数值", "单位"],
  rows: [
    ["毛容积率", 2.41, null],
    ["常住人口", 588_717, "人"],
    ["层数不详", null, '"%", 或空'],
    ["净增", -12, "m²"],
    ["=1+1", 0, "@x"],
  ],
} as const;

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe("a table as CSV", () => {
  test("starts with the mark by which Excel knows UTF-8, and is read back as it was", async () => {
    const bytes = await bytesOf(writeCsv(TABLE));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(Buffer.from(bytes), { bom: true }) as string[][];
    expect(rows[0]).toEqual(TABLE.columns);
    expect(rows[2]).toEqual(["常住人口", "588717", "人"]);
    // unknown is an empty cell, not a zero; a negative number stays a number
    expect(rows[3]).toEqual(["层数不详", "", '"%", 或空']);
    expect(rows[4]![1]).toBe("-12");
  });

  test("never starts a text as a formula", async () => {
    const text = await writeCsv(TABLE).text();
    expect(text).toContain("'=1+1,0,'@x");
  });
});

describe("a table as a workbook", () => {
  test("may be one of several, a sheet each", async () => {
    const second = { title: "清单", columns: ["编号"], rows: [["b1"], ["b2"]] };
    const members = unzipSync(await bytesOf(await writeXlsx(TABLE, second)));
    const workbook = strFromU8(members["xl/workbook.xml"]!);
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      "指标表  解放碑 核",
      "清单",
    ]);
    expect(strFromU8(members["xl/worksheets/sheet2.xml"]!)).toContain('r="A3"');
  });

  test("holds numbers as numbers, unknown as no value, and a sheet name Excel accepts", async () => {
    const members = unzipSync(await bytesOf(await writeXlsx(TABLE)));
    const workbook = strFromU8(members["xl/workbook.xml"]!);
    expect(workbook).toContain('name="指标表  解放碑 核"');
    const sheet = strFromU8(members["xl/worksheets/sheet1.xml"]!);
    expect(sheet).toMatch(/<c r="B2"[^>]*><v>2\.41<\/v>/);
    expect(sheet).toMatch(/<c r="B3"[^>]*><v>588717<\/v>/);
    expect(sheet).not.toMatch(/<c r="B4"[^>]*><v>/);
    // =1+1 is text, not a formula
    expect(sheet).not.toContain("<f>");
  });
});
