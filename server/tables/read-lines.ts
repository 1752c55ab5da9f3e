import { CsvError, parse } from "csv-parse/sync";
import type { CellValue } from "hucre/xlsx";
import { notATable, wrongFile } from "../errors.ts";
import { type Merge, openSheet, type Room } from "./open-sheet.ts";

/** A line of a table that has something in it; `line` is that of the file, from 1. */
export interface Line {
  readonly line: number;
  readonly cells: readonly CellValue[];
}
export interface Lines {
  readonly lines: readonly Line[];
  /** Corners from 0, ends inclusive; a text has none. */
  readonly merges: readonly Merge[];
  readonly encoding: "utf-8" | "gb18030" | "xlsx";
}

const ZIP_SIGNATURE = [0x50, 0x4b];

export const isEmpty = (cell: CellValue | undefined) =>
  cell === null || cell === undefined || String(cell).trim() === "";

/**
 * The lines of an XLSX workbook's first visible sheet, or of CSV in UTF-8 or GB18030, as which the spreadsheets of China save
 * it as often. Throws unsupported-format, payload-too-large, and invalid-parameter where a quote is left open.
 */
export async function readLines(bytes: Buffer, room: Room): Promise<Lines> {
  if (!ZIP_SIGNATURE.every((byte, at) => bytes[at] === byte)) {
    const { text, encoding } = decode(bytes);
    return { lines: linesOfText(text), merges: [], encoding };
  }
  const { rows, merges } = await openSheet(bytes, room);
  const lines = rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => !cells.every(isEmpty));
  return { lines, merges, encoding: "xlsx" };
}

/** The lines of a CSV text; throws invalid-parameter where a quote is left open, unsupported-format where it is no text. */
export function linesOfText(text: string): Line[] {
  if (text.includes("\u0000") || text.startsWith("%PDF")) throw notATable();
  try {
    const options = { bom: true, info: true, skip_empty_lines: true, relax_column_count: true, trim: true };
    type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };
    return (parse(text, options) as unknown as Parsed[])
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => !cells.every(isEmpty));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw wrongFile("open-quote", error.code, "CSV with every quote closed");
  }
}

function decode(bytes: Buffer): { readonly text: string; readonly encoding: "utf-8" | "gb18030" } {
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // not of this encoding: the next is tried
    }
  }
  throw notATable();
}
