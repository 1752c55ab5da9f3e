import { CsvError, parse } from "csv-parse/sync";
import type { ImportReport, RowFault } from "../contract/indicator-values.ts";
import { unsupportedFormat, wrongFile } from "../errors.ts";

/** Most rows a file may have. */
export const MAX_ROWS = 5000;

/** A column of a file: what it is here, the headings it may stand under, the first being ours, and whether it must be there. */
export interface ImportColumn {
  readonly key: string;
  readonly headings: readonly string[];
  readonly required: boolean;
}

/** A row as text, by the keys of its columns; `line` is that of the file, from 1. */
export interface TextRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Rows below their headings. */
export interface ReadTable {
  readonly rows: readonly TextRow[];
  /** Keys of the columns that are there. */
  readonly found: readonly string[];
  /** Columns that must be there and are not. */
  readonly faults: readonly RowFault[];
}
interface TextTable extends ReadTable {
  readonly encoding: ImportReport["encoding"];
}

/** The text of a file in UTF-8, else in GB18030; throws unsupported-format where it is neither. */
function decode(bytes: Buffer): { readonly text: string; readonly encoding: ImportReport["encoding"] } {
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // not of this encoding: the next is tried
    }
  }
  throw unsupportedFormat("CSV in UTF-8 or GB18030");
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseText(text: string): Parsed[] {
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true };
    return parse(text, options) as unknown as Parsed[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrongFile("open-quote", error.code, "CSV with every quote closed");
  }
}

const plain = (heading: string) => heading.normalize("NFKC").replace(/\s+/g, "").toLowerCase();

/** The records of a CSV file in UTF-8 or GB18030 with their lines; throws unsupported-format and invalid-parameter. */
export const readRecords = (bytes: Buffer) => parseText(decode(bytes).text);

/** The rows of a file by its headings; other columns are not read. Throws unsupported-format and invalid-parameter. */
export function readTable(bytes: Buffer, columns: readonly ImportColumn[]): TextTable {
  const { text, encoding } = decode(bytes);
  const records = parseText(text).map(({ record, info }) => ({ record, line: info.lines }));
  return { encoding, ...tableOf(records, columns) };
}

interface TableRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** Records by the headings of the first; throws invalid-parameter where there is none, or there are too many. */
export function tableOf(
  [head, ...body]: readonly TableRecord[],
  columns: readonly ImportColumn[],
): ReadTable {
  if (!head) throw wrongFile("no-headings", "", "a table with a row of headings");
  if (body.length > MAX_ROWS)
    throw wrongFile("too-many-rows", body.length, `of at most ${MAX_ROWS} rows`, {
      rows: body.length,
      most: MAX_ROWS,
    });
  const given = head.record.map(plain);
  const placed = columns.map((column) => ({
    ...column,
    at: given.findIndex((heading) => column.headings.map(plain).includes(heading)),
  }));
  const faults = placed
    .filter(({ required, at }) => required && at < 0)
    .map(({ headings }) => ({
      ...{ line: head.line, column: headings[0]!, value: head.record.join(", ").slice(0, 80) },
      ...{ code: "missing-column", expected: headings.join(" / ") },
    }));
  const rows = body
    .map(({ record, line }) => ({
      line,
      cells: Object.fromEntries(
        placed.map(({ key, at }) => [key, at < 0 ? "" : (record[at] ?? "").trim()] as const),
      ),
    }))
    .filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  return { rows, faults, found: placed.flatMap(({ key, at }) => (at < 0 ? [] : [key])) };
}
