import { useTranslation } from "react-i18next";
import type { Table } from "../formats/table.ts";
import type { RouteAnswer } from "../state/walk-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";

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
  return (
    <AnswerDownloads
      label={t("walking.route.download")}
      answer={answer}
      titleOf={() => t("walking.route.title")}
      tableOf={(_, title) => routeTable(answer, title)}
      featuresOf={(_, source) => routeFeatures(answer, source)}
    />
  );
}
