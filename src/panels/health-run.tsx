import "../look/gap.css";
import "../look/findings.css";
import "../look/health.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { closeHealth, followHealth, healthAgain, openHealth } from "../state/health.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const Result = lazyPart(async () => ({
  default: (await import("../analyses/health-check.tsx")).healthCheckView.Result,
}));

/** The city health check: of the area asked about, else of the whole district. */
export function HealthRun() {
  const { t } = useTranslation();
  const isAsked = useApp((state) => state.health.asked);
  useEffect(followHealth, []);
  return (
    <Question
      name="health"
      icon="flag"
      title={t("health.title")}
      action={
        isAsked ? (
          <button type="button" className="quiet" onClick={closeHealth}>
            {t("health.close")}
          </button>
        ) : null
      }
    >
      {isAsked ? (
        <Answered />
      ) : (
        <>
          <p className="hint">{t("health.hint")}</p>
          <p className="actions">
            <button type="button" onClick={openHealth}>
              {t("health.open")}
            </button>
          </p>
        </>
      )}
    </Question>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.healthRun);
  const answer = answerOfRun(run);
  return (
    <AskedRun name="health" run={run} onRetry={healthAgain} form={null} waiting={t("health.waiting")}>
      {answer === null ? null : <Result answer={answer} />}
    </AskedRun>
  );
}
