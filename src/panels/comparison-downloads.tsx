import { useTranslation } from "react-i18next";
import type { ComparisonRow } from "../analyses/comparison-rows.ts";
import { comparisonTable, rowsWithEnds } from "../analyses/comparison-table.ts";
import { saveFile } from "../formats/save-file.ts";
import { type TableKind, tableFile } from "../formats/table-file.ts";
import { useApp } from "../state/store.ts";
import type { ComparedColumn } from "./comparison-columns.ts";
import { sourceLine } from "./sheet-table.ts";
import { TableDownloads } from "./table-downloads.tsx";

interface DownloadProps {
  readonly rows: readonly ComparisonRow[];
  readonly columns: readonly ComparedColumn[];
}

/** The comparison to take away, as CSV or a workbook, with where the figures come from. */
export function ComparisonDownloads({ rows, columns }: DownloadProps) {
  const { t } = useTranslation();
  const answered = columns.flatMap(({ name, answer }) => (answer === null ? [] : [{ name, answer }]));
  const [first] = answered;
  const download = async (kind: TableKind) => {
    if (!first) return;
    const title = t("sheetPage.comparison.file");
    const table = comparisonTable(
      rowsWithEnds(
        rows,
        answered.map(({ answer }) => answer.result),
        t,
      ),
      answered.map(({ name, answer }) => ({ name, result: answer.result })),
      {
        title,
        heads: [t("file.field.part"), t("file.field.quantity"), t("file.field.unit")],
        difference: (area, base) => t("sheetPage.comparison.difference", { area, base }),
      },
    );
    const source = [t("sheet.source"), sourceLine(first.answer, useApp.getState(), t)];
    const filled = [...source, ...table.columns.slice(source.length).map(() => null)];
    const whole = { ...table, rows: [...table.rows, filled] };
    saveFile(
      await tableFile(kind, whole),
      `${title} ${answered.map(({ name }) => name).join(" - ")}.${kind}`,
    );
  };
  return <TableDownloads label={t("sheetPage.comparison.download")} onTake={download} />;
}
