import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { TierCoverage } from "../../server/contract/life-circle-coverage.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { ChartFrame } from "./chart-frame.tsx";
import { type ChartLook, type ChartRow, columnsOption, rowsInWords } from "./chart-options.ts";
import type { Whom } from "./coverage-share.ts";
import { DataTable } from "./data-table.tsx";

type MissingRow = TierCoverage["missingCount"][number];

const shareOf = (row: MissingRow, whom: Whom) =>
  whom === "residents" ? row.residentShare : row.buildingShare;

/** The rows up to the most that anyone is missing; none where no share is known. */
export function missingRows(tier: TierCoverage, whom: Whom): readonly MissingRow[] {
  const rows = [...tier.missingCount].sort((one, other) => one.missing - other.missing);
  const last = rows.findLastIndex((row) => (shareOf(row, whom) ?? 0) > 0);
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
  /** Instead of what the chart shows, where several areas stand side by side. */
  readonly title?: string;
}

/** The shares of those who are missing none, one, two … categories, as columns. */
export function MissingChart({ rows, whom, most = null, title: ownTitle }: MissingProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const share = t(whom === "residents" ? "sheetPage.chart.ofResidents" : "sheetPage.chart.ofBuildings");
  const chartRows = rows.map((row): ChartRow => {
    const text = numbers.share(shareOf(row, whom));
    const words = row.missing === 0 ? t("sheet.missingNone") : t("sheet.missing", { count: row.missing });
    return {
      label: String(row.missing),
      value: shareOf(row, whom) ?? 0,
      text,
      lines: [words, `${share} ${text}`],
      colour: row.missing === 0 ? "good" : null,
      isUnknown: false,
      district: null,
    };
  });
  const key = JSON.stringify(chartRows);
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
      note={`${share} · ${t("sheetPage.chart.missingAxis")}`}
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
          value: (row) => shareOf(row, whom),
          cell: (row) => numbers.share(shareOf(row, whom)),
        },
      ]}
      rows={rows}
      keyOf={({ missing }) => String(missing)}
    />
  );
}
