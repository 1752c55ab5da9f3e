import { Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { RuleSet } from "../../server/contract/rule-set.ts";
import { lazyPart } from "../panels/lazy-part.tsx";
import { readRuleSetsOnce } from "../state/rule-sets.ts";
import { setSheetParams } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";

const OwnRules = lazyPart(async () => ({ default: (await import("./own-rules.tsx")).OwnRules }));

/** By which rules it is judged; those that are recalled from memory or have no rows yet say so. */
export function RuleSetChoice() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const ruleSet = useApp((state) => state.sheetParams.ruleSet);
  const ruleSets = useApp((state) => state.ruleSets);
  const district = useApp((state) => state.district);
  const isReadOnly = useApp((state) => state.settings?.readOnly !== false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: own rule sets are those of the district
  useEffect(() => void readRuleSetsOnce(), [district]);
  const titleOf = (each: RuleSet) => {
    const title = language === "en" ? each.titleEn : each.titleZh;
    if (each.own) return t("ownRules.option", { title });
    if (each.requirements === 0) return t("gap.ruleSet.empty", { title });
    return each.required === 0 ? t("gap.ruleSet.shownOnly", { title }) : title;
  };
  return (
    <>
      <select
        className="rule-set"
        aria-label={t("sheet.ruleSet")}
        value={ruleSet}
        onChange={({ target }) => setSheetParams({ ruleSet: target.value })}
      >
        {ruleSets.some(({ id }) => id === ruleSet) ? null : <option value={ruleSet}>{ruleSet}</option>}
        {ruleSets.map((each) => (
          <option key={each.id} value={each.id}>
            {titleOf(each)}
          </option>
        ))}
      </select>
      {isReadOnly ? null : (
        <Suspense fallback={null}>
          <OwnRules />
        </Suspense>
      )}
    </>
  );
}
