import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";

/** The facility categories of a list, those the data holds first; one that is none of them stands there as what it is. */
export function CategoryOptions({ chosen }: { readonly chosen: string | null }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const group = (isHeld: boolean) =>
    categories
      .filter(({ facilities }) => facilities > 0 === isHeld)
      .map(({ code, ...names }) => (
        <option key={code} value={code}>
          {nameIn(language, names)}
        </option>
      ));
  const isKnown = chosen === null || categories.some(({ code }) => code === chosen);
  return (
    <>
      {isKnown || categories.length === 0 ? null : (
        <option value={chosen}>{t("gap.unknownCategory", { code: chosen })}</option>
      )}
      <optgroup label={t("gap.heldGroup")}>{group(true)}</optgroup>
      <optgroup label={t("gap.absentGroup")}>{group(false)}</optgroup>
    </>
  );
}
