import type { AnswerSheetResult } from "../../server/contract/answer-sheet.ts";
import type { PublishedValue } from "../../server/contract/published-value.ts";
import type { SheetParams } from "../state/sheet-state.ts";
import { coverageOf, whomOf } from "./coverage-share.ts";
import { builtOf, isUntold, type Told } from "./plot-ratio-ends.ts";

/** A figure of the headline: how it is read from any sheet, and which official quantity is its twin. */
export interface HeadlineFigure {
  readonly field: string;
  /** How it is written, and whether beside the district's it is a multiple, a difference of shares, or neither. */
  readonly kind: "perSqkm" | "ratio" | "share" | "floorArea" | "area";
  readonly told: (result: AnswerSheetResult, mode: SheetParams["mode"]) => Told;
  readonly published: string | null;
}

const known = (value: number | null): Told => ({ value, ends: null });

/** The figures one is asked for first. Where no construction land is known the ratio by land stands for the gross one. */
export function headlineFigures({ plotRatio }: AnswerSheetResult): readonly HeadlineFigure[] {
  const ratio = isUntold(builtOf(plotRatio, "grossPlotRatio")) ? "landAreaPlotRatio" : "grossPlotRatio";
  return [
    {
      field: "residentsPerSqkm",
      kind: "perSqkm",
      told: ({ density }) => known(density.residentsPerSqkm),
      published: "population-density",
    },
    {
      field: ratio,
      kind: "ratio",
      told: (result) => builtOf(result.plotRatio, ratio),
      published: ratio === "grossPlotRatio" ? "gross-plot-ratio" : null,
    },
    {
      field: "siteCoverage",
      kind: "share",
      told: ({ density }) => known(density.siteCoverage),
      published: null,
    },
    {
      field: "allPresent",
      kind: "share",
      told: ({ lifeCircleCoverage: { tiers, residents } }, mode) => {
        const tier = tiers.at(-1);
        return known(tier ? coverageOf(tier.allPresent, whomOf(residents), mode) : null);
      },
      published: null,
    },
    {
      field: "gfaAboveSqm",
      kind: "floorArea",
      told: (result) => builtOf(result.plotRatio, "gfaAboveSqm"),
      published: "gfa-above",
    },
    {
      field: "landAreaSqm",
      kind: "area",
      told: ({ density }) => known(density.landAreaSqm),
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
