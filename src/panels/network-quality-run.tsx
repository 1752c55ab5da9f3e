import "../look/street.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { networkQualityView } from "../analyses/network-quality.tsx";
import { askNetworkQuality, followNetworkQuality } from "../state/network-quality.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";

const { Result } = networkQualityView;

/** What is doubtful about the walking network of the district, beside its import report. */
export function NetworkQualityRun() {
  const { t } = useTranslation();
  const run = useApp((state) => state.networkQuality);
  useEffect(followNetworkQuality, []);
  const answer = answerOfRun(run);
  return (
    <section className="network-quality" data-quality={run.status}>
      <h3>{t("street.quality.title")}</h3>
      {run.status === "running" ? (
        <p className="progress">
          <span />
          {t("analyse.asking")}
        </p>
      ) : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={askNetworkQuality} /> : null}
      {answer === null ? null : <Result answer={answer} />}
    </section>
  );
}
