import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import type { ParkAnswer, StatutoryRadiusAnswer } from "../state/radius-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { radiusFeatures, radiusTable } from "./radius-table.ts";

/** Coverage by radius to take away: all definitions as CSV or a workbook, the cover looked at as GeoJSON. */
export function RadiusDownloads({ answer }: { readonly answer: ParkAnswer | StatutoryRadiusAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <AnswerDownloads
      label={t("radius.download")}
      answer={answer}
      titleOf={({ radius }) => t(`radius.analysis.${radius.analysis ?? "park-coverage"}`)}
      tableOf={({ language }, title) => radiusTable(answer, { t, language, numbers, title })}
      featuresOf={(_, source) => radiusFeatures(answer, source)}
    />
  );
}
