import type { CellValue } from "hucre/xlsx";
import { wrongFile } from "../errors.ts";
import { shownCell } from "./cells.ts";
import type { Merge } from "./open-sheet.ts";
import { isEmpty, type Line, type Lines } from "./read-lines.ts";

/** A column of a file: what it is here, the headings it may stand under, the first being ours, and whether it must be there. */
export interface TableColumn<Key extends string = string> {
  readonly key: Key;
  readonly headings: readonly string[];
  readonly required: boolean;
}

/** A row by the keys of its columns; an empty cell is left out. */
export interface TableRow<Key extends string = string> {
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Key, string | number | Date>>>;
}

export interface Table<Key extends string = string> {
  readonly rows: readonly TableRow<Key>[];
  /** Keys of the columns that are there. */
  readonly found: readonly Key[];
  /** Columns that must be there and are not. */
  readonly missing: readonly TableColumn<Key>[];
  /** Merged cells from the headings down: they hide which row a cell is of. A title above may be merged. */
  readonly merges: readonly Merge[];
  /** Headings that stand for no column. */
  readonly ignored: readonly string[];
  /** The row of headings, or the first where none is one; undefined = the file is empty. */
  readonly head: Line | undefined;
}

/** A title and remarks may stand above the headings in so many rows. */
export const HEADING_ROWS = 10;

/** Full and half width, white space, the star of what must be filled in: all the same to a reader. */
export const plainHeading = (cell: CellValue | undefined) =>
  String(cell ?? "")
    .normalize("NFKC")
    .replace(/[\s*]/g, "")
    .toLowerCase();

/** The lines of a file by their headings: the first row of the first few that has a column which must be there. */
export function tableOf<Key extends string>(
  { lines, merges }: Pick<Lines, "lines" | "merges">,
  columns: readonly TableColumn<Key>[],
): Table<Key> {
  const columnOf = (cell: CellValue) =>
    columns.find(({ headings }) => headings.map(plainHeading).includes(plainHeading(cell))) ?? null;
  const head =
    lines.slice(0, HEADING_ROWS).find(({ cells }) => cells.some((cell) => columnOf(cell)?.required)) ??
    lines[0];
  const placed = (head?.cells ?? []).map(columnOf);
  const found = columns.filter((column) => placed.includes(column));
  return {
    head,
    rows: lines
      .filter(({ line }) => line > (head?.line ?? 0))
      .map(({ line, cells }) => ({ line, cells: cellsOf(cells, placed) })),
    found: found.map(({ key }) => key),
    missing: columns.filter((column) => column.required && !found.includes(column)),
    merges: merges.filter(({ endRow }) => endRow + 1 >= (head?.line ?? 0)),
    ignored: (head?.cells ?? []).flatMap((cell, at) =>
      placed[at] || isEmpty(cell) ? [] : [String(cell).trim()],
    ),
  };
}

function cellsOf<Key extends string>(
  cells: readonly CellValue[],
  placed: readonly (TableColumn<Key> | null)[],
): TableRow<Key>["cells"] {
  const given: Partial<Record<Key, string | number | Date>> = {};
  for (const [at, column] of placed.entries()) {
    const cell = cells[at] ?? null;
    if (column === null || isEmpty(cell) || column.key in given) continue;
    given[column.key] = typeof cell === "number" || cell instanceof Date ? cell : String(cell).trim();
  }
  return given;
}

/** Throws invalid-parameter where no row of a table can be read: no headings, merged cells, a column or all rows missing, too many. */
export function requireRows(table: Table, most: number): void {
  const { head, merges, missing, rows } = table;
  if (!head) throw wrongFile("no-headings", "", "a table with a row of headings");
  requireUnmerged(merges);
  const [column] = missing;
  if (column)
    throw wrongFile(
      "missing-column",
      headText(head),
      `a table with the column ${column.headings.join(" / ")}`,
      {
        column: column.headings[0]!,
      },
    );
  requireNoMore(rows.length, most);
  if (rows.length === 0) throw wrongFile("no-rows", "no rows", "rows below the headings");
}

const MERGES_TOLD = 10; // rows

// throws invalid-parameter where cells of a table are merged, with their rows
function requireUnmerged(merges: Table["merges"]): void {
  if (merges.length === 0) return;
  const rows = [...new Set(merges.map(({ startRow }) => startRow + 1))].sort((a, b) => a - b);
  const at = rows.slice(0, MERGES_TOLD).join(", ") + (rows.length > MERGES_TOLD ? " …" : "");
  const given = `${merges.length} merged cells in rows ${at}`;
  throw wrongFile("merged", given, "a table without merged cells", { merges: merges.length, at });
}

export function requireNoMore(rows: number, most: number): void {
  if (rows > most) throw wrongFile("too-many-rows", rows, `of at most ${most} rows`, { rows, most });
}

/** A row of headings as it is told of. */
export const headText = (head: Line | undefined) =>
  (head?.cells ?? [])
    .filter((cell) => !isEmpty(cell))
    .map((cell) => shownCell(cell))
    .join("、")
    .slice(0, 100);
