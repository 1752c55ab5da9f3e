import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import { nameIn } from "../locale/name-text.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { CatchmentAnswer } from "../state/app-state.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { catchmentFeatures, catchmentTable } from "./catchment-table.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

/** The catchment to take away: zones and facilities as CSV or a workbook, and as GeoJSON. */
export function CatchmentDownloads({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const { language, catchment } = state;
    const { category, minutes, group } = answer.result;
    const title = [
      ...[nameIn(language, category), nameIn(language, group), t("catchment.minutesValue", { minutes })],
      t(`catchment.methods.${catchment.method}`),
    ].join(" ");
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      const zones = selectCatalogue(state)?.zones ?? [];
      const text = JSON.stringify(catchmentFeatures(answer, { zones, source }));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = catchmentTable(answer, { t, language, title });
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
      {t("catchment.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
