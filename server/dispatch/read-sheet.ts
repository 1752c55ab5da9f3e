import type { CellValue } from "hucre/xlsx";
import { type DispatchValues, MonthText, type SheetFault } from "../contract/dispatch.ts";
import { seenBefore, shownCell } from "../tables/cells.ts";
import { plainHeading as plain } from "../tables/match-headings.ts";
import type { Merge, OpenSheet } from "../tables/open-sheet.ts";
import type { DispatchedProject } from "./dispatch.ts";
import { readCell } from "./read-cell.ts";
import {
  addressOf,
  HEADER_ROW,
  MAX_ROWS,
  MONTH_ROW,
  SHEET_COLUMNS,
  type SheetColumn,
} from "./sheet-columns.ts";
import { keyOf } from "./write-sheet.ts";

/** A row of a sheet whose cells were all taken; `row` counts from 0. */
export interface SheetRow {
  readonly row: number;
  readonly project: DispatchedProject;
  readonly values: DispatchValues;
}

/** What a sheet says, and every cell of it that is not taken. */
export interface SheetRead {
  readonly rows: readonly SheetRow[];
  readonly faults: readonly SheetFault[];
}

const told = (cell: string, code: SheetFault["code"], more: Partial<SheetFault> = {}): SheetFault => ({
  ...{ cell, code, column: null, value: null, right: null },
  ...more,
});

/** The month a sheet is of, or what is wrong with the cell that should say it. */
export function readMonth({ rows }: OpenSheet): {
  readonly month: string | null;
  readonly faults: SheetFault[];
} {
  const [row, column] = [MONTH_ROW - 1, 1];
  const cell = rows[row]?.[column] ?? null;
  const month = typeof cell === "string" ? cell.trim() : null;
  if (month !== null && MonthText.safeParse(month).success) return { month, faults: [] };
  const right = cell instanceof Date ? cell.toISOString().slice(0, 7) : "2026-11";
  const wrong = told(addressOf(row, column), "wrong-month", {
    column: "月份",
    value: shownCell(cell),
    right,
  });
  return { month: null, faults: [wrong] };
}

/** Reads the table of a sheet against the projects under dispatch in its month; a wrong head is told of alone. */
export function readTable({ rows, merges }: OpenSheet, projects: readonly DispatchedProject[]): SheetRead {
  const head = headFaults(rows[HEADER_ROW - 1] ?? []);
  const merged = merges.filter(({ endRow }) => endRow >= HEADER_ROW - 1).map(mergeFault);
  if (head.length > 0 || merged.length > 0) return { rows: [], faults: [...head, ...merged] };
  const known = new Map(projects.map((project) => [keyOf(project), project]));
  const seen = { codes: seenBefore(), uniform: seenBefore() };
  const found = rows
    .map((cells, row) => ({ cells, row }))
    .slice(HEADER_ROW)
    .filter(({ cells }) => cells.some((cell) => cell !== null && String(cell).trim() !== ""));
  const beyond = found.find(({ row }) => row >= HEADER_ROW + MAX_ROWS);
  if (beyond)
    return {
      rows: [],
      faults: [told(addressOf(beyond.row, 0), "too-many-rows", { right: String(MAX_ROWS) })],
    };
  const read = found.map((line) => readRow(line, known, seen));
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    faults: read.flatMap(({ faults }) => faults),
  };
}

function headFaults(head: readonly CellValue[]): SheetFault[] {
  const row = HEADER_ROW - 1;
  if (head.every((cell) => cell === null))
    return [told(addressOf(row, 0), "no-header", { right: SHEET_COLUMNS[0]!.header })];
  const wrong = SHEET_COLUMNS.flatMap(({ header }, column) => {
    const cell = head[column] ?? null;
    if (cell !== null && plain(cell) === plain(header)) return [];
    const code = cell === null ? "missing-column" : "wrong-header";
    return [told(addressOf(row, column), code, { value: shownCell(cell), right: header })];
  });
  const spare = head.flatMap((cell, column) =>
    column < SHEET_COLUMNS.length || cell === null
      ? []
      : [told(addressOf(row, column), "wrong-header", { value: shownCell(cell) })],
  );
  return [...wrong, ...spare];
}

