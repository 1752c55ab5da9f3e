import { useTranslation } from "react-i18next";
import { saveFile } from "../formats/save-file.ts";
import type { Table } from "../formats/table.ts";
import { sourceLine } from "../panels/sheet-table.ts";
import type { RouteAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

const COLUMNS = [
  "kind",
  "nameZh",
  "nameEn",
  "lengthM",
  "climbM",
  "steps",
  "seconds",
  "openHours",
  "fare",
] as const;

/** The legs as a table, numbers unrounded, unknown left empty; its columns are the contract's own names. */
function routeTable({ result }: RouteAnswer, title: string): Table {
  const rows = (result.route?.legs ?? []).map((leg) => COLUMNS.map((column) => leg[column]));
  return { title, columns: COLUMNS, rows };
}

/** The legs as GeoJSON lines, EPSG:4326. */
function routeFeatures({ result }: RouteAnswer, source: string): GeoJSON.FeatureCollection {
  return {
    type: "FeatureCollection",
    features: (result.route?.legs ?? []).map(({ coordinates, ...leg }) => ({
      type: "Feature",
      geometry: { type: "LineString", coordinates },
      properties: { ...leg, source },
    })),
  };
}

/** The route to take away, leg by leg. */
export function RouteDownloads({ answer }: { readonly answer: RouteAnswer }) {
  const { t } = useTranslation();
  const title = t("walking.route.title");
  const source = () => sourceLine(answer, useApp.getState(), t);
  const asCsv = async () => {
    const table = routeTable(answer, title);
    const blank = table.columns.slice(2).map(() => null);
    const { writeCsv } = await import("../formats/csv-table.ts");
    const rows = [...table.rows, [t("sheet.source"), source(), ...blank]];
    saveFile(writeCsv({ ...table, rows }), `${title}.csv`);
  };
  const asGeojson = () => {
    const text = JSON.stringify(routeFeatures(answer, source()));
    saveFile(new Blob([text], { type: "application/geo+json" }), `${title}.geojson`);
  };
  return (
    <p className="downloads">
      {t("walking.route.download")}
      <button type="button" className="quiet" onClick={() => void asCsv()}>
        {t("file.downloadCsv")}
      </button>
      <button type="button" className="quiet" onClick={asGeojson}>
        GeoJSON
      </button>
    </p>
  );
}
