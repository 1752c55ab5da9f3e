import type { TFunction } from "i18next";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { Finding, FindingTerm } from "../../server/contract/findings.ts";
import type { Language } from "../state/appearance-state.ts";
import { readFindingWords } from "../state/findings.ts";
import { useApp } from "../state/store.ts";
import { nameIn } from "./name-text.ts";
import type { NumberText } from "./number-text.ts";
import { useNumbers } from "./use-numbers.ts";

/** What the register of findings is told with. */
interface FindingReader {
  readonly t: TFunction;
  readonly numbers: NumberText;
  readonly language: Language;
  readonly terms: readonly FindingTerm[];
  /** The name of a code; one that is no term stands for itself. */
  readonly nameOf: (kind: FindingTerm["kind"], code: string) => string;
  /** A value in the unit of an indicator; without a unit the plain number. */
  readonly valueText: (unit: Finding["unit"], value: number | null) => string;
  readonly titleOf: (finding: Finding) => string;
}

const COUNTED = ["buildings", "dwellings", "estates", "communities", "places", "roads", "quarters", "events"];

/** Reads the words of the register, once, and tells with them. */
export function useFindingReader(): FindingReader {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const terms = useApp((state) => state.findingTerms);
  useEffect(() => void readFindingWords(), []);
  return {
    ...{ t, numbers, language, terms },
    nameOf: (kind, code) => {
      const term = terms.find((each) => each.kind === kind && each.code === code);
      return (term && nameIn(language, term)) ?? code;
    },
    valueText: (unit, value) => {
      if (value === null) return t("findings.valueUnknown");
      if (unit === null) return numbers.number(value, 2);
      if (unit === "share" || unit === "growth") return numbers.share(value);
      return t(`health.unit.${unit}`, {
        value: COUNTED.includes(unit) ? numbers.number(value, 1) : numbers.ratio(value),
      });
    },
    // what was measured has no title of its own
    titleOf: ({ title, source, indicatorEn, zoneEn, zoneZh }) =>
      language === "en" && source === "health-check" && indicatorEn !== null
        ? [zoneEn ?? zoneZh, indicatorEn].filter(Boolean).join(": ")
        : title,
  };
}
