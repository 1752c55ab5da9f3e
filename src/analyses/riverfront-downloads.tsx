import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { RiverfrontAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { riverfrontFeatures, riverfrontTable } from "./riverfront-table.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

/** The banks to take away: CSV or a workbook, and GeoJSON of segments and ways down. */
export function RiverfrontDownloads({ answer }: { readonly answer: RiverfrontAnswer }) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const title = t("riverfront.title");
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      const text = JSON.stringify(riverfrontFeatures(answer, source));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = riverfrontTable(answer, { t, language: state.language, title });
    const blank = table.columns.slice(2).map(() => null);
    const whole = { ...table, rows: [...table.rows, [t("sheet.source"), source, ...blank]] };
    const blob =
      kind === "csv"
        ? (await import("../formats/csv-table.ts")).writeCsv(whole)
        : await (await import("../formats/xlsx-table.ts")).writeXlsx(whole);
    saveFile(blob, `${title}.${kind}`);
  };
  return (
    <p className="downloads">
      {t("riverfront.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
