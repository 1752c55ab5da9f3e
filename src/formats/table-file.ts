import type { Table } from "./table.ts";

export type TableKind = "csv" | "xlsx";

/** A table as a file of that kind; what writes it loads when it is asked for. */
export const tableFile = async (kind: TableKind, table: Table): Promise<Blob> =>
  kind === "csv"
    ? (await import("./csv-table.ts")).writeCsv(table)
    : (await import("./xlsx-table.ts")).writeXlsx(table);
