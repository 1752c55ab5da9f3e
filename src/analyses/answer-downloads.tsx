import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import type { Table } from "../formats/table.ts";
import { tableFile } from "../formats/table-file.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

interface AnswerDownloadsProps {
  readonly label: string;
  readonly answer: Parameters<typeof sourceLine>[0];
  /** Also the name of the file. */
  readonly titleOf: (state: AppState) => string;
  /** Figures, numbers unrounded, unknown left empty. */
  readonly tableOf: (state: AppState, title: string) => Table;
  /** Places, EPSG:4326, each with the source; without it figures alone are taken away. */
  readonly featuresOf?: (state: AppState, source: string) => GeoJSON.FeatureCollection;
}

/** An answer to take away: figures as CSV or a workbook, places as GeoJSON, each with its source. */
export function AnswerDownloads({ label, answer, titleOf, tableOf, featuresOf }: AnswerDownloadsProps) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const title = titleOf(state);
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      if (!featuresOf) return;
      const text = JSON.stringify(featuresOf(state, source));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = tableOf(state, title);
    const blank = table.columns.slice(2).map(() => null);
    const whole = { ...table, rows: [...table.rows, [t("sheet.source"), source, ...blank]] };
    saveFile(await tableFile(kind, whole), `${title}.${kind}`);
  };
  return (
    <p className="downloads">
      {label}
      {KINDS.filter((kind) => kind !== "geojson" || featuresOf).map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
