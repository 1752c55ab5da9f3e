import type { Table } from "./table.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV (RFC 4180) in UTF-8 with a byte order mark, without which Excel in China takes it for GBK. */
export function writeCsv({ columns, rows }: Table): Blob {
  const lines = [columns, ...rows].map((row) => row.map(cellOf).join(","));
  return new Blob([BYTE_ORDER_MARK, lines.join("\r\n"), "\r\n"], { type: "text/csv;charset=utf-8" });
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  // a spreadsheet would run text that begins so as a formula
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
