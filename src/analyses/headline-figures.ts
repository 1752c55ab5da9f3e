import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { PlotRatioResult } from "../../server/contract/plot-ratio.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
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

/** What one of the plot ratios may be where floors are missing: least and, where it can be said, most; null where none are. */
export function plotRatioEnds(
  plotRatio: Pick<PlotRatioResult, "missingFootprintShare" | "plotRatioRange" | "landAreaPlotRatio">,
  ratio: number | null,
): readonly [number, number | null] | null {
  const { missingFootprintShare, plotRatioRange, landAreaPlotRatio } = plotRatio;
  if (!missingFootprintShare || plotRatioRange === null) return null;
  // the range is by land; another ratio has the same floor area over other land
  const times = ratio !== null && landAreaPlotRatio ? ratio / landAreaPlotRatio : 1;
  const [least, most] = plotRatioRange;
  return [least * times, most === null ? null : most * times];
}

/** The official twin of a figure, the latest as the service has it; null where none is published. */
export function publishedOf(
  { density, plotRatio }: AnswerSheetResult,
  quantity: string | null,
): PublishedValue | null {
  const all = [...density.published, ...plotRatio.published];
  return all.find((each) => each.quantity === quantity && each.jurisdiction === "区级") ?? null;
}

/** From this multiple on a figure is said to be so many times the other; below, so many per cent above or below it. */
const TIMES_FROM = 2;

/** How far a quantity lies from another: "+2.4%" or, from twice on, the multiple alone. Null where nothing can be said. */
export function relativeTo(
  here: number | null,
  there: number | null,
): { readonly percent: string } | { readonly times: string } | null {
  if (here === null || there === null || there === 0) return null;
  const times = here / there;
  if (times >= TIMES_FROM) return { times: times.toFixed(times < 10 ? 1 : 0) };
  return { percent: `${signed((times - 1) * 100)}%` };
}

/** Percentage points between two shares, signed, one decimal. */
export function pointsOf(here: number | null, there: number | null): string | null {
  if (here === null || there === null) return null;
  return signed((here - there) * 100);
}

// one decimal; a true minus sign, as long as a plus
function signed(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === "0.0") return "±0";
  return `${value > 0 ? "+" : "−"}${text}`;
}
