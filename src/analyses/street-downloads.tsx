import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import { useApp } from "../state/store.ts";
import { type ShownStreets, streetFeatures, streetTable } from "./street-table.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

/** An answer about streets to take away: figures and places as CSV or a workbook, places as GeoJSON. */
export function StreetDownloads({ shown }: { readonly shown: ShownStreets }) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const { language } = state;
    const title =
      shown.asked === "network-quality" ? t("street.quality.title") : t(`street.ask.${shown.asked}`);
    const source = sourceLine(shown.answer, state, t);
    if (kind === "geojson") {
      const text = JSON.stringify(streetFeatures(shown, source));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = streetTable(shown, { t, language, title });
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
      {t("street.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
