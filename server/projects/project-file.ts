import type { CellValue } from "hucre/xlsx";
import {
  MAX_PROJECT_ROWS,
  PROJECT_COLUMNS,
  type ProjectColumn,
  type ProjectFault,
} from "../contract/entered-projects.ts";
import { openSheet } from "../dispatch/open-sheet.ts";
import { unsupportedFormat, wrongFile } from "../errors.ts";
import { readRecords } from "../findings/import-table.ts";

/** A row of a file as it stands: cells by what their column is; an empty one is left out. */
export interface FileRow {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<ProjectColumn, string | number | Date>>>;
}

export interface ProjectTable {
  readonly rows: readonly FileRow[];
  /** What is wrong with the file as a whole; no row is read then. */
  readonly faults: readonly ProjectFault[];
  /** Headings that are not read. */
  readonly ignored: readonly string[];
}

interface Line {
  readonly line: number;
  readonly cells: readonly CellValue[];
}
interface Lines {
  readonly lines: readonly Line[];
  readonly faults: readonly ProjectFault[];
}

const COLUMNS = Object.keys(PROJECT_COLUMNS) as ProjectColumn[];
// a title and remarks may stand above the headings
const HEADING_ROWS = 10;
const ZIP_SIGNATURE = [0x50, 0x4b];

/** The heading of a column, as it is told of. */
export const headingOf = (column: ProjectColumn) => PROJECT_COLUMNS[column].headings[0]!;

const plain = (cell: CellValue) =>
  String(cell ?? "")
    .normalize("NFKC")
    .replace(/[\s*]/g, "")
    .toLowerCase();
const columnOf = (cell: CellValue) =>
  COLUMNS.find((column) => PROJECT_COLUMNS[column].headings.map(plain).includes(plain(cell))) ?? null;
const isEmpty = (cell: CellValue) => cell === null || cell === undefined || String(cell).trim() === "";

/** The rows of an XLSX or CSV file (UTF-8 or GB18030) by their headings. Throws unsupported-format, invalid-parameter, payload-too-large. */
export async function readProjectFile(bytes: Buffer): Promise<ProjectTable> {
  const isZip = ZIP_SIGNATURE.every((byte, at) => bytes[at] === byte);
  const { lines, faults } = isZip ? await linesOfSheet(bytes) : linesOfText(bytes);
  const head = lines
    .slice(0, HEADING_ROWS)
    .find(({ cells }) => cells.some((cell) => columnOf(cell) === "nameZh"));
  const columns = (head ?? lines[0])?.cells.map(columnOf) ?? [];
  const missing = COLUMNS.filter((column) => PROJECT_COLUMNS[column].required && !columns.includes(column));
  const body = lines.filter(({ line, cells }) => line > (head?.line ?? 0) && !cells.every(isEmpty));
  const wrong = [
    ...faults,
    ...missing.map((column) => missingColumn(column, head ?? lines[0])),
    ...(body.length > MAX_PROJECT_ROWS ? [tooManyRows(body.length)] : []),
  ];
  if (wrong.length > 0) return { rows: [], faults: wrong, ignored: [] };
  if (body.length === 0) throw wrongFile("no-rows", 0, "a file with a row below its headings");
  return {
    rows: body.map(({ line, cells }) => ({ line, cells: cellsOf(cells, columns) })),
    faults: [],
    ignored: head!.cells.flatMap((cell, at) => (columns[at] || isEmpty(cell) ? [] : [String(cell).trim()])),
  };
}

function cellsOf(cells: readonly CellValue[], columns: readonly (ProjectColumn | null)[]): FileRow["cells"] {
  const given = columns.flatMap((column, at) => {
    const cell = cells[at] ?? null;
    if (column === null || cell === null || isEmpty(cell)) return [];
    const value = typeof cell === "number" || cell instanceof Date ? cell : String(cell).trim();
    return [[column, value] as const];
  });
  return Object.fromEntries(given);
}

async function linesOfSheet(bytes: Buffer): Promise<Lines> {
  const room = { columns: COLUMNS.length, rows: HEADING_ROWS + MAX_PROJECT_ROWS };
  const { rows, merges } = await openSheet(bytes, room);
  const lines = rows.map((cells, at) => ({ line: at + 1, cells }));
  const head = lines.find(({ cells }) => cells.some((cell) => columnOf(cell) === "nameZh"))?.line ?? 0;
  // a title above the headings may be merged; within the table a merge hides which row a cell is of
  const faults = merges
    .filter(({ endRow }) => head > 0 && endRow + 1 >= head)
    .map(({ startRow, endRow }) => ({
      ...{ line: startRow + 1, column: "", value: `${startRow + 1}–${endRow + 1}` },
      ...{ code: "merged" as const, expected: "" },
    }));
  return { lines, faults };
}

function linesOfText(bytes: Buffer): Lines {
  if (bytes.length === 0) throw unsupportedFormat("an XLSX workbook, or CSV in UTF-8 or GB18030");
  const lines = readRecords(bytes).map(({ record, info }) => ({ line: info.lines, cells: record }));
  return { lines, faults: [] };
}

const missingColumn = (column: ProjectColumn, head: Line | undefined): ProjectFault => ({
  ...{ line: head?.line ?? 1, column: headingOf(column), code: "missing-column" },
  value: (head?.cells ?? [])
    .filter((cell) => !isEmpty(cell))
    .join("、")
    .slice(0, 100),
  expected: PROJECT_COLUMNS[column].headings.join(" / "),
});

const tooManyRows = (rows: number): ProjectFault => ({
  ...{ line: MAX_PROJECT_ROWS + 1, column: "", value: String(rows), code: "too-many-rows" },
  expected: String(MAX_PROJECT_ROWS),
});
