import type { EChartsCoreOption } from "echarts/core";

/** Colours and type of the page as a chart needs them. */
export interface ChartLook {
  readonly isDark: boolean;
  readonly fontFamily: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly paper: string;
  readonly card: string;
  readonly bar: string;
  readonly accent: string;
  readonly good: string;
}

/** One class of a chart. */
export interface ChartRow {
  readonly label: string;
  /** Length of the bar; of what is unknown the length that its hatching takes. */
  readonly value: number;
  /** What stands at the bar. */
  readonly text: string;
  /** What is said on hover, a line each. */
  readonly lines: readonly string[];
  readonly colour: string | null;
  readonly isUnknown: boolean;
  /** The same of the whole district, drawn as a tick; null where it is not known. */
  readonly district: number | null;
}

interface ChartInput {
  readonly rows: readonly ChartRow[];
  readonly look: ChartLook;
  /** Greatest value of the axis, for charts that stand side by side; null = as the rows ask. */
  readonly most: number | null;
}

// unknown is its own class: hatched, whatever the colours of the others are
function styleOf({ colour, isUnknown }: ChartRow, look: ChartLook) {
  if (!isUnknown) return { color: colour ?? look.bar, borderRadius: 2 };
  const decal = { color: look.quiet, dashArrayX: [1, 0], dashArrayY: [1.5, 3.5], rotation: -Math.PI / 4 };
  return { color: look.paper, borderColor: look.quiet, borderWidth: 0.75, borderRadius: 2, decal };
}

function barSeries({ rows, look }: ChartInput) {
  return {
    type: "bar",
    barMaxWidth: 30,
    barCategoryGap: "28%",
    emphasis: { disabled: true },
    data: rows.map((row) => ({ value: row.value, itemStyle: styleOf(row, look) })),
  };
}

// beyond the bar and the tick of the district, whichever reaches farther
function barTexts({ rows, look }: ChartInput, isUpright: boolean) {
  const label = {
    show: true,
    position: isUpright ? "top" : "right",
    distance: 3,
    backgroundColor: look.paper,
    padding: [1, 2],
    color: look.ink,
    fontFamily: look.fontFamily,
    fontSize: 11.5,
    formatter: ({ dataIndex }: { dataIndex: number }) => rows[dataIndex]?.text ?? "",
  };
  // its ground covers the line of the limit, which ECharts draws at 5
  const data = rows.map(({ value, district }, index) => {
    const end = Math.max(value, district ?? 0);
    return isUpright ? [index, end] : [end, index];
  });
  return { type: "scatter", symbolSize: 0.01, silent: true, z: 6, label, data };
}

function districtTicks({ rows, look }: ChartInput, isUpright: boolean) {
  const data = rows.flatMap(({ district }, index) => {
    if (district === null) return [];
    return [isUpright ? [index, district] : [district, index]];
  });
  return {
    type: "scatter",
    symbol: "rect",
    symbolSize: isUpright ? [26, 2.5] : [2.5, 14],
    itemStyle: { color: look.ink },
    silent: true,
    z: 3,
    data,
  };
}

function frameOf({ rows, look }: ChartInput) {
  return {
    animation: false,
    textStyle: { fontFamily: look.fontFamily },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      confine: true,
      backgroundColor: look.card,
      borderColor: look.line,
      padding: [6, 10],
      textStyle: { color: look.ink, fontSize: 12, fontFamily: look.fontFamily },
      formatter: (points: readonly { readonly dataIndex: number; readonly seriesType?: string }[]) => {
        const at = points.find(({ seriesType }) => seriesType === "bar")?.dataIndex;
        const row = at === undefined ? undefined : rows[at];
        return row ? [`<b>${escapeHtml(row.label)}</b>`, ...row.lines.map(escapeHtml)].join("<br>") : "";
      },
    },
  };
}

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]!);

const axisLabel = (look: ChartLook) => ({
  color: look.quiet,
  fontSize: 11.5,
  fontFamily: look.fontFamily,
  interval: 0,
});

/** Of a label under a column; a longer range stands on two lines, and never over its neighbour. */
const LONGEST_LABEL = 8;

const onTwoLines = (label: string) =>
  label.length > LONGEST_LABEL ? label.replace(/\d–(?=\d)/, (dash) => `${dash}\n`) : label;

/** Upright columns, for classes that have an order. */
export function columnsOption(input: ChartInput): EChartsCoreOption {
  const { rows, look, most } = input;
  const labels = rows.map(({ label }) => onTwoLines(label));
  return {
    ...frameOf(input),
    grid: { left: 2, right: 2, top: 20, bottom: labels.some((each) => each.includes("\n")) ? 36 : 22 },
    xAxis: {
      type: "category",
      data: labels,
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: axisLabel(look),
    },
    yAxis: { type: "value", show: false, min: 0, ...(most === null ? {} : { max: most }) },
    series: [barSeries(input), districtTicks(input, true), barTexts(input, true)],
  };
}

/** Lying bars, the first row on top, for classes with long names; `limit` draws a line across. */
export function barsOption(
  input: ChartInput & {
    readonly labelWidthPx: number;
    /** Room for what stands beyond the longest bar. */
    readonly textWidthPx: number;
    readonly limit: { readonly value: number; readonly text: string } | null;
  },
): EChartsCoreOption {
  const { rows, look, most, labelWidthPx, textWidthPx, limit } = input;
  const line = limit && {
    silent: true,
    symbol: "none",
    lineStyle: { color: look.accent, type: "solid", width: 1 },
    label: {
      position: "start",
      formatter: limit.text,
      color: look.accent,
      fontSize: 11,
      fontFamily: look.fontFamily,
    },
    data: [{ xAxis: limit.value }],
  };
  return {
    ...frameOf(input),
    grid: { left: labelWidthPx + 8, right: textWidthPx, top: limit ? 18 : 4, bottom: 4 },
    xAxis: { type: "value", show: false, min: 0, ...(most === null ? {} : { max: most }) },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { ...axisLabel(look), color: look.ink, width: labelWidthPx, overflow: "truncate" },
    },
    series: [
      { ...barSeries(input), barMaxWidth: 14, ...(line ? { markLine: line } : {}) },
      districtTicks(input, false),
      barTexts(input, false),
    ],
  };
}

/** What a chart shows, in words. */
export const rowsInWords = (rows: readonly ChartRow[]): string =>
  rows.map(({ label, text }) => `${label} ${text}`).join(", ");
