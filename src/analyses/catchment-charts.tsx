import "../look/chart.css";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import { classesOf } from "../state/catchment-question.ts";
import type { CatchmentAnswer } from "../state/catchment-state.ts";
import { useApp } from "../state/store.ts";
import { classText, heldText, unitText } from "./catchment-text.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type ChartLook, type ChartRow, columnsOption, rowsInWords } from "./chart-options.ts";

type Row = ChartRow & { readonly light: string; readonly dark: string };

/** How many people are in each class of the map. */
export function CatchmentHistogram({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const scheme = useApp((state) => state.catchment.scheme);
  const { classes } = classesOf(answer, scheme);
  const total = classes.reduce((sum, { people }) => sum + (people ?? 0), 0);
  const rows = classes
    .filter(({ kind, people }) => kind !== "unknown" || (people ?? 0) > 0)
    .map((each): Row => {
      const people = each.people ?? 0;
      const label = classText(each, { t, numbers });
      const share = numbers.share(total > 0 ? people / total : null);
      return {
        ...{
          label,
          value: people,
          text: share,
          lines: [t("catchment.people", { count: numbers.count(people) })],
        },
        ...{ colour: null, isUnknown: each.kind === "unknown", district: null },
        ...{ light: each.light, dark: each.dark },
      };
    });
  const key = JSON.stringify(rows);
  const option = useCallback(
    (look: ChartLook) => {
      const parsed: Row[] = JSON.parse(key);
      const coloured = parsed.map((row) => ({ ...row, colour: look.isDark ? row.dark : row.light }));
      return columnsOption({ rows: coloured, look, most: null });
    },
    [key],
  );
  if (total <= 0) return null;
  const title = t("catchment.histogram");
  return (
    <ChartFrame
      title={title}
      note={t("catchment.histogramNote")}
      label={t("sheetPage.chart.summary", { title, rows: rowsInWords(rows) })}
      heightPx={150}
      option={option}
    />
  );
}

const WIDTH = 320;
const HEIGHT = 96;
const TOP = 8;

/** What people have, from those with least to those with most, beside the mean of the district. */
export function CatchmentCurve({ answer }: { readonly answer: CatchmentAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { quantiles, balance } = answer.result;
  if (quantiles === null) return null;
  // the very most would press all others flat
  const drawn = quantiles.slice(0, -1);
  const mean = balance?.perThousand ?? null;
  const most = Math.max(...drawn, mean ?? 0);
  if (most <= 0) return null;
  const xOf = (at: number) => (WIDTH * at) / (quantiles.length - 1);
  const yOf = (value: number) => TOP + (HEIGHT - TOP) * (1 - value / most);
  const line = drawn.map((value, at) => `${xOf(at).toFixed(1)},${yOf(value).toFixed(1)}`).join(" ");
  const at = (hundredths: number) => heldText(quantiles[hundredths / 5]!, numbers);
  const summary = t("catchment.curveSummary", {
    ...{ least: at(0), quarter: at(25), median: at(50), threeQuarters: at(75), most: at(100) },
  });
  return (
    <figure className="chart-frame catchment-curve">
      <figcaption>
        <b>{t("catchment.curve")}</b>{" "}
        <small>{t("catchment.curveNote", { unit: unitText(answer, { t, language }) })}</small>
      </figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT + 16}`}
        role="img"
        aria-label={`${t("catchment.curve")}: ${summary}`}
      >
        <polygon className="face" points={`0,${HEIGHT} ${line} ${xOf(drawn.length - 1)},${HEIGHT}`} />
        <polyline className="line" points={line} />
        <line className="axis" x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
        {mean === null ? null : (
          <>
            <line className="mean" x1={0} x2={WIDTH} y1={yOf(mean)} y2={yOf(mean)} />
            <text x={2} y={yOf(mean) - 3}>
              {t("catchment.curveMean")} {heldText(mean, numbers)}
            </text>
          </>
        )}
        {[0, 25, 50, 75, 100].map((hundredths) => (
          <text
            key={hundredths}
            x={xOf(hundredths / 5)}
            y={HEIGHT + 13}
            textAnchor={hundredths === 0 ? "start" : hundredths === 100 ? "end" : "middle"}
          >
            {hundredths}%
          </text>
        ))}
      </svg>
      <p className="hint">{summary}</p>
    </figure>
  );
}
