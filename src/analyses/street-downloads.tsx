import { useTranslation } from "react-i18next";
import { AnswerDownloads } from "./answer-downloads.tsx";
import { type ShownStreets, streetFeatures, streetTable } from "./street-table.ts";

/** An answer about streets to take away: figures and places as CSV or a workbook, places as GeoJSON. */
export function StreetDownloads({ shown }: { readonly shown: ShownStreets }) {
  const { t } = useTranslation();
  return (
    <AnswerDownloads
      label={t("street.download")}
      answer={shown.answer}
      titleOf={() =>
        shown.asked === "network-quality" ? t("street.quality.title") : t(`street.ask.${shown.asked}`)
      }
      tableOf={({ language }, title) => streetTable(shown, { t, language, title })}
      featuresOf={(_, source) => streetFeatures(shown, source)}
    />
  );
}
