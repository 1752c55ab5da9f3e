import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import type { NumberText } from "../locale/number-text.ts";
import type { SheetParams } from "../state/app-state.ts";
import { coverageOf, whomOf } from "./coverage-share.ts";

/** A figure of the headline: how it is read from any sheet, and which official quantity is its twin. */
export interface HeadlineFigure {
  readonly field: string;
  /** How it is written, and whether beside the district's it is a multiple, a difference of shares, or neither. */
  readonly kind: "perSqkm" | "ratio" | "share" | "floorArea" | "area";
  readonly value: (result: AnswerSheetResult, mode: SheetParams["mode"]) => number | null;
  readonly published: string | null;
}

const grossOrByLand = ({ plotRatio }: AnswerSheetResult) =>
  plotRatio.grossPlotRatio ?? plotRatio.landAreaPlotRatio;

/** The figures one is asked for first. Where no construction land is known the ratio by land stands for the gross one. */
export function headlineFigures({ plotRatio }: AnswerSheetResult): readonly HeadlineFigure[] {
  const hasGross = plotRatio.grossPlotRatio !== null;
  return [
    {
      field: "residentsPerSqkm",
      kind: "perSqkm",
      value: ({ density }) => density.residentsPerSqkm,
      published: "population-density",
    },
    {
      field: hasGross ? "grossPlotRatio" : "landAreaPlotRatio",
      kind: "ratio",
      value: hasGross ? grossOrByLand : (result) => result.plotRatio.landAreaPlotRatio,
      published: hasGross ? "gross-plot-ratio" : null,
    },
    { field: "siteCoverage", kind: "share", value: ({ density }) => density.siteCoverage, published: null },
    {
      field: "allPresent",
      kind: "share",
      value: ({ lifeCircleCoverage: { tiers, residents } }, mode) => {
        const tier = tiers.at(-1);
        return tier ? coverageOf(tier.allPresent, whomOf(residents), mode) : null;
      },
      published: null,
    },
    {
      field: "gfaAboveSqm",
      kind: "floorArea",
      value: (result) => result.plotRatio.gfaAboveSqm,
      published: "gfa-above",
    },
    {
      field: "landAreaSqm",
      kind: "area",
      value: ({ density }) => density.landAreaSqm,
      published: "land-area",
    },
  ];
}

/** The official twin of a figure, the latest as the service has it; null where none is published. */
export function publishedOf(
  { density, plotRatio }: AnswerSheetResult,
  quantity: string | null,
): PublishedValue | null {
  const all = [...density.published, ...plotRatio.published];
  return all.find((each) => each.quantity === quantity && each.jurisdiction === "区级") ?? null;
}

/** How many times the district's figure; two figures, so that 1.98 and 2.04 are both "2.0". Null where it says nothing. */
export function timesOf(here: number | null, district: number | null, numbers: NumberText): string | null {
  if (here === null || district === null || district === 0) return null;
  const times = here / district;
  return times < 10 ? times.toFixed(1) : numbers.number(times);
}

/** Percentage points between two shares, signed, one decimal. */
export function pointsOf(here: number | null, there: number | null): string | null {
  if (here === null || there === null) return null;
  const points = (here - there) * 100;
  const text = Math.abs(points).toFixed(1);
  return text === "0.0" ? "±0" : `${points > 0 ? "+" : "−"}${text}`;
}
