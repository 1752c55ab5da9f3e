import { useTranslation } from "react-i18next";
import type { ComparisonRow } from "../analyses/comparison-rows.ts";
import { comparisonTable, rowsWithEnds } from "../analyses/comparison-table.ts";
import { saveFile } from "../formats/save-file.ts";
import { useApp } from "../state/store.ts";
import type { ComparedColumn } from "./comparison-columns.ts";
import { sourceLine } from "./sheet-table.ts";

interface DownloadProps {
  readonly rows: readonly ComparisonRow[];
  readonly columns: readonly ComparedColumn[];
}

/** The comparison to take away, as CSV or a workbook, with where the figures come from. */
export function ComparisonDownloads({ rows, columns }: DownloadProps) {
  const { t } = useTranslation();
  const answered = columns.flatMap(({ name, answer }) => (answer === null ? [] : [{ name, answer }]));
  const [first] = answered;
  const download = async (kind: "csv" | "xlsx") => {
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
    const blob =
      kind === "csv"
        ? (await import("../formats/csv-table.ts")).writeCsv(whole)
        : await (await import("../formats/xlsx-table.ts")).writeXlsx(whole);
    saveFile(blob, `${title} ${answered.map(({ name }) => name).join(" - ")}.${kind}`);
  };
  return (
    <p className="downloads">
      {t("sheetPage.comparison.download")}
      <button type="button" className="quiet" onClick={() => void download("csv")}>
        {t("file.downloadCsv")}
      </button>
      <button type="button" className="quiet" onClick={() => void download("xlsx")}>
        {t("file.downloadXlsx")}
      </button>
    </p>
  );
}
