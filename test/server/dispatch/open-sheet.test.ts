import { zipSync } from "fflate";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { openSheet } from "../../../server/dispatch/open-sheet.ts";
import { readMonth, readTable } from "../../../server/dispatch/read-sheet.ts";

const MB = 1024 * 1024;
const workbook = (sheets: Parameters<typeof writeXlsx>[0]["sheets"]) => writeXlsx({ sheets });

// the sizes that a zip declares of one of its parts, in its directory and before the part itself
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  for (let at = 0; at + 4 <= view.byteLength; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return new Uint8Array(view.buffer);
}

describe("a workbook nobody vouches for", () => {
  it("is refused before it is unpacked where it is too large, or hides how large it is", async () => {
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(17 * MB) });
    expect(bomb.length).toBeLessThan(MB);
    await expect(openSheet(bomb)).rejects.toMatchObject({ code: "payload-too-large" });
    await expect(openSheet(declaring(bomb, 0))).rejects.toMatchObject({ code: "payload-too-large" });
    await expect(openSheet(declaring(bomb, 100))).rejects.toMatchObject({ code: "unsupported-format" });
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, at) => [`part${at}`, new Uint8Array(1)]));
    await expect(openSheet(zipSync(many))).rejects.toMatchObject({ code: "payload-too-large" });
    await expect(openSheet(zipSync({ a: new Uint8Array(1) }))).rejects.toMatchObject({
      code: "unsupported-format",
    });
  });

  it("is read from its first visible sheet, and no further than a table may reach", async () => {
    const cells = new Map([["5000,3", { value: "far below" }]]);
    const bytes = await workbook([
      { name: "藏", rows: [["hidden"]], hidden: true },
      { name: "表", rows: [["标题"], ["月份", "2026-10"]], cells },
    ]);
    const sheet = await openSheet(bytes);
    expect(readMonth(sheet)).toEqual({ month: "2026-10", faults: [] });
    expect(sheet.rows.length).toBeLessThanOrEqual(2005);
    expect(readTable(sheet, []).faults).toMatchObject([{ cell: "A4", code: "no-header" }]);
  });
});
