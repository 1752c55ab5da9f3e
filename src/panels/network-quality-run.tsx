import "../look/street.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { networkQualityView } from "../analyses/network-quality.tsx";
import { askNetworkQuality, closeNetworkQuality, followNetworkQuality } from "../state/network-quality.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Question } from "./question.tsx";

const { Result } = networkQualityView;

/** The same as a question of its own. */
export function NetworkQuestion() {
  const { t } = useTranslation();
  return (
    <Question
      name="network"
      icon="search"
      title={t("street.quality.title")}
      action={
        <button type="button" className="quiet" onClick={closeNetworkQuality}>
          {t("street.close")}
        </button>
      }
    >
      <NetworkQuality />
    </Question>
  );
}

/** What is doubtful about the walking network of the district, beside its import report. */
export function NetworkQualityRun() {
  const { t } = useTranslation();
  return (
    <section className="network-quality">
      <h3>{t("street.quality.title")}</h3>
      <NetworkQuality />
    </section>
  );
}

function NetworkQuality() {
  const { t } = useTranslation();
  const run = useApp((state) => state.networkQuality);
  useEffect(followNetworkQuality, []);
  const answer = answerOfRun(run);
  return (
    <div data-quality={run.status}>
      {run.status === "running" ? (
        <p className="progress">
          <span />
          {t("analyse.asking")}
        </p>
      ) : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={askNetworkQuality} /> : null}
      {answer === null ? null : <Result answer={answer} />}
    </div>
  );
}
