import "../look/gap.css";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { closeGap, followGap, gapAgain, openGap } from "../state/gap.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";

const view = async () => (await import("../analyses/service-gap.tsx")).serviceGapView;
const Form = lazy(async () => ({ default: (await view()).Form! }));
const Result = lazy(async () => ({ default: (await view()).Result }));

/** What is missing, and where: of the area asked about, else of the whole district. */
export function GapRun() {
  const { t } = useTranslation();
  const isOpen = useApp((state) => state.gap.category !== null);
  useEffect(followGap, []);
  return (
    <section className="gap" aria-label={t("gap.title")} data-open={isOpen}>
      <h3>{t("gap.title")}</h3>
      {isOpen ? null : <p className="hint">{t("gap.hint")}</p>}
      <p className="actions">
        <button type="button" aria-expanded={isOpen} onClick={isOpen ? closeGap : openGap}>
          <Icon name={isOpen ? "chevron" : "search"} />
          {t(isOpen ? "gap.close" : "gap.open")}
        </button>
      </p>
      {isOpen ? <Answered /> : null}
    </section>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.serviceGap);
  const answer = answerOfRun(run);
  return (
    <div aria-busy={run.status === "running"} data-gap={run.status}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        <Form />
        <div aria-live="polite">
          {run.status === "running" ? (
            <p className="progress">
              <span />
              {t("analyse.asking")}
            </p>
          ) : null}
        </div>
        {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={gapAgain} /> : null}
        {answer === null ? null : <Result answer={answer} />}
      </Suspense>
    </div>
  );
}