const mergeFault = ({ startRow, startCol, endRow, endCol }: Merge): SheetFault =>
  told(`${addressOf(startRow, startCol)}:${addressOf(endRow, endCol)}`, "merged");

// where a code stands already, by its address
type Seen = Readonly<Record<"codes" | "uniform", ReturnType<typeof seenBefore>>>;
interface Line {
  readonly cells: readonly CellValue[];
  readonly row: number;
}

function readRow(
  { cells, row }: Line,
  known: ReadonlyMap<string, DispatchedProject>,
  seen: Seen,
): { readonly row?: SheetRow; readonly faults: SheetFault[] } {
  const faults: SheetFault[] = [];
  const values: Record<string, unknown> = {};
  const project = projectOf({ cells, row }, known, seen, faults);
  for (const [at, column] of SHEET_COLUMNS.entries()) {
    if (column.kind === "code" || column.kind === "told") continue;
    const cell = cells[at] ?? null;
    const read = readCell(cell, column);
    if ("value" in read) values[column.key] = read.value;
    else
      faults.push(
        told(addressOf(row, at), read.fault.code, { ...about(column, cell), right: read.fault.right }),
      );
  }
  faults.push(...uniformTwice(values, row, seen), ...betweenCells(values, row));
  if (faults.length > 0 || project === null) return { faults };
  return { row: { row, project, values: values as unknown as DispatchValues }, faults };
}

const about = (column: SheetColumn, cell: CellValue) => ({ column: column.header, value: shownCell(cell) });

function projectOf(
  { cells, row }: Line,
  known: ReadonlyMap<string, DispatchedProject>,
  seen: Seen,
  faults: SheetFault[],
): DispatchedProject | null {
  const [codeColumn, nameColumn] = SHEET_COLUMNS;
  const cell = cells[0] ?? null;
  const code = cell === null ? "" : String(cell).trim();
  const [address, column] = [addressOf(row, 0), codeColumn!.header];
  const refuse = (fault: SheetFault["code"], right: string | null = null) => {
    faults.push(told(address, fault, { column, value: code || null, right }));
    return null;
  };
  if (code === "") return refuse("no-code");
  const before = seen.codes(code, address);
  if (before !== null) return refuse("duplicate-code", before);
  const project = known.get(code);
  if (!project) return refuse("unknown-code");
  // a column sorted by itself would give one project the sums of another
  const name = cells[1] ?? null;
  if (name !== null && plain(name) !== plain(project.nameZh)) {
    const wrong = { ...about(nameColumn!, name), right: project.nameZh };
    faults.push(told(addressOf(row, 1), "wrong-name", wrong));
  }
  return project;
}

const columnAt = (key: SheetColumn["key"]) => SHEET_COLUMNS.findIndex((column) => column.key === key);

function uniformTwice(values: Readonly<Record<string, unknown>>, row: number, seen: Seen): SheetFault[] {
  const code = values.uniformCode;
  if (typeof code !== "string") return [];
  const address = addressOf(row, columnAt("uniformCode"));
  const before = seen.uniform(code, address);
  return before === null
    ? []
    : [told(address, "duplicate-uniform-code", { column: "项目统一代码", value: code, right: before })];
}

// a whole must not be less than its part: done in the month ≤ of the year ≤ since the start
function betweenCells(values: Readonly<Record<string, unknown>>, row: number): SheetFault[] {
  const pairs = [
    ["monthDoneWanYuan", "yearDoneWanYuan"],
    ["yearDoneWanYuan", "totalDoneWanYuan"],
  ] as const;
  return pairs.flatMap(([part, whole]) => {
    const [less, more] = [values[part], values[whole]];
    if (typeof less !== "number" || typeof more !== "number" || less <= more + 1e-9) return [];
    const column = SHEET_COLUMNS[columnAt(whole)]!.header;
    return [
      told(addressOf(row, columnAt(whole)), "less-than-part", {
        column,
        value: String(more),
        right: `≥ ${less}`,
      }),
    ];
  });
}
