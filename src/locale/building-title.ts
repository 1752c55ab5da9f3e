import type { TFunction } from "i18next";
import type { SafetyRecord } from "../../server/contract/safety-records.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";

/** What a building of the archive is called: its name, else its estate and number. */
export function buildingTitle(
  record: SafetyRecord,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  const estate = language === "en" ? (record.estateEn ?? record.estateZh) : record.estateZh;
  const number = t("ledger.safety.number", { id: record.id.replace(/^building:/, "") });
  return nameIn(language, record) ?? [estate, number].filter(Boolean).join(" ");
}
