import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type NumberText, numberText } from "../locale/number-text.ts";
import { sourceText } from "../locale/source-text.ts";
import type { AppState } from "../state/app-state.ts";
import { selectDistrict } from "../state/session.ts";
import { selectAskedArea } from "../state/sheet.ts";
import type { SheetAnswer } from "../state/sheet-state.ts";
import { useApp } from "../state/store.ts";
import { areaName } from "./area-name.ts";
import { coverageOf, whomOf } from "./coverage-share.ts";
import { residentsUnknownCode } from "./density.tsx";
import { type BuiltField, builtOf, isUntold, toldText } from "./plot-ratio-ends.ts";

/** The sheet as one sentence to paste, with what is missing and where it comes from. */
export function PasteSentence({ answer }: { readonly answer: SheetAnswer }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<"copy" | "copied">("copy");
  const sentence = useApp((state) => sentenceOf(answer, state, t));
  const copy = async () => {
    await navigator.clipboard.writeText(sentence);
    setSaid("copied");
  };
  return (
    <div className="paste">
      <p data-field="sentence">{sentence}</p>
      <button type="button" className="quiet" onClick={() => void copy()}>
        <span aria-live="polite">{t(`action.${said}`)}</span>
      </button>
    </div>
  );
}

/** The sheet in one sentence; unknown figures are left out, what is missing is said. */
export function sentenceOf(answer: SheetAnswer, state: AppState, t: TFunction): string {
  const numbers = numberText(state.language);
  const { density, plotRatio } = answer.result;
  const missing = plotRatio.missingFootprintShare;
  const ratio = (text: "sentence.gross" | "sentence.byLand", field: BuiltField) => {
    const told = builtOf(plotRatio, field);
    return isUntold(told) ? null : t(text, { ratio: toldText(told, numbers.ratio) });
  };
  const isSpread = answer.dataQuality.some(({ code }) => code === "population-spread");
  const parts = [
    t("sentence.area", {
      name: areaName(state, selectAskedArea(state), t),
      land: numbers.area(density.landAreaSqm),
    }),
    density.residents === null
      ? t(`sentence.residentsUnknown.${residentsUnknownCode(answer.dataQuality)}`)
      : t("sentence.residents", {
          residents: numbers.count(density.residents),
          density: `${numbers.perSqkm(density.residentsPerSqkm)}${isSpread ? ` [${t("sheet.estimate")}]` : ""}`,
        }),
    ratio("sentence.gross", "grossPlotRatio"),
    ratio("sentence.byLand", "landAreaPlotRatio"),
    density.siteCoverage === null
      ? null
      : t("sentence.coverage", { share: numbers.share(density.siteCoverage) }),
    missing === null || missing === 0
      ? null
      : t(plotRatio.gfaAboveSqm === null ? "sentence.noFloors" : "sentence.missing", {
          share: numbers.share(missing),
        }),
    circleText(answer, state, t, numbers),
  ];
  const [comma, stop] = state.language === "en" ? ["; ", "."] : ["，", "。"];
  return `${parts.filter((part) => part !== null).join(comma)}${stop}${sourceNote(answer, state, t)}`;
}

function circleText(
  { result }: SheetAnswer,
  { sheetParams }: AppState,
  t: TFunction,
  numbers: NumberText,
): string | null {
  const { tiers, residents } = result.lifeCircleCoverage;
  const whom = whomOf(residents);
  const tier = tiers.at(-1);
  const share = tier ? coverageOf(tier.allPresent, whom, sheetParams.mode) : null;
  if (!tier || share === null) return null;
  const text = t("sentence.circle", {
    tier: tier.minutes,
    present: tier.allPresent.present,
    required: tier.allPresent.required,
    // within a sentence
    whom: t(whom === "residents" ? "sheet.ofResidents" : "sheet.ofBuildings").toLowerCase(),
    share: numbers.share(share),
    persona: t(`persona.${sheetParams.persona}`).toLowerCase(),
  });
  return tier.trial ? `${text}[${t("sentence.trial")}]` : text;
}

function sourceNote({ dataVersion }: SheetAnswer, state: AppState, t: TFunction): string {
  const district = selectDistrict(state);
  if (district === null) return "";
  const date = district.asOf ?? t("app.asOfUnknown");
  const sample = district.sample ? ` ${t("app.sample")}` : "";
  return ` [${t("sentence.source", { source: sourceText(district, t), date, version: dataVersion })}${sample}]`;
}
