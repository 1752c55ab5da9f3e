import type { Table } from "./table.ts";

const WIDTH_LETTERS = { least: 8, most: 48 };

/** Excel refuses sheet names that are longer than 31 letters or hold one of these. */
const sheetName = (title: string) =>
  title
    .replace(/[\\/?*[\]:]/g, " ")
    .slice(0, 31)
    .trim() || "1";

/** Tables as an Excel workbook, a sheet each: the head bold and standing, numbers as numbers. */
export async function writeXlsx(...tables: readonly Table[]): Promise<Blob> {
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  return writeXlsxFile(tables.map(sheetOf)).toBlob();
}

function sheetOf({ title, columns, rows }: Table) {
  const head = columns.map((value) => ({ value, fontWeight: "bold" as const }));
  const widths = columns.map((column, index) => ({
    width: widthOf([column, ...rows.map((row) => String(row[index] ?? ""))]),
  }));
  return {
    data: [head, ...rows.map((row) => [...row])],
    sheet: sheetName(title),
    columns: widths,
    stickyRowsCount: 1,
  };
}

// a Chinese character is two letters wide
function widthOf(texts: readonly string[]): number {
  const lengths = texts.map((text) => text.replace(/[^\p{ASCII}]/gu, "##").length);
  // a list may be longer than a call takes arguments
  const letters = lengths.reduce((most, length) => Math.max(most, length), 0);
  return Math.min(Math.max(letters + 2, WIDTH_LETTERS.least), WIDTH_LETTERS.most);
}
