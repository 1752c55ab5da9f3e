import { unzipSync } from "fflate";
import type { CellValue } from "hucre/xlsx";
import { AppError, notAWorkbook, payloadTooLarge } from "../errors.ts";

/** A file may be so large, in bytes, hold so many parts, and be so large unpacked: a sheet of 2,000 projects is under 1 MB. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;
const MAX_UNPACKED_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 200;
const EMPTY_PART_BYTES = 2;
// columns beside those of the table are looked at so far, to be told of
const SPARE_COLUMNS = 12;
const SPARE_ROWS = 1;

/** A sheet as it stands: rows of cells from A1, null = empty; merges by their corners from 0, ends inclusive. */
export interface OpenSheet {
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
}
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** How far a sheet is read: so many columns and rows, and a few beside them. */
export interface Room {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The first visible sheet of a workbook nobody vouches for, and of it only the cells a table may have. Throws
 * unsupported-format where it is none, payload-too-large where it would unpack to more than is taken.
 */
export async function openSheet(bytes: Uint8Array, { columns, rows }: Room): Promise<OpenSheet> {
  requireSmall(bytes);
  const range = `A1:${columnLetters(columns + SPARE_COLUMNS)}${rows + SPARE_ROWS}`;
  let seen = 0;
  try {
    // read when first needed, as a start should not wait for it
    const { readXlsx } = await import("hucre/xlsx");
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden && seen++ === 0,
      range,
    });
    const [first] = sheets;
    if (!first) throw notAWorkbook("an XLSX workbook with a visible sheet");
    return { rows: first.rows, merges: first.merges ?? [] };
  } catch (error) {
    // whatever the reader of the format stumbles over, the file is not one of it
    throw error instanceof AppError ? error : notAWorkbook("an XLSX workbook (.xlsx), without a password");
  }
}

/** The letters of a column, from 0 on. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

// the sizes a file declares bind: what unpacks to more than it declared is refused by the reader
function requireSmall(bytes: Uint8Array): void {
  let parts = 0;
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ size, originalSize }) => {
        parts += 1;
        // a part that declares nothing and holds something would be unpacked without a bound
        unpacked += originalSize === 0 && size > EMPTY_PART_BYTES ? Number.POSITIVE_INFINITY : originalSize;
        return false;
      },
    });
  } catch {
    throw notAWorkbook();
  }
  if (parts === 0) throw notAWorkbook();
  if (parts > MAX_PARTS || unpacked > MAX_UNPACKED_BYTES) throw payloadTooLarge(MAX_UNPACKED_BYTES);
}
