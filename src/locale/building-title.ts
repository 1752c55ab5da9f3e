import type { SafetyRecord } from "../../server/contract/safety-records.ts";
import type { Language } from "../state/app-state.ts";
import { nameIn } from "./name-text.ts";

/** What a building of the archive is called: its name, else its estate and number. */
export function buildingTitle(record: SafetyRecord, language: Language): string {
  const estate = language === "en" ? (record.estateEn ?? record.estateZh) : record.estateZh;
  return nameIn(language, record) ?? [estate, record.id.replace(/^building:/, "#")].filter(Boolean).join(" ");
}
