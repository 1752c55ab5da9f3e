import { useTranslation } from "react-i18next";
import { type ComparisonRow, differenceText, toldOf } from "../analyses/comparison-rows.ts";
import { rowsWithEnds } from "../analyses/comparison-table.ts";
import { CopyTable, tsvOf } from "../analyses/data-table.tsx";
import { SERIES_COLOURS } from "../cartography/series-colour.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import { holdAgainst, removeFromComparison } from "../state/comparison.ts";
import { askKeptSheet } from "../state/kept-sheets.ts";
import { useApp } from "../state/store.ts";
import type { ComparedColumn } from "./comparison-columns.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { reopenArea, showArea } from "./reopen-area.ts";

interface TableProps {
  readonly rows: readonly ComparisonRow[];
  readonly columns: readonly ComparedColumn[];
}

/** The rows of the compared sheets; beneath each value how far it lies from that of the first column. */
export function ComparisonTable({ rows, columns }: TableProps) {
  const { t } = useTranslation();
  const results = columns.flatMap(({ answer }) => (answer === null ? [] : [answer.result]));
  const parts = [...new Set(rows.map(({ part }) => part))];
  const copied = [
    { id: "part", label: t("file.field.part"), value: ({ part }: ComparisonRow) => part },
    { id: "quantity", label: t("file.field.quantity"), value: ({ label }: ComparisonRow) => label },
    { id: "unit", label: t("sheetPage.table.unit"), value: ({ unit }: ComparisonRow) => unit },
    ...columns.map(({ question, name, answer }) => ({
      id: question,
      label: name,
      value: (row: ComparisonRow) => {
        const value = answer && row.value(answer.result);
        return value !== null && row.kind === "share" ? value * 100 : value;
      },
    })),
  ];
  return (
    <>
      <p className="comparison-bar">
        <span className="comparison-swipe hint">{t("sheetPage.comparison.scroll")}</span>
        <CopyTable text={() => tsvOf(copied, rowsWithEnds(rows, results, t))} />
      </p>
      <div className="comparison-scroll">
        <table data-field="comparison" aria-label={t("sheetPage.comparison.title")}>
          <thead>
            <tr>
              <th scope="col">{t("sheetPage.comparison.rows")}</th>
              {columns.map((column, index) => (
                <ColumnHead key={column.question} column={column} isBase={index === 0} />
              ))}
            </tr>
          </thead>
          {parts.map((part) => (
            <PartBody
              key={part}
              part={part}
              rows={rows.filter((row) => row.part === part)}
              columns={columns}
            />
          ))}
        </table>
      </div>
    </>
  );
}

function ColumnHead({ column, isBase }: { readonly column: ComparedColumn; readonly isBase: boolean }) {
  const { t } = useTranslation();
  const { letter, name, area, run, question } = column;
  const colours = SERIES_COLOURS[useApp(selectIsDark) ? "dark" : "light"];
  return (
    <th scope="col" data-column={letter ?? "district"}>
      <button
        type="button"
        className="column-name"
        title={t("sheetPage.comparison.show")}
        onClick={() => showArea(area)}
      >
        {letter === null ? null : (
          <i className="letter" style={{ background: colours[letter] }}>
            {letter}
          </i>
        )}{" "}
        {name}
      </button>
      {isBase ? <em className="base">{t("sheetPage.comparison.base")}</em> : null}
      {area === null ? null : (
        <span className="column-tools">
          <button type="button" title={t("sheetPage.comparison.open")} onClick={() => reopenArea(area)}>
            <Icon name="target" />
            <span className="unseen">{t("sheetPage.comparison.open")}</span>
          </button>
          {isBase ? null : (
            <button type="button" title={t("sheetPage.comparison.against")} onClick={() => holdAgainst(area)}>
              <Icon name="flag" />
              <span className="unseen">{t("sheetPage.comparison.against")}</span>
            </button>
          )}
          <button
            type="button"
            title={t("sheetPage.comparison.remove")}
            onClick={() => removeFromComparison(area)}
          >
            <Icon name="close" />
            <span className="unseen">{t("sheetPage.comparison.remove")}</span>
          </button>
        </span>
      )}
      {run?.status === "failed" ? (
        <FailureNote failure={run.failure} onRetry={() => askKeptSheet(question, { again: true })} />
      ) : null}
    </th>
  );
}

function PartBody({ part, rows, columns }: TableProps & { readonly part: string }) {
  return (
    <tbody>
      <tr className="part-row">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          <span>{part}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <ValueRow key={row.id} row={row} columns={columns} />
      ))}
    </tbody>
  );
}

function ValueRow({
  row,
  columns,
}: {
  readonly row: ComparisonRow;
  readonly columns: TableProps["columns"];
}) {
  const { t } = useTranslation();
  const base = columns[0]?.answer;
  return (
    <tr data-row={row.id}>
      <th scope="row">
        {row.label}
        {row.isTrial ? <em className="trial">{t("sheet.trial")}</em> : null}
      </th>
      {columns.map((column, index) => (
        <ValueCell
          key={column.question}
          row={row}
          column={column}
          base={index === 0 || !base ? null : row.value(base.result)}
        />
      ))}
    </tr>
  );
}

interface CellProps {
  readonly row: ComparisonRow;
  readonly column: ComparedColumn;
  readonly base: number | null;
}

function ValueCell({ row, column: { answer }, base }: CellProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (answer === null) return <td aria-busy="true">…</td>;
  const told = toldOf(row, answer.result, numbers);
  const apart = differenceText(row.kind, [row.value(answer.result), base], { t, numbers });
  if (told === null)
    return <td className="no-value">{row.withoutValue?.(answer.result) ?? numbers.unknown}</td>;
  return (
    <td>
      {told}
      {apart === null ? null : <small className="apart">{apart}</small>}
    </td>
  );
}
