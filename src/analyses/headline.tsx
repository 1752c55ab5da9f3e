import { useTranslation } from "react-i18next";
import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { SheetAnswer } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { coverageOf, whomOf } from "./coverage-share.ts";
import { Figure } from "./figure.tsx";

/** The figures one is asked for first, each with what must be said beside it. */
export function Headline({ answer }: { readonly answer: SheetAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { result } = answer;
  const { density, plotRatio } = result;
  // a total that was spread over houses is no count of the people here
  const isSpread = answer.dataQuality.some(({ code }) => code === "population-spread");
  const hasGross = plotRatio.grossPlotRatio !== null;
  const missing = plotRatio.missingFootprintShare;
  const missingNote =
    missing === null || missing === 0 ? null : `${t("heightClass.unknown")} ${numbers.share(missing)}`;
  return (
    <dl className="headline">
      <Figure
        field="residentsPerSqkm"
        value={numbers.perSqkm(density.residentsPerSqkm)}
        isUnknown={density.residentsPerSqkm === null}
        mark={isSpread ? t("sheet.estimate") : undefined}
        note={`${t("field.residents")} ${numbers.count(density.residents)}`}
      />
      <Figure
        field={hasGross ? "grossPlotRatio" : "landAreaPlotRatio"}
        value={numbers.ratio(hasGross ? plotRatio.grossPlotRatio : plotRatio.landAreaPlotRatio)}
        isUnknown={!hasGross && plotRatio.landAreaPlotRatio === null}
        note={missingNote}
      />
      <Figure
        field="siteCoverage"
        value={numbers.share(density.siteCoverage)}
        isUnknown={density.siteCoverage === null}
        note={`${numbers.number(density.buildings, 1)} ${t("unit.buildings")}`}
      />
      <Figure
        field="gfaAboveSqm"
        value={numbers.floorArea(plotRatio.gfaAboveSqm)}
        isUnknown={plotRatio.gfaAboveSqm === null}
        note={missingNote}
      />
      <Figure field="landAreaSqm" value={numbers.area(density.landAreaSqm)} />
      <LifeCircleFigure result={result} />
    </dl>
  );
}

function LifeCircleFigure({ result }: { readonly result: AnswerSheetResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const mode = useApp((state) => state.sheetParams.mode);
  const { tiers, residents } = result.lifeCircleCoverage;
  const tier = tiers.at(-1);
  if (!tier) return null;
  const share = coverageOf(tier.allPresent, whomOf(residents), mode);
  return (
    <Figure
      field="allPresent"
      value={numbers.share(share)}
      isUnknown={share === null}
      mark={tier.trial ? t("sheet.trial") : undefined}
      note={`${t("sheet.tier", { minutes: tier.minutes })} · ${tier.allPresent.present}/${tier.allPresent.required} ▲`}
    />
  );
}
