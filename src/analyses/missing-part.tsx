import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type ChartLook, type ChartRow, columnsOption, rowsInWords } from "./chart-options.ts";
import type { Whom } from "./coverage-share.ts";
import { DataTable } from "./data-table.tsx";

type MissingRow = TierCoverage["missingCount"][number];

/** Of those counted, the share that is missing so many. */
export const missingShare = (row: MissingRow, whom: Whom) =>
  whom === "residents" ? row.residentShare : row.buildingShare;

/** The rows up to the most that anyone is missing; none where no share is known. */
export function missingRows(tier: TierCoverage, whom: Whom): readonly MissingRow[] {
  const rows = [...tier.missingCount].sort((one, other) => one.missing - other.missing);
  const last = rows.findLastIndex((row) => (missingShare(row, whom) ?? 0) > 0);
  return rows.slice(0, last + 1);
}

/** How many ▲ categories people are missing: which share none, one, two … */
export function MissingPart({ tier, whom }: { readonly tier: TierCoverage; readonly whom: Whom }) {
  const { t } = useTranslation();
  const rows = missingRows(tier, whom);
  if (rows.length === 0) return null;
  return (
    <div className="class-part">
      <MissingChart rows={rows} whom={whom} />
      <details>
        <summary>{t("sheetPage.chart.table")}</summary>
        <MissingTable rows={rows} whom={whom} />
      </details>
    </div>
  );
}

interface MissingProps {
  readonly rows: readonly MissingRow[];
  readonly whom: Whom;
  readonly most?: number | null;
  /** Places on the axis, where several areas stand side by side. */
  readonly length?: number;
  /** Instead of what the chart shows, where several areas stand side by side. */
  readonly title?: string;
}

// a dozen columns side by side have no room for decimals; the figure on hover and in the table has them
const wholePercent = (share: number | null, text: string) =>
  share === null || share === 0 ? text : share < 0.01 ? "<1%" : `${Math.round(share * 100)}%`;

/** The shares of those who are missing none, one, two … categories, as columns. */
export function MissingChart({ rows, whom, most = null, length = 0, title: ownTitle }: MissingProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const share = t(whom === "residents" ? "sheetPage.chart.ofResidents" : "sheetPage.chart.ofBuildings");
  const chartRows = rows.map((row): ChartRow => {
    const value = missingShare(row, whom);
    const text = numbers.share(value);
    const words = row.missing === 0 ? t("sheet.missingNone") : t("sheet.missing", { count: row.missing });
    return {
      label: String(row.missing),
      value: value ?? 0,
      text: wholePercent(value, text),
      lines: [words, `${share} ${text}`],
      colour: row.missing === 0 ? "good" : null,
      isUnknown: false,
      district: null,
    };
  });
  // an empty place is no share of zero: no area has it, or another one has
  const places = Array.from({ length: Math.max(0, length - chartRows.length) }, (_, index): ChartRow => {
    const label = String(chartRows.length + index);
    return { label, value: 0, text: "", lines: [], colour: null, isUnknown: false, district: null };
  });
  const key = JSON.stringify([...chartRows, ...places]);
  const option = useCallback(
    (look: ChartLook) => {
      const parsed: ChartRow[] = JSON.parse(key);
      const rows = parsed.map((row) => ({ ...row, colour: row.colour === null ? null : look.good }));
      return columnsOption({ rows, look, most });
    },
    [key, most],
  );
  const title = ownTitle ?? t("sheetPage.chart.missingTitle");
  return (
    <ChartFrame
      title={title}
      note={ownTitle === undefined ? `${share} · ${t("sheetPage.chart.missingAxis")}` : share}
      label={t("sheetPage.chart.summary", { title, rows: rowsInWords(chartRows) })}
      heightPx={130}
      option={option}
    />
  );
}

function MissingTable({ rows, whom }: MissingProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return (
    <DataTable
      field="missingCount"
      caption={t("sheet.missingTitle")}
      className="classes"
      columns={[
        {
          id: "missing",
          label: t("sheetPage.table.missing"),
          value: ({ missing }) => missing,
          cell: ({ missing }) =>
            missing === 0 ? t("sheet.missingNone") : t("sheet.missing", { count: missing }),
        },
        {
          id: "share",
          label: t(whom === "residents" ? "sheetPage.chart.ofResidents" : "sheetPage.chart.ofBuildings"),
          value: (row) => missingShare(row, whom),
          cell: (row) => numbers.share(missingShare(row, whom)),
        },
      ]}
      rows={rows}
      keyOf={({ missing }) => String(missing)}
    />
  );
}
