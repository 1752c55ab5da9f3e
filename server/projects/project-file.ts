import {
  MAX_PROJECT_ROWS,
  PROJECT_COLUMNS,
  type ProjectColumn,
  type ProjectFault,
} from "../contract/entered-projects.ts";
import { notATable, wrongFile } from "../errors.ts";
import {
  HEADING_ROWS,
  headText,
  type Table,
  type TableColumn,
  type TableRow,
  tableOf,
} from "../tables/match-headings.ts";
import { readLines } from "../tables/read-lines.ts";

/** A row of a file as it stands: cells by what their column is; an empty one is left out. */
export type FileRow = TableRow<ProjectColumn>;

export interface ProjectTable {
  readonly rows: readonly FileRow[];
  /** What is wrong with the file as a whole; no row is read then. */
  readonly faults: readonly ProjectFault[];
  /** Headings that are not read. */
  readonly ignored: readonly string[];
}

const COLUMNS = (Object.keys(PROJECT_COLUMNS) as ProjectColumn[]).map(
  (key): TableColumn<ProjectColumn> => ({ key, ...PROJECT_COLUMNS[key] }),
);
const ROOM = { columns: COLUMNS.length, rows: HEADING_ROWS + MAX_PROJECT_ROWS };

/** The heading of a column, as it is told of. */
export const headingOf = (column: ProjectColumn) => PROJECT_COLUMNS[column].headings[0]!;

/** The rows of an XLSX or CSV file (UTF-8 or GB18030) by their headings. Throws unsupported-format, invalid-parameter, payload-too-large. */
export async function readProjectFile(bytes: Buffer): Promise<ProjectTable> {
  if (bytes.length === 0) throw notATable();
  const table = tableOf(await readLines(bytes, ROOM), COLUMNS);
  const faults = faultsOf(table);
  if (faults.length > 0) return { rows: [], faults, ignored: [] };
  if (table.rows.length === 0) throw wrongFile("no-rows", 0, "a file with a row below its headings");
  return { rows: table.rows, faults: [], ignored: table.ignored };
}

function faultsOf({ head, merges, missing, rows }: Table<ProjectColumn>): ProjectFault[] {
  const merged = merges.map(({ startRow, endRow }) => ({
    ...{ line: startRow + 1, column: "", value: `${startRow + 1}–${endRow + 1}` },
    ...{ code: "merged" as const, expected: "" },
  }));
  const absent = missing.map(({ headings }) => ({
    ...{ line: head?.line ?? 1, column: headings[0]!, code: "missing-column" as const },
    ...{ value: headText(head), expected: headings.join(" / ") },
  }));
  const isTooLong = rows.length > MAX_PROJECT_ROWS;
  return [...merged, ...absent, ...(isTooLong ? [tooManyRows(rows.length)] : [])];
}

const tooManyRows = (rows: number): ProjectFault => ({
  ...{ line: MAX_PROJECT_ROWS + 1, column: "", value: String(rows), code: "too-many-rows" },
  expected: String(MAX_PROJECT_ROWS),
});
