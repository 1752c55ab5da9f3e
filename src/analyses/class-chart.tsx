import type { TFunction } from "i18next";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { NumberText } from "../locale/number-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { barsOption, type ChartLook, type ChartRow, columnsOption, rowsInWords } from "./chart-options.ts";
import { type ClassField, type ClassRow, colourOfClass } from "./class-rows.ts";

/** What a chart of these classes is called. */
export const classTitle = (field: ClassField, t: TFunction) => t(`sheetPage.chart.${TITLES[field]}`);

const TITLES = {
  byHeightClass: "heightTitle",
  byAgeClass: "ageTitle",
  byUse: "useTitle",
} as const;

/** How the footprint of an area's buildings parts into classes, ticks where the district's would end. */
export function ClassChart({
  field,
  rows,
  district,
  most = null,
  title: ownTitle,
}: {
  readonly field: ClassField;
  readonly rows: readonly ClassRow[];
  /** The same classes of the district; null where they are not known or the area is the district. */
  readonly district: readonly ClassRow[] | null;
  readonly most?: number | null;
  /** Instead of the name of the classes, where several areas stand side by side. */
  readonly title?: string;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const chartRows = rows.map((row) => {
    const ofDistrict = district?.find(({ id }) => id === row.id)?.footprintShare ?? null;
    return { ...chartRowOf(row, numbers), id: row.id, district: ofDistrict, lines: linesOf(row, ofDistrict) };
  });
  function linesOf(row: ClassRow, ofDistrict: number | null): string[] {
    const known = (label: string, value: number | null, text: string) =>
      value === null ? [] : [`${label} ${text}`];
    return [
      `${t("field.footprintSqm")} ${numbers.area(row.footprintSqm)} · ${numbers.share(row.footprintShare)}`,
      ...known(t("sheetPage.chart.district"), ofDistrict, numbers.share(ofDistrict)),
      `${t("field.buildings")} ${numbers.count(row.buildings)}`,
      `${t("field.gfaAboveSqm")} ${numbers.floorArea(row.isUnknown && row.gfaAboveSqm === 0 ? null : row.gfaAboveSqm)}`,
      ...known(t("field.residents"), row.residents, numbers.count(row.residents)),
    ];
  }
  const key = JSON.stringify(chartRows);
  const option = useCallback(
    (look: ChartLook) => {
      const parsed: (ChartRow & { readonly id: string })[] = JSON.parse(key);
      const coloured = parsed.map((row) => ({
        ...row,
        colour: colourOfClass(field, row.id, look.isDark),
      }));
      return field === "byUse"
        ? barsOption({ rows: coloured, look, most, labelWidthPx: 96, textWidthPx: 54, limit: null })
        : columnsOption({ rows: coloured, look, most });
    },
    [key, field, most],
  );
  if (rows.every(({ buildings }) => buildings === 0)) return null;
  const title = ownTitle ?? classTitle(field, t);
  const note = [t("sheetPage.chart.share"), ...(district ? [t("sheetPage.chart.tick")] : [])];
  return (
    <ChartFrame
      title={title}
      note={ownTitle === undefined ? note.join(" · ") : ""}
      label={t("sheetPage.chart.summary", { title, rows: rowsInWords(chartRows) })}
      heightPx={field === "byUse" ? chartRows.length * 22 + 10 : 150}
      option={option}
    />
  );
}

function chartRowOf(row: ClassRow, numbers: NumberText): ChartRow {
  return {
    label: row.shortName,
    value: row.footprintShare ?? 0,
    text: numbers.share(row.footprintShare),
    lines: [],
    colour: null,
    isUnknown: row.isUnknown,
    district: null,
  };
}
