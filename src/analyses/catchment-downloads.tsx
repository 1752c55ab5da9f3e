import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import type { AppState } from "../state/app-state.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { selectCatalogue } from "../state/session.ts";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { catchmentFeatures, catchmentTable } from "./catchment-table.ts";

/** The catchment to take away: zones and facilities as CSV or a workbook, and as GeoJSON. */
export function CatchmentDownloads({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const titleOf = ({ language, catchment }: AppState) => {
    const { category, minutes, group } = answer.result;
    return [
      ...[nameIn(language, category), nameIn(language, group), t("catchment.minutesValue", { minutes })],
      t(`catchment.methods.${catchment.method}`),
    ].join(" ");
  };
  return (
    <AnswerDownloads
      label={t("catchment.download")}
      answer={answer}
      titleOf={titleOf}
      tableOf={({ language }, title) => catchmentTable(answer, { t, language, title })}
      featuresOf={(state, source) =>
        catchmentFeatures(answer, { zones: selectCatalogue(state)?.zones ?? [], source })
      }
    />
  );
}
