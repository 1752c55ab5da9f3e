import { useTranslation } from "react-i18next";
import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { saveFile } from "../formats/save-file.ts";
import { nameIn } from "../locale/name-text.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { GapAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { gapFeatures, gapTable } from "./gap-table.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

/** The gap to take away: zones and places as CSV or a workbook, places as GeoJSON. */
export function GapDownloads({ answer }: { readonly answer: GapAnswer }) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const { language, gap } = state;
    const [only] = answer.result.categories;
    const what = gap.category === ANY_REQUIRED || !only ? t("gap.anyRequired") : nameIn(language, only);
    const title = `${t("gap.title")} ${what} ${t("gap.minutesValue", { minutes: gap.minutes })}`;
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      const text = JSON.stringify(gapFeatures(answer, source));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = gapTable(answer, { t, language, title });
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
      {t("gap.download")}
      {KINDS.map((kind) => (
        <button key={kind} type="button" className="quiet" onClick={() => void download(kind)}>
          {labels[kind]}
        </button>
      ))}
    </p>
  );
}
