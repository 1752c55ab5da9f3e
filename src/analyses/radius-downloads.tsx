import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { ParkAnswer, StatutoryRadiusAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { radiusFeatures, radiusTable } from "./radius-table.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

/** Coverage by radius to take away: all definitions as CSV or a workbook, the cover looked at as GeoJSON. */
export function RadiusDownloads({ answer }: { readonly answer: ParkAnswer | StatutoryRadiusAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const title = t(`radius.analysis.${state.radius.analysis ?? "park-coverage"}`);
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      const text = JSON.stringify(radiusFeatures(answer, source));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = radiusTable(answer, { t, language: state.language, numbers, title });
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
      {t("radius.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
