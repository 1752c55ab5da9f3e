import "../look/chart.css";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { lazyPart } from "../panels/lazy-part.tsx";
import type { ChartProps } from "./chart.tsx";

const Chart = lazyPart(async () => ({ default: (await import("./chart.tsx")).Chart }));

/** A chart with its title; its room is kept while the library loads, so that nothing below it moves. */
export function ChartFrame({ title, note, ...chart }: ChartProps & { title: string; note: string }) {
  const { t } = useTranslation();
  return (
    <figure className="chart-frame">
      <figcaption>
        <b>{title}</b> <small>{note}</small>
      </figcaption>
      <Suspense
        fallback={
          <p className="chart hint" style={{ height: chart.heightPx }}>
            {t("sheetPage.chart.loading")}
          </p>
        }
      >
        <Chart {...chart} />
      </Suspense>
    </figure>
  );
}
