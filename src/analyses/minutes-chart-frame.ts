import type { MinutesRange } from "../state/colouring-state.ts";
import { MINUTES, type MinutesHistogram } from "../state/minutes-histogram.ts";

/** Minutes that have a bar each; what is longer is gathered. */
const SINGLE = 30;
const SIZE = { widthPx: 364, heightPx: 150, left: 6, top: 10, bottom: 126 };
const BAR = { singlePx: 8.4, widePx: 27, gapPx: 7, offPx: 22 };

/** A bar of the histogram: those who walk more than `from` and at most `to` minutes; from null = not on the network. */
export interface MinutesBar {
  readonly from: number | null;
  readonly to: number | null;
  readonly x: number;
  readonly widthPx: number;
}

export const CHART = SIZE;

/** One bar for each of the first 30 minutes, one to the hour, one beyond, one for what is not known. */
export const BARS: readonly MinutesBar[] = (() => {
  const { left } = SIZE;
  const { singlePx, widePx, gapPx, offPx } = BAR;
  const singles = Array.from({ length: SINGLE }, (_, at) => {
    return { from: at, to: at + 1, x: left + at * singlePx, widthPx: singlePx };
  });
  const hour = left + SINGLE * singlePx + gapPx;
  const over = hour + widePx + gapPx / 2;
  const off = over + widePx + gapPx;
  return [
    ...singles,
    { from: SINGLE, to: MINUTES, x: hour, widthPx: widePx },
    { from: MINUTES, to: null, x: over, widthPx: widePx },
    { from: null, to: null, x: off, widthPx: offPx },
  ];
})();

/** How many each bar stands for, in the order of BARS. */
export function barWeights({ weights, offNetwork }: MinutesHistogram): number[] {
  return BARS.map(({ from, to }) => {
    if (from === null) return offNetwork;
    return weights.subarray(from, to ?? MINUTES + 1).reduce((total, each) => total + each, 0);
  });
}

/** The share walking at most so long at the right edge of each bar of known minutes. */
export function cumulativeShares(histogram: MinutesHistogram): number[] {
  let reached = 0;
  return barWeights(histogram)
    .slice(0, -1)
    .map((each) => {
      reached += each;
      return histogram.total > 0 ? reached / histogram.total : 0;
    });
}

/** The greatest of the minutes of a side; the gathered bars do not make those of one minute small. */
export function mostOf(histograms: readonly MinutesHistogram[]): number {
  return Math.max(0, ...histograms.flatMap((each) => barWeights(each).slice(0, SINGLE)));
}

/** The bar under a place on the chart, of those that have minutes; between two the right one. */
export function barAt(x: number): number {
  const known = BARS.slice(0, -1);
  const at = known.findIndex((bar) => x < bar.x + bar.widthPx);
  return at < 0 ? known.length - 1 : at;
}

/** The minutes from one bar to another, whichever is first. */
export function rangeOfBars(one: number, other: number): MinutesRange {
  return { from: BARS[Math.min(one, other)]!.from ?? 0, to: BARS[Math.max(one, other)]!.to };
}

/** The cumulative curve as an SVG path from the left foot on. */
export function curvePath(histogram: MinutesHistogram): string {
  const { left, top, bottom } = SIZE;
  const yOf = (share: number) => (bottom - share * (bottom - top)).toFixed(1);
  const points = cumulativeShares(histogram).map(
    (share, at) => `${(BARS[at]!.x + BARS[at]!.widthPx).toFixed(1)} ${yOf(share)}`,
  );
  return `M${left} ${bottom}L${points.join("L")}`;
}
