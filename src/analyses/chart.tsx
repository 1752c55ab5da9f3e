import { BarChart, LineChart, ScatterChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { selectIsDark } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";
import type { ChartLook } from "./chart-options.ts";

use([BarChart, LineChart, ScatterChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

export interface ChartProps {
  /** What the chart shows, in words: what a screen reader says in its place. */
  readonly label: string;
  readonly heightPx: number;
  readonly option: (look: ChartLook) => EChartsCoreOption;
}

/** A chart in the colours of the page, redrawn with its theme and width. */
export function Chart({ label, heightPx, option }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const isDark = useApp(selectIsDark);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const chart = init(element, null, { renderer: "svg" });
    chart.setOption(option(lookOf(element, isDark)));
    const watcher = new ResizeObserver(() => chart.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      chart.dispose();
    };
  }, [option, isDark]);
  return <div ref={frame} className="chart" role="img" aria-label={label} style={{ height: heightPx }} />;
}

// colours are named, not read: so a chart on the screen turns with the theme and prints in that of paper
const colour = (name: string) => `var(--${name})`;

function lookOf(element: Element, isDark: boolean): ChartLook {
  return {
    isDark,
    fontFamily: getComputedStyle(element).fontFamily,
    ink: colour("ink"),
    quiet: colour("ink-2"),
    line: colour("line"),
    paper: colour("paper"),
    card: colour("card"),
    bar: colour("chart-bar"),
    accent: colour("accent"),
    good: colour("good"),
  };
}
