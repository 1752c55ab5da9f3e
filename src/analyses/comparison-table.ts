import type { TFunction } from "i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { Table } from "../formats/table.ts";
import type { ComparisonRow } from "./comparison-rows.ts";

interface Column {
  readonly name: string;
  readonly result: AnswerSheetResult;
}

// 0…1 to per cent without the noise of binary fractions
const written = ({ kind }: ComparisonRow, value: number | null) =>
  value !== null && kind === "share" ? Number((value * 100).toFixed(6)) : value;

/**
 * A comparison to take away: part, quantity and unit, a column per area, then a column per area for its difference to
 * the first, in the unit of the row. Unrounded; unknown stays empty.
 */
export function comparisonTable(
  rows: readonly ComparisonRow[],
  columns: readonly Column[],
  words: {
    readonly title: string;
    readonly heads: readonly [part: string, quantity: string, unit: string];
    readonly difference: (name: string, base: string) => string;
  },
): Table {
  const [base, ...others] = columns;
  const differences = base ? others.map(({ name }) => words.difference(name, base.name)) : [];
  return {
    title: words.title,
    columns: [...words.heads, ...columns.map(({ name }) => name), ...differences],
    rows: rows.map((row) => {
      const [first = null, ...rest] = columns.map(({ result }) => written(row, row.value(result)));
      const apart = rest.map((value) =>
        value === null || first === null ? null : Number((value - first).toPrecision(12)),
      );
      return [row.part, row.label, row.unit, first, ...rest, ...apart];
    }),
  };
}

/** The rows as a file has them: what lies between two ends in any of the sheets has a row for each of these too. */
export function rowsWithEnds(
  rows: readonly ComparisonRow[],
  results: readonly AnswerSheetResult[],
  t: TFunction,
): ComparisonRow[] {
  return rows.flatMap((row) => {
    const { ends, ...whole } = row;
    if (ends === undefined || results.every((result) => ends(result) === null)) return [row];
    const end = (at: 0 | 1): ComparisonRow => ({
      ...{
        ...whole,
        id: `${row.id}/${at}`,
        label: `${row.label} · ${t(at === 0 ? "file.lowest" : "file.highest")}`,
      },
      value: (result) => {
        const given = ends(result);
        return given === null ? row.value(result) : given[at];
      },
    });
    return [row, end(0), end(1)];
  });
}
