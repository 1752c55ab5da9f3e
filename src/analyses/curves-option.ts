import type { EChartsCoreOption } from "echarts/core";
import type { ChartLook } from "./chart-options.ts";

/** A cumulative curve: shares 0…1 within 1, 2, … minutes; null where not known. */
export interface CurveLine {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** The one the reader asks about: drawn in the colour of the page, the others quiet. */
  readonly isChosen: boolean;
}

const DASHES = ["solid", [6, 3], [2, 3], [8, 3, 2, 3], [1, 2]] as const;
const EVERY_MINUTES = 5;

/** Height of a chart of curves, in pixels, with what its axis and the room above take. */
export const CURVES_PX = 190;
const TOP_PX = 10;
const BOTTOM_PX = 22;
const NAME_PX = 13;

/** Several curves over the same minutes, told apart by their dashes and named at their ends. */
export function curvesOption(lines: readonly CurveLine[], look: ChartLook): EChartsCoreOption {
  const lifts = liftsOf(lines.map(({ values }) => values.at(-1) ?? 0));
  const text = { fontFamily: look.fontFamily, fontSize: 11.5 };
  const minutes = Math.max(0, ...lines.map(({ values }) => values.length));
  return {
    animation: false,
    grid: { left: 34, right: 92, top: TOP_PX, bottom: BOTTOM_PX },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: look.card,
      borderColor: look.line,
      padding: [6, 10],
      textStyle: { ...text, color: look.ink },
      valueFormatter: (value: unknown) => (typeof value === "number" ? `${Math.round(value * 100)}%` : "–"),
    },
    xAxis: {
      type: "category",
      boundaryGap: false,
      data: Array.from({ length: minutes + 1 }, (_, at) => String(at)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { ...text, color: look.quiet, interval: EVERY_MINUTES - 1 },
    },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.5,
      splitLine: { lineStyle: { color: look.line } },
      axisLabel: { ...text, color: look.quiet, formatter: (share: number) => `${share * 100}%` },
    },
    series: lines.map((line, at) => seriesOf(line, { at, liftPx: lifts[at]! }, look)),
  };
}

/** By how many pixels each name at the end of a curve is lifted (+) so that no two names of shares 0…1 stand in each other. */
export function liftsOf(shares: readonly number[]): number[] {
  const room = CURVES_PX - TOP_PX - BOTTOM_PX;
  const lifts = new Array<number>(shares.length).fill(0);
  let below = Number.NEGATIVE_INFINITY;
  for (const at of shares.map((_, place) => place).sort((a, b) => shares[a]! - shares[b]!)) {
    const own = shares[at]! * room;
    below = Math.max(own, below + NAME_PX);
    lifts[at] = below - own;
  }
  return lifts;
}

function seriesOf(
  { label, values, isChosen }: CurveLine,
  { at, liftPx }: { readonly at: number; readonly liftPx: number },
  look: ChartLook,
) {
  const color = isChosen ? look.accent : look.quiet;
  return {
    type: "line",
    name: label,
    showSymbol: false,
    z: isChosen ? 4 : 2,
    // nobody gets anywhere in no time
    data: [0, ...values],
    lineStyle: { color, width: isChosen ? 2.5 : 1.4, type: DASHES[at % DASHES.length] },
    itemStyle: { color },
    endLabel: {
      show: true,
      formatter: label,
      color,
      fontFamily: look.fontFamily,
      fontSize: 11,
      distance: 4,
      offset: [0, -liftPx],
    },
  };
}
