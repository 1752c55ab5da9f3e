import type { TFunction } from "i18next";
import type { Radius, RadiusFigure } from "../../server/contract/radius-coverage.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { Language } from "../state/appearance-state.ts";

/** A share with one decimal, as published coverages are printed. */
export function percentText(share: number | null, numbers: NumberText): string {
  return share === null ? numbers.unknown : `${numbers.number(share * 100, 1)}%`;
}

/** The title of a definition in the reader's language. */
export const titleOf = ({ titleZh, titleEn }: RadiusFigure, language: Language): string =>
  language === "en" ? titleEn : titleZh;

/** Which places serve how far: "≥ 5,000 m² 500 m; ≥ 2,000 m² 300 m", the largest first. */
export function radiiText(radii: readonly Radius[], t: TFunction, numbers: NumberText): string {
  const parts = radii.toReversed().map(({ areaSqmMin, areaSqmMax, radiusM }) => {
    const radius = numbers.length(radiusM);
    const [min, max] = [areaSqmMin, areaSqmMax].map((each) => (each === null ? null : numbers.number(each)));
    if (min !== null && max !== null) return t("radius.sizeBetween", { min, max, radius });
    return min === null ? radius : t("radius.sizeFrom", { min, radius });
  });
  return parts.join(t("radius.and"));
}
