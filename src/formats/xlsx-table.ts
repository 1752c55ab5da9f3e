import type { Table } from "./table.ts";

const WIDTH_LETTERS = { least: 8, most: 48 };

/** Excel refuses sheet names that are longer than 31 letters or hold one of these. */
const sheetName = (title: string) =>
  title
    .replace(/[\\/?*[\]:]/g, " ")
    .slice(0, 31)
    .trim() || "1";

/** A table as an Excel workbook of one sheet: the head bold and standing, numbers as numbers. */
export async function writeXlsx({ title, columns, rows }: Table): Promise<Blob> {
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  const head = columns.map((value) => ({ value, fontWeight: "bold" as const }));
  const widths = columns.map((column, index) => ({
    width: widthOf([column, ...rows.map((row) => String(row[index] ?? ""))]),
  }));
  const file = writeXlsxFile([head, ...rows.map((row) => [...row])], {
    sheet: sheetName(title),
    columns: widths,
    stickyRowsCount: 1,
  });
  return file.toBlob();
}

// a Chinese character is two letters wide
function widthOf(texts: readonly string[]): number {
  const letters = Math.max(...texts.map((text) => text.replace(/[^\p{ASCII}]/gu, "##").length));
  return Math.min(Math.max(letters + 2, WIDTH_LETTERS.least), WIDTH_LETTERS.most);
}
