import type { TFunction } from "i18next";
import type { FilteredBuilding } from "../../server/contract/filter-list.ts";
import type { Language } from "../state/appearance-state.ts";
import { nameIn } from "./name-text.ts";

type Named = Pick<FilteredBuilding, "id" | "nameZh" | "nameEn" | "estateZh" | "estateEn"> & {
  readonly use: string;
};

/** How a building is called: by its name, else by its estate, else by its use and number; the rest stands beneath in a list. */
export function buildingName(
  { id, nameZh, nameEn, estateZh, estateEn, use }: Named,
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
