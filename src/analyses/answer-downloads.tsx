import { useTranslation } from "react-i18next";
import type { Answer } from "../../server/contract/analysis.ts";
import { saveFile } from "../formats/save-file.ts";
import type { Table } from "../formats/table.ts";
import { tableFile } from "../formats/table-file.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { askedLine, askedOf } from "./asked-line.ts";

const KINDS = ["csv", "xlsx", "geojson"] as const;

interface AnswerDownloadsProps {
  readonly label: string;
  readonly answer: Pick<Answer<unknown>, "dataVersion" | "inputs">;
  /** Also the name of the file. */
  readonly titleOf: (state: AppState) => string;
  /** Figures, numbers unrounded, unknown left empty. */
  readonly tableOf: (state: AppState, title: string) => Table;
  /** Places, EPSG:4326, each with the source; without it figures alone are taken away. */
  readonly featuresOf?: (state: AppState, source: string) => GeoJSON.FeatureCollection;
}

/** An answer to take away: figures as CSV or a workbook, places as GeoJSON, each with what was asked and its source. */
export function AnswerDownloads({ label, answer, titleOf, tableOf, featuresOf }: AnswerDownloadsProps) {
  const { t } = useTranslation();
  const labels = { csv: t("file.downloadCsv"), xlsx: t("file.downloadXlsx"), geojson: "GeoJSON" };
  const download = async (kind: (typeof KINDS)[number]) => {
    const state = useApp.getState();
    const title = titleOf(state);
    const source = sourceLine(answer, state, t);
    if (kind === "geojson") {
      if (!featuresOf) return;
      const text = JSON.stringify(withAsked(featuresOf(state, source), askedOf(answer.inputs)));
      saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
      return;
    }
    const table = tableOf(state, title);
    const asked = askedLine(answer.inputs, t);
    const said = [...(asked === "" ? [] : [[t("sheet.asked"), asked]]), [t("sheet.source"), source]];
    const blank = table.columns.slice(2).map(() => null);
    const whole = { ...table, rows: [...table.rows, ...said.map((each) => [...each, ...blank])] };
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

// what a feature says of itself stands before what was asked of all
const withAsked = (collection: GeoJSON.FeatureCollection, asked: object): GeoJSON.FeatureCollection => ({
  ...collection,
  features: collection.features.map((feature) => ({
    ...feature,
    properties: { ...asked, ...feature.properties },
  })),
});
