import type { EChartsCoreOption } from "echarts/core";
import { useCallback } from "react";
import type { SigningPoint, SigningTarget } from "../../server/contract/acquisition-plots.ts";
import { useReader } from "../locale/use-reader.ts";
import { ChartFrame } from "./chart-frame.tsx";
import type { ChartLook } from "./chart-options.ts";

interface SigningCurveProps {
  readonly stage: string;
  readonly points: readonly SigningPoint[];
  readonly target: SigningTarget | null;
  readonly most: number | null;
}

/** Households of a plot at a stage, a step at each day reported, against the even pace to the target. */
export function SigningCurve({ stage, points, target, most }: SigningCurveProps) {
  const { t } = useReader();
  const option = useCallback(
    (look: ChartLook) =>
      curveOption({ stage, points, target, most, targetName: t("signing.plot.target") }, look),
    [stage, points, target, most, t],
  );
  return (
    <ChartFrame
      title={t("signing.plot.curve")}
      note={t("signing.plot.curveNote")}
      label={t("signing.plot.curveOf", { stage })}
      heightPx={200}
      option={option}
    />
  );
}

function curveOption(
  { stage, points, target, most, targetName }: SigningCurveProps & { readonly targetName: string },
  look: ChartLook,
): EChartsCoreOption {
  const text = { fontFamily: look.fontFamily, fontSize: 11.5 };
  const line = (name: string, color: string, data: readonly (readonly [string, number])[]) => ({
    ...{ type: "line", name, data, itemStyle: { color } },
    ...{ lineStyle: { color, width: 2.2 }, symbolSize: 6 },
  });
  return {
    animation: false,
    grid: { left: 40, right: 16, top: 12, bottom: 24 },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: look.card,
      borderColor: look.line,
      padding: [6, 10],
      textStyle: { ...text, color: look.ink },
    },
    xAxis: {
      type: "time",
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { ...text, color: look.quiet, hideOverlap: true, formatter: "{yyyy}-{MM}-{dd}" },
      splitNumber: 3,
    },
    yAxis: {
      type: "value",
      min: 0,
      ...(most === null ? {} : { max: most }),
      minInterval: 1,
      splitNumber: 3,
      splitLine: { lineStyle: { color: look.line } },
      axisLabel: { ...text, color: look.quiet },
    },
    series: [
      {
        ...line(
          stage,
          look.accent,
          points.map(({ on, households }) => [on, households] as const),
        ),
        step: "end",
      },
      ...(target === null
        ? []
        : [
            {
              ...line(targetName, look.quiet, [
                [target.startsOn, 0],
                [target.dueOn, target.households],
              ]),
              lineStyle: { color: look.quiet, width: 1.6, type: [6, 4] },
              symbol: "none",
            },
          ]),
    ],
  };
}
