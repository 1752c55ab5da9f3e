import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { ChartFrame } from "./chart-frame.tsx";
import { type ChartLook, type ChartRow, columnsOption, rowsInWords } from "./chart-options.ts";

/** One column, in its own colour by day and by night where it has one. */
export interface StreetColumn extends Pick<ChartRow, "label" | "value" | "text" | "lines"> {
  readonly tone: { readonly light: string; readonly dark: string } | null;
}

/** Upright columns for classes of sizes or detours. */
export function StreetChart({
  title,
  note,
  columns,
}: {
  readonly title: string;
  readonly note: string;
  readonly columns: readonly StreetColumn[];
}) {
  const { t } = useTranslation();
  const key = JSON.stringify(columns);
  const option = useCallback(
    (look: ChartLook) => {
      const rows = (JSON.parse(key) as StreetColumn[]).map(({ tone, ...row }) => ({
        ...row,
        colour: tone && (look.isDark ? tone.dark : tone.light),
        isUnknown: false,
        district: null,
      }));
      return columnsOption({ rows, look, most: null });
    },
    [key],
  );
  const said = columns.map((column) => ({ ...column, colour: null, isUnknown: false, district: null }));
  return (
    <ChartFrame
      title={title}
      note={note}
      label={t("sheetPage.chart.summary", { title, rows: rowsInWords(said) })}
      heightPx={140}
      option={option}
    />
  );
}
