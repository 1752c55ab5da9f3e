import { useTranslation } from "react-i18next";
import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import type { AppState } from "../state/app-state.ts";
import type { GapAnswer } from "../state/gap-state.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { gapFeatures, gapTable } from "./gap-table.ts";

/** The gap to take away: zones and places as CSV or a workbook, places as GeoJSON. */
export function GapDownloads({ answer }: { readonly answer: GapAnswer }) {
  const { t } = useTranslation();
  const titleOf = ({ language, gap }: AppState) => {
    const [only] = answer.result.categories;
    const what = gap.category === ANY_REQUIRED || !only ? t("gap.anyRequired") : nameIn(language, only);
    return `${t("gap.title")} ${what} ${t("gap.minutesValue", { minutes: gap.minutes })}`;
  };
  return (
    <AnswerDownloads
      label={t("gap.download")}
      answer={answer}
      titleOf={titleOf}
      tableOf={({ language }, title) => gapTable(answer, { t, language, title })}
      featuresOf={(_, source) => gapFeatures(answer, source)}
    />
  );
}
