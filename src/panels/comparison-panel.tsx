import "../look/sheet-page.css";
import "../look/comparison.css";
import "../look/print.css";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { comparisonRows } from "../analyses/comparison-rows.ts";
import { Segments } from "../analyses/segments.tsx";
import { PrintFoot, PrintHead } from "../analyses/sheet-print.tsx";
import { closeComparison } from "../state/comparison.ts";
import { recallNamedAreas } from "../state/named-areas.ts";
import { useApp } from "../state/store.ts";
import { ComparisonCharts } from "./comparison-charts.tsx";
import { type ComparedColumn, useComparedColumns, useDistrictColumn } from "./comparison-columns.ts";
import { ComparisonDownloads } from "./comparison-downloads.tsx";
import { ComparisonTable } from "./comparison-table.tsx";
import { Icon } from "./icon.tsx";
import { NamedAreas } from "./named-areas.tsx";
import { followPrint, printSheet } from "./print-sheet.ts";

/** Up to four areas side by side: the same rows, a column each, and how far each lies from the first or the district. */
export function ComparisonPanel() {
  const { t } = useTranslation();
  const columns = useComparedColumns();
  const district = useDistrictColumn();
  const [isAgainstDistrict, setAgainstDistrict] = useState(false);
  useEffect(recallNamedAreas, []);
  useEffect(followPrint, []);
  const shown = isAgainstDistrict && district ? [district, ...columns] : columns;
  return (
    <article className="comparison">
      <PrintHead />
      <header className="comparison-head">
        <button type="button" className="quiet" onClick={closeComparison}>
          <Icon name="back" />
          {t("sheetPage.comparison.close")}
        </button>
        <button type="button" className="quiet" onClick={() => void printSheet({ withMap: false })}>
          <Icon name="print" />
          {t("sheetPage.print")}
        </button>
        <h2 className="card-title">{t("sheetPage.comparison.title")}</h2>
        <p className="hint">{t("sheetPage.comparison.hint")}</p>
      </header>
      {columns.length === 0 ? (
        <p className="hint">{t("sheetPage.comparison.empty")}</p>
      ) : (
        <>
          <Segments
            legend={t("sheetPage.comparison.baseLabel")}
            name="comparison-base"
            values={[false, true]}
            textOf={(each) =>
              t(each ? "sheetPage.comparison.baseDistrict" : "sheetPage.comparison.baseFirst")
            }
            chosen={isAgainstDistrict}
            onChoose={setAgainstDistrict}
            barredBy={(each) => (each && district === null ? "" : null)}
          />
          <Compared columns={shown} />
        </>
      )}
      <PrintFoot />
      <NamedAreas />
    </article>
  );
}

function Compared({ columns }: { readonly columns: readonly ComparedColumn[] }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const mode = useApp((state) => state.sheetParams.mode);
  const known = columns.find(({ answer }) => answer !== null)?.answer ?? null;
  if (known === null && columns.every(({ run }) => run?.status !== "failed"))
    return <p className="hint">{t("analyse.asking")}</p>;
  const rows = known === null ? [] : comparisonRows(known.result, { t, language, mode });
  return (
    <>
      <ComparisonTable rows={rows} columns={columns} />
      <ComparisonCharts columns={columns} />
      <ComparisonDownloads rows={rows} columns={columns} />
    </>
  );
}
