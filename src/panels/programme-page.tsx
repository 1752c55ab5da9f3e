import "../look/dispatch.css";
import "../look/money.css";
import "../look/programme-page.css";
import { useEffect, useState } from "react";
import type { ProgrammePage } from "../../server/contract/programme-page.ts";
import { useReader } from "../locale/use-reader.ts";
import { followProgrammePage, programmePageAgain, setPageMonth } from "../state/programme-page.ts";
import { selectDistrict } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { LightColumns, StageBars } from "./page-bars.tsx";
import { PageHeadline } from "./page-headline.tsx";
import { PageAssets, PageEstates, PageFindings, PageOperation, PageSafety } from "./page-ledgers.tsx";
import { PageMoney } from "./page-money.tsx";
import { PagePublished } from "./page-published.tsx";
import { PageSigning } from "./page-signing.tsx";
import { Skeleton } from "./skeleton.tsx";

const PAPERS = ["a3", "a4"] as const;
type Paper = (typeof PAPERS)[number];
const MONTHS_OFFERED = 12;

/** 项目调度: the programme on one page for leadership, each figure with its day, its source and its list. */
export function ProgrammePageView() {
  const run = useApp((state) => state.programmePage);
  const [paper, setPaper] = useState<Paper>("a3");
  useEffect(followProgrammePage, []);
  const page = answerOfRun(run);
  return (
    <article
      className="programme-page"
      data-page={run.status}
      data-paper={paper}
      aria-busy={run.status === "running"}
    >
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={programmePageAgain} /> : null}
      {page === null ? (
        run.status === "failed" ? null : (
          <Skeleton lines={12} />
        )
      ) : (
        <Page page={page} onPaper={setPaper} />
      )}
    </article>
  );
}

function Page({ page, onPaper }: { readonly page: ProgrammePage; readonly onPaper: (paper: Paper) => void }) {
  return (
    <>
      <PageHead page={page} onPaper={onPaper} />
      <PageHeadline page={page} />
      <div className="page-grid">
        <StageBars page={page} />
        <LightColumns page={page} />
        <PageMoney page={page} />
        <PageSigning page={page} />
        <PageFindings page={page} />
        <PageEstates page={page} />
        <PageAssets page={page} />
        <PageOperation page={page} />
        <PageSafety page={page} />
      </div>
      <PagePublished />
    </>
  );
}

function PageHead({
  page,
  onPaper,
}: {
  readonly page: ProgrammePage;
  readonly onPaper: (paper: Paper) => void;
}) {
  const { t, language } = useReader();
  const district = useApp(selectDistrict);
  const { today, dataVersion, sample, internal } = page;
  const print = (paper: Paper) => {
    onPaper(paper);
    // the sheet takes the paper with the next frame
    requestAnimationFrame(() => requestAnimationFrame(() => window.print()));
  };
  return (
    <header className="page-head">
      <div>
        <h2>
          {t("programmePage.titleOf", {
            district: language === "en" ? (district?.nameEn ?? district?.nameZh) : district?.nameZh,
          })}
        </h2>
        <p className="source">{t("programmePage.asOf", { date: today, version: dataVersion })}</p>
      </div>
      <p className="page-marks">
        {sample ? <span className="mark mark-sample">{t("app.sample")}</span> : null}
        {internal ? <span className="mark">{t("programmePage.internal")}</span> : null}
      </p>
      <div className="page-tools">
        <MonthChoice page={page} />
        {PAPERS.map((paper) => (
          <button key={paper} type="button" onClick={() => print(paper)}>
            <Icon name="print" />
            {paper.toUpperCase()}
          </button>
        ))}
      </div>
    </header>
  );
}

function MonthChoice({ page: { month, today } }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  const [year, number] = today.split("-").map(Number);
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) =>
    new Date(Date.UTC(year!, number! - 1 - back, 1)).toISOString().slice(0, 7),
  );
  return (
    <label className="page-month">
      <span>{t("dispatch.month")}</span>
      <select value={month} onChange={({ target }) => setPageMonth(target.value)}>
        {[...new Set([...months, month])].map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </label>
  );
}
