import { useTranslation } from "react-i18next";
import type { RiverfrontAnswer } from "../state/riverfront-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { riverfrontFeatures, riverfrontTable } from "./riverfront-table.ts";

/** The banks to take away: CSV or a workbook, and GeoJSON of segments and ways down. */
export function RiverfrontDownloads({ answer }: { readonly answer: RiverfrontAnswer }) {
  const { t } = useTranslation();
  return (
    <AnswerDownloads
      label={t("riverfront.download")}
      answer={answer}
      titleOf={() => t("riverfront.title")}
      tableOf={({ language }, title) => riverfrontTable(answer, { t, language, title })}
      featuresOf={(_, source) => riverfrontFeatures(answer, source)}
    />
  );
}
