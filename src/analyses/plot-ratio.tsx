import { useTranslation } from "react-i18next";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { BlockBands } from "./block-bands.tsx";
import { ClassPart } from "./class-part.tsx";
import { Figure } from "./figure.tsx";
import { PublishedTable } from "./published-table.tsx";

/** How much is built on an area: gross, by land and net, each named, with what is missing. */
export function PlotRatio({
  result,
  isDistrict,
  isLandPartial,
}: {
  readonly result: PlotRatioResult;
  readonly isDistrict: boolean;
  /** The data holds only a part of the construction land, so the gross ratio comes out too high. */
  readonly isLandPartial: boolean;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <>
      <dl className="figures">
        <Figure
          field="grossPlotRatio"
          value={numbers.ratio(result.grossPlotRatio)}
          isUnknown={result.grossPlotRatio === null}
          note={
            result.constructionLandSqm === null
              ? t(isLandPartial ? "quality.construction-land-partial" : "sheet.noConstruction")
              : `${t("field.constructionLandSqm")} ${numbers.area(result.constructionLandSqm)}${isLandPartial ? ` · ${t("quality.construction-land-partial")}` : ""}`
          }
        />
        <Figure
          field="landAreaPlotRatio"
          value={numbers.ratio(result.landAreaPlotRatio)}
          isUnknown={result.landAreaPlotRatio === null}
          note={`${t("field.landAreaSqm")} ${numbers.area(result.landAreaSqm)}`}
        />
        <NetPlotRatio net={result.netPlotRatio} />
        <Figure
          field="gfaAboveSqm"
          value={numbers.floorArea(result.gfaAboveSqm)}
          isUnknown={result.gfaAboveSqm === null}
          note={`${t("field.missingFootprintShare")} ${numbers.share(result.missingFootprintShare)}`}
        />
        <PlotRatioRange range={result.plotRatioRange} />
        <Figure field="buildingCompleteness" value={t(`value.${result.buildingCompleteness}`)} />
      </dl>
      <BlockBands bands={result.bands} />
      <p className="hint">{t("sheetPage.noBand")}</p>
      <ClassPart field="byUse" of={{ byUse: result.byUse, byHeightClass: [], byAgeClass: [] }} />
      <PublishedTable
        published={result.published}
        isDistrict={isDistrict}
        ours={{
          "gross-plot-ratio": { value: result.grossPlotRatio, text: numbers.ratio(result.grossPlotRatio) },
          "construction-land-area": {
            value: result.constructionLandSqm,
            text: numbers.area(result.constructionLandSqm),
          },
          "gfa-above": { value: result.gfaAboveSqm, text: numbers.floorArea(result.gfaAboveSqm) },
          "land-area": { value: result.landAreaSqm, text: numbers.area(result.landAreaSqm) },
        }}
        reasons={{ "gross-plot-ratio": t("sheet.why.grossPlotRatio") }}
      />
    </>
  );
}

function NetPlotRatio({ net }: { readonly net: PlotRatioResult["netPlotRatio"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const note = net.parcels + net.excluded === 0 ? t("sheet.noParcels") : t("sheet.netOf", net);
  return (
    <Figure
      field="netPlotRatio"
      value={numbers.ratio(net.median)}
      isUnknown={net.median === null}
      note={note}
    />
  );
}

function PlotRatioRange({ range }: { readonly range: PlotRatioResult["plotRatioRange"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (range === null) return <Figure field="plotRatioRange" value={numbers.unknown} isUnknown />;
  const [low, high] = range;
  const value =
    high === null
      ? t("sheet.rangeOpen", { low: numbers.ratio(low) })
      : t("sheet.range", { low: numbers.ratio(low), high: numbers.ratio(high) });
  return <Figure field="plotRatioRange" value={value} note={t("method.plotRatioRange")} />;
}

export const plotRatioView: AnalysisView<"plot-ratio"> = {
  Form: null,
  Result: ({ answer }) => (
    <PlotRatio
      result={answer.result}
      isDistrict={false}
      isLandPartial={answer.dataQuality.some(({ code }) => code === "construction-land-partial")}
    />
  ),
};
