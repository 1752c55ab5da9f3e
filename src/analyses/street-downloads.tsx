import { useTranslation } from "react-i18next";
import { placeKind } from "../locale/street-kind.ts";
import { selectCatalogue } from "../state/session.ts";
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
      tableOf={(state, title) => {
        const { language } = state;
        const categories = selectCatalogue(state)?.categories ?? [];
        const kindName = (kind: string) => placeKind(kind, categories, { t, language });
        return streetTable(shown, { t, language, title, kindName });
      }}
      featuresOf={(_, source) => streetFeatures(shown, source)}
    />
  );
}
