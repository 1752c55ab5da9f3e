import { type OpenSheet, openSheet as open } from "../tables/open-sheet.ts";
import { HEADER_ROW, MAX_ROWS, SHEET_COLUMNS } from "./sheet-columns.ts";

/** A sheet of dispatch as it stands. Throws unsupported-format, payload-too-large. */
export const openSheet = (bytes: Uint8Array): Promise<OpenSheet> =>
  open(bytes, { columns: SHEET_COLUMNS.length, rows: HEADER_ROW + MAX_ROWS });
