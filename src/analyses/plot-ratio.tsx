import { useTranslation } from "react-i18next";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { BlockBands } from "./block-bands.tsx";
import { ClassPart } from "./class-part.tsx";
import { Figure } from "./figure.tsx";
import { BUILT_FIELDS, type BuiltField, builtOf, isUntold, netNote, toldText } from "./plot-ratio-ends.ts";
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
  const own = (field: BuiltField) => {
    const built = builtOf(result, field);
    return {
      value: built.value,
      text: toldText(built, field === "gfaAboveSqm" ? numbers.floorArea : numbers.ratio),
    };
  };
  const told = (field: BuiltField) => ({
    ...{ field, value: own(field).text, isUnknown: isUntold(builtOf(result, field)) },
  });
  // the part of it that is mapped is not what the official figure is of
  const constructionSqm = isLandPartial ? null : result.constructionLandSqm;
  const hasEnds = BUILT_FIELDS.some((field) => builtOf(result, field).ends !== null);
  return (
    <>
      <dl className="figures">
        <Figure
          {...told("grossPlotRatio")}
          note={
            result.constructionLandSqm === null
              ? t(isLandPartial ? "quality.construction-land-partial" : "sheet.noConstruction")
              : `${t("field.constructionLandSqm")} ${numbers.area(result.constructionLandSqm)}${isLandPartial ? ` · ${t("quality.construction-land-partial")}` : ""}`
          }
        />
        <Figure
          {...told("landAreaPlotRatio")}
          note={`${t("field.landAreaSqm")} ${numbers.area(result.landAreaSqm)}`}
        />
        <Figure {...told("netPlotRatio")} note={netNote(result.netPlotRatio, t)} />
        <Figure
          {...told("gfaAboveSqm")}
          note={`${t("field.missingFootprintShare")} ${numbers.share(result.missingFootprintShare)}`}
        />
        <Figure field="buildingCompleteness" value={t(`value.${result.buildingCompleteness}`)} />
      </dl>
      {hasEnds ? <p className="hint">{t("method.plotRatioRange")}</p> : null}
      <BlockBands bands={result.bands} />
      <p className="hint">{t("sheetPage.noBand")}</p>
      <ClassPart field="byUse" of={{ byUse: result.byUse, byHeightClass: [], byAgeClass: [] }} />
      <PublishedTable
        published={result.published}
        isDistrict={isDistrict}
        ours={{
          "gross-plot-ratio": own("grossPlotRatio"),
          "land-area-plot-ratio": own("landAreaPlotRatio"),
          "net-plot-ratio": own("netPlotRatio"),
          "construction-land-area": { value: constructionSqm, text: numbers.area(constructionSqm) },
          "gfa-above": own("gfaAboveSqm"),
          "land-area": { value: result.landAreaSqm, text: numbers.area(result.landAreaSqm) },
        }}
        reasons={{ "gross-plot-ratio": t("sheet.why.grossPlotRatio") }}
      />
    </>
  );
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
