import { useTranslation } from "react-i18next";
import type { HealthAnswer } from "../state/health-state.ts";
import { selectZone } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { healthTable } from "./health-table.ts";

/** The health check to take away: CSV or a workbook of every indicator, and GeoJSON of the zones counted in one. */
export function HealthDownloads({ answer }: { readonly answer: HealthAnswer }) {
  const { t } = useTranslation();
  return (
    <AnswerDownloads
      label={t("health.download")}
      answer={answer}
      titleOf={() => t("health.title")}
      tableOf={({ language }, title) => healthTable(answer, { t, language, title })}
      featuresOf={(_, source) => lackingZones(answer, source)}
    />
  );
}

function lackingZones({ result }: HealthAnswer, source: string): GeoJSON.FeatureCollection {
  const state = useApp.getState();
  const features = result.indicators.flatMap(({ code, nameZh: indicator, lacking }) =>
    lacking.flatMap(({ id, nameZh, nameEn }): GeoJSON.Feature[] => {
      const known = selectZone(state, id);
      if (!known) return [];
      const properties = { code, indicator, zone: id, nameZh, nameEn, source };
      return [{ type: "Feature", geometry: known.geometry as GeoJSON.Geometry, properties }];
    }),
  );
  return { type: "FeatureCollection", features };
}
