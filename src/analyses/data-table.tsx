import "../look/data-table.css";
import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";

type Cell = string | number | null;

/** A column of a table to sort and copy. */
export interface DataColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** What is sorted by and copied: a number unrounded, null where unknown. */
  readonly value: (row: Row) => Cell;
  /** What is read. */
  readonly cell: (row: Row) => ReactNode;
}

/** A column that is only copied: it is read elsewhere in the row. */
export type CopiedColumn<Row> = Omit<DataColumn<Row>, "cell">;

interface DataTableProps<Row> {
  readonly field: string;
  readonly caption: string;
  readonly className: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly copied?: readonly CopiedColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isUnknown?: (row: Row) => boolean;
}

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

/** A table whose heads sort it and which one button copies; what is unknown stays last, whichever way it is sorted. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { field, caption, className, columns, copied = [], rows, keyOf, isUnknown } = props;
  const language = useApp((state) => state.language);
  const definitions = useMemo(
    () => columns.map((column) => definitionOf(column, language)),
    [columns, language],
  );
  const table = useTable({ features, columns: definitions, data: rows });
  const sorted = table.getRowModel().rows;
  return (
    <div className="data-table">
      <table className={className} data-field={field}>
        <caption>
          <span>{caption}</span>
          <CopyTable
            text={() =>
              tsvOf(
                [...columns, ...copied],
                sorted.map(({ original }) => original),
              )
            }
          />
        </caption>
        <thead>
          <tr>
            {table.getFlatHeaders().map(({ column }) => (
              <SortHead key={column.id} label={labelOf(columns, column.id)} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ original: row }) => (
            <tr key={keyOf(row)} data-row={keyOf(row)} className={isUnknown?.(row) ? "unknown" : undefined}>
              {columns.map(({ id, cell }, index) =>
                index === 0 ? (
                  <th key={id} scope="row">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function definitionOf<Row extends object>(
  { id, label, value }: DataColumn<Row>,
  language: string,
): ColumnDef<typeof features, Row> {
  return {
    id,
    header: label,
    accessorFn: (row) => value(row) ?? undefined,
    sortUndefined: "last",
    sortDescFirst: false,
    sortFn: (one, other) => compare(one.getValue(id), other.getValue(id), language),
  };
}

function compare(one: unknown, other: unknown, language: string): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return String(one).localeCompare(String(other), language, { numeric: true });
}

const labelOf = <Row,>(columns: readonly DataColumn<Row>[], id: string) =>
  columns.find((column) => column.id === id)?.label ?? id;

interface SortHeadProps {
  readonly label: string;
  readonly column: { getIsSorted(): false | "asc" | "desc"; toggleSorting(): void };
}

function SortHead({ label, column }: SortHeadProps) {
  const { t } = useTranslation();
  const sorted = column.getIsSorted();
  const direction = sorted === false ? "none" : sorted === "asc" ? "ascending" : "descending";
  return (
    <th scope="col" aria-sort={direction}>
      <button
        type="button"
        className="sort"
        title={t("sheetPage.table.sort", { column: label })}
        onClick={() => column.toggleSorting()}
      >
        {label}
        <span aria-hidden="true">{sorted === false ? "" : sorted === "asc" ? " ↑" : " ↓"}</span>
      </button>
    </th>
  );
}

/** Rows as a spreadsheet takes them from the clipboard: tabs between, numbers unrounded, unknown empty. */
export function tsvOf<Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): string {
  const plain = (value: Cell) => String(value ?? "").replace(/[\t\r\n]+/g, " ");
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ];
  return lines.map((line) => line.map(plain).join("\t")).join("\n");
}

/** Copies a table to the clipboard, and says that it did, or that it may not. */
export function CopyTable({ text }: { readonly text: () => string }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<"copy" | "copied" | "copyFailed">("copy");
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setSaid("copied"),
      () => setSaid("copyFailed"),
    );
  return (
    <button type="button" className="quiet copy-table" onClick={() => void copy()}>
      <span aria-live="polite">{t(`sheetPage.table.${said}`)}</span>
    </button>
  );
}
