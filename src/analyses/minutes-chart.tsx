import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { CategoryCoverage, TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { classColour, stepOf } from "../cartography/class-colour.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { barsOption, type ChartLook, type ChartRow, rowsInWords } from "./chart-options.ts";
import { useDistrictSheet, useIsDistrict } from "./district-sheet.ts";

/** Reach is searched for an hour: what is not found within it is farther. */
const SEARCHED_MIN = 60;
const LEAST_AXIS_MIN = 20;

type Row = ChartRow & { readonly seconds: number };

/** Half of the residents walk at most so long, ▲ category by category; colours are those of the map. */
export function MinutesChart({
  tier,
  most = null,
}: {
  readonly tier: TierCoverage;
  readonly most?: number | null;
}) {
  const { t } = useTranslation();
  const district = useDistrictSheet();
  const isDistrict = useIsDistrict();
  const rows = useMinuteRows(tier, isDistrict ? null : (district?.result.lifeCircleCoverage.tiers ?? null));
  const key = JSON.stringify(rows);
  const limit = t("sheetPage.chart.limit", { minutes: tier.minutes });
  const option = useCallback(
    (look: ChartLook) => {
      const parsed: Row[] = JSON.parse(key);
      const longest = Math.max(
        LEAST_AXIS_MIN,
        ...parsed.map(({ value, isUnknown }) => (isUnknown ? 0 : value)),
      );
      const coloured = parsed.map((row) => ({
        ...row,
        value: row.isUnknown ? longest : row.value,
        colour: classColour("minutes", stepOf("minutes", row.seconds), look.isDark),
      }));
      const line = { value: tier.minutes, text: limit };
      return barsOption({
        ...{ rows: coloured, look, most: most ?? longest, limit: line },
        ...{ labelWidthPx: 128, textWidthPx: 76 },
      });
    },
    [key, limit, most, tier.minutes],
  );
  if (rows.length === 0) return null;
  const title = t("sheetPage.chart.minutesTitle");
  return (
    <ChartFrame
      title={title}
      note={[
        t("sheetPage.chart.minutesAxis"),
        ...(rows.some((row) => row.district !== null) ? [t("sheetPage.chart.tick")] : []),
      ].join(" · ")}
      label={t("sheetPage.chart.summary", { title, rows: rowsInWords(rows) })}
      heightPx={rows.length * 21 + 26}
      option={option}
    />
  );
}

function useMinuteRows(tier: TierCoverage, district: readonly TierCoverage[] | null): Row[] {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const ofDistrict = district?.find((each) => each.tier === tier.tier)?.categories ?? [];
  const rowOf = (category: CategoryCoverage): Row => {
    const isAbsent = category.status === "absent";
    const seconds = category.medianSeconds ?? SEARCHED_MIN * 60;
    const text = category.medianSeconds === null ? t("sheetPage.chart.hour") : numbers.minutes(seconds);
    const beside = ofDistrict.find((each) => each.category === category.category)?.medianSeconds ?? null;
    const label = nameIn(language, category) ?? category.category;
    return {
      label,
      value: seconds / 60,
      text: isAbsent ? t("sheetPage.chart.noData") : text,
      lines: [
        `${t("sheet.time")} ${isAbsent ? t("sheet.absent") : text}`,
        ...(beside === null ? [] : [`${t("sheetPage.chart.district")} ${numbers.minutes(beside)}`]),
      ],
      colour: null,
      isUnknown: isAbsent,
      district: beside === null ? null : beside / 60,
      seconds: isAbsent ? Number.MAX_SAFE_INTEGER : seconds,
    };
  };
  return tier.categories
    .filter(({ required, test }) => required === "required" && test === "walk")
    .map(rowOf)
    .sort((one, other) => one.seconds - other.seconds);
}
