import type { TFunction } from "i18next";
import type { CatchmentClass } from "../cartography/catchment-classes.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { Language } from "../state/appearance-state.ts";
import type { CatchmentAnswer, CatchmentChoice } from "../state/catchment-state.ts";

/** What supply is counted in: the unit of the capacity of the category, m², or facilities. */
export function unitText(
  { result, inputs }: Pick<CatchmentAnswer, "result" | "inputs">,
  { t, language }: { readonly t: TFunction; readonly language: Language },
): string {
  if (result.unit) return language === "en" ? result.unit.nameEn : result.unit.nameZh;
  return t(`catchment.unit.${inputs.supply as CatchmentChoice["supply"]}`);
}

/** Supply per 1,000 in a few figures: tens of thousands in full, fractions where there is little. */
export function heldText(value: number | null, numbers: NumberText): string {
  return numbers.number(value, value === null || value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** What a class holds, in words. */
export function classText(
  { kind, from, to }: CatchmentClass,
  { t, numbers }: { readonly t: TFunction; readonly numbers: NumberText },
): string {
  if (kind === "none") return t("catchment.legendNone");
  if (kind === "unknown") return t("catchment.legendUnknown");
  const [low, high] = [heldText(from, numbers), heldText(to, numbers)];
  if (!Number.isFinite(to))
    return from === 0 ? t("catchment.legendSome") : t("catchment.legendOver", { from: low });
  return from === 0
    ? t("catchment.legendUpTo", { to: high })
    : t("catchment.legendBetween", { from: low, to: high });
}
