import { useTranslation } from "react-i18next";
import type { ConditionalEdge } from "../../server/contract/walk-conditions.ts";
import { dayAndTime } from "../state/conditions-address.ts";
import { useApp } from "../state/store.ts";
import { nameIn } from "./name-text.ts";

type Conditional = Pick<ConditionalEdge, "kind" | "nameZh" | "nameEn" | "openHours" | "fare">;

/** The time of the week asked about, and what has hours or a fare, in the reader's words. */
export function useConditionTexts() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const { day, time } = dayAndTime(useApp((state) => state.conditions.at));
  const fare = (text: string) => {
    if (text === "yes") return t("walking.conditions.fareUnknown");
    // as it is tagged, but for the currency
    return t("walking.conditions.fareOf", { fare: language === "en" ? text.replace("元", "yuan") : text });
  };
  const edge = ({ kind, openHours, fare: price, ...names }: Conditional) => {
    const name = nameIn(language, names) ?? t(`walking.route.kind.${kind}`);
    const more = [...(openHours === null ? [] : [openHours]), ...(price === null ? [] : [fare(price)])];
    return more.length === 0 ? name : t("walking.conditions.with", { name, more: more.join(" · ") });
  };
  return { at: `${t(`walking.conditions.dayShort.${day}`)} ${time}`, edge, fare };
}
