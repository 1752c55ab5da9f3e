import type { TFunction } from "i18next";
import type { FilteredBuilding } from "../../server/contract/filter-list.ts";
import type { Language } from "../state/app-state.ts";
import { nameIn } from "./name-text.ts";

/** How a building is called in a list: by its name, else by its estate, else by its use; the rest stands beneath. */
export function buildingName(
  { id, nameZh, nameEn, estateZh, estateEn, use }: FilteredBuilding,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): { readonly title: string; readonly note: string } {
  const useName = use === "unknown" ? t("field.use") + t("value.unknown") : t(`value.${use}`);
  const named =
    nameIn(language, { nameZh, nameEn }) ?? nameIn(language, { nameZh: estateZh, nameEn: estateEn });
  const short = id.replace(/^building:/, "");
  return named === null
    ? { title: `${useName} ${short}`, note: "" }
    : { title: named, note: `${useName} ${short}` };
}
