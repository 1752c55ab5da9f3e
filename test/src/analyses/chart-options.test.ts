import { expect, test } from "vitest";
import {
  barsOption,
  type ChartLook,
  type ChartRow,
  columnsOption,
} from "../../../src/analyses/chart-options.ts";

const LOOK: ChartLook = {
  ...{ isDark: false, fontFamily: "serif", ink: "ink", quiet: "quiet", line: "line" },
  ...{ paper: "paper", card: "card", bar: "bar", accent: "accent", good: "good" },
};
const row = (change: Partial<ChartRow> = {}): ChartRow => ({
  ...{ label: "a", value: 0.25, text: "25%", lines: ["one", "two"], colour: "red" },
  ...{ isUnknown: false, district: null },
  ...change,
});

interface Read {
  readonly xAxis: { readonly data: readonly string[] };
  readonly series: readonly {
    readonly type: string;
    readonly data: readonly unknown[];
    readonly z?: number;
    readonly markLine?: { readonly data: readonly unknown[] };
  }[];
  readonly tooltip: { formatter(points: readonly object[]): string };
}
const columns = (rows: readonly ChartRow[]) =>
  columnsOption({ rows, look: LOOK, most: null }) as unknown as Read;

test("a known class is a plain bar, an unknown one is hatched on the ground of the page", () => {
  const [bars] = columns([row(), row({ isUnknown: true, colour: "blue" })]).series;
  expect(bars?.data[0]).toMatchObject({ value: 0.25, itemStyle: { color: "red" } });
  expect(bars?.data[0]).not.toHaveProperty("itemStyle.decal");
  expect(bars?.data[1]).toMatchObject({ itemStyle: { color: "paper", decal: { color: "quiet" } } });
});

test("a long range under a column stands on two lines, and a short one on one", () => {
  const labels = (label: string) => columns([row({ label })]).xAxis.data;
  expect(labels("1,226–1,899")).toEqual(["1,226–\n1,899"]);
  expect(labels("25–50%")).toEqual(["25–50%"]);
});

test("the district's tick stands only where its value is known, and the text beyond bar and tick", () => {
  const [, ticks, texts] = columns([
    row({ district: 0.4 }),
    row({ district: null }),
    row({ district: 0.1 }),
  ]).series;
  expect(ticks?.data).toEqual([
    [0, 0.4],
    [2, 0.1],
  ]);
  expect(texts?.data).toEqual([
    [0, 0.4],
    [1, 0.25],
    [2, 0.25],
  ]);
});

test("hover says the class and its figures, and a name is never read as markup", () => {
  const { tooltip } = columns([row({ label: "<i>a" })]);
  expect(tooltip.formatter([{ dataIndex: 0, seriesType: "bar" }])).toBe("<b>&lt;i&gt;a</b><br>one<br>two");
  expect(tooltip.formatter([{ dataIndex: 0, seriesType: "scatter" }])).toBe("");
});

test("lying bars swap the axes and draw the limit across", () => {
  const { series } = barsOption({
    ...{ rows: [row({ district: 0.4 })], look: LOOK, most: 1, labelWidthPx: 90, textWidthPx: 54 },
    limit: { value: 15, text: "15 min" },
  }) as unknown as Read;
  expect(series[0]?.markLine?.data).toEqual([{ xAxis: 15 }]);
  expect(series[1]?.data).toEqual([[0.4, 0]]);
  // ECharts draws a mark line at 5: the figures stand over it
  expect(series[2]?.z).toBeGreaterThan(5);
});
