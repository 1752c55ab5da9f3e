import "../look/operation.css";
import "../look/signing.css";
import { useEffect } from "react";
import type { AcquisitionPlotList } from "../../server/contract/acquisition-plots.ts";
import { CONSENT_PURPOSES } from "../../server/contract/consent-purposes.ts";
import { Segments } from "../analyses/segments.tsx";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { shownStage } from "../state/plot-share.ts";
import { followPlots, plotsAgain, setConsentPurpose } from "../state/signing.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { PLOT_DRAFT, PlotForm } from "./plot-form.tsx";
import { PlotRow } from "./plot-row.tsx";
import { SigningCases } from "./signing-cases.tsx";
import { Skeleton } from "./skeleton.tsx";

/** Plots of acquisition or consent: their sum, how far each has come, and cases elsewhere to compare. */
export function SigningView() {
  const { t } = useReader();
  const run = useApp((state) => state.acquisitionPlots);
  const purpose = useApp((state) => state.consentPurpose);
  useEffect(followPlots, []);
  const answer = answerOfRun(run);
  return (
    <article className="card signing" data-plots={run.status} aria-busy={run.status === "running"}>
      <h2 className="card-title">{t("signing.title")}</h2>
      <Segments
        legend={t("signing.purposeLabel")}
        unseen
        name="consent-purpose"
        values={CONSENT_PURPOSES}
        textOf={(each) => t(`signing.purpose.${each}`)}
        chosen={purpose}
        onChoose={setConsentPurpose}
      />
      <p className="hint">{t(`signing.hint.${purpose}`)}</p>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={plotsAgain} /> : null}
      {run.status === "running" && answer === null ? <Skeleton lines={6} /> : null}
      {answer === null ? null : <Plots answer={answer} />}
    </article>
  );
}

function Plots({ answer }: { readonly answer: AcquisitionPlotList }) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [isOpen, setOpen] = useOpened(PLOT_DRAFT);
  return (
    <>
      {answer.items.length === 0 ? <p className="hint">{t("signing.none")}</p> : <Sum answer={answer} />}
      <ul className="plot-list">
        {answer.items.map((plot) => (
          <li key={plot.id}>
            <PlotRow plot={plot} />
          </li>
        ))}
      </ul>
      {canWrite && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t("signing.form.newPlot")}
        </button>
      ) : null}
      {isOpen ? <PlotForm onClose={() => setOpen(false)} /> : null}
      {answer.cases.length === 0 ? null : <SigningCases cases={answer.cases} />}
    </>
  );
}

function Sum({ answer: { sum, total, items, stages } }: { readonly answer: AcquisitionPlotList }) {
  const { t, numbers, language } = useReader();
  const purpose = useApp((state) => state.consentPurpose);
  const reached = sum.stages.find(({ stage }) => stage === shownStage(purpose));
  const told = {
    stage: t(`signing.stageOf.${purpose}`),
    count: numbers.number(reached?.households ?? null),
    share: reached
      ? `${numbers.number(Math.floor((reached.households / sum.households) * 1000) / 10, 1)}%`
      : numbers.unknown,
  };
  const hasShape = items.some(({ geometry }) => geometry !== null);
  return (
    <>
      <p className="signing-sum" data-sum={reached?.households}>
        <b>
          {t("signing.sum", { plots: numbers.number(sum.told), households: numbers.number(sum.households) })}
        </b>
        <span>{t(reached?.partly === false ? "signing.sumOne" : "signing.sumPartly", told)}</span>
      </p>
      <dl className="operation-sums">
        {sum.stages.map(({ stage, households, open }) => (
          <div key={stage} data-sum={stage}>
            <dt>{nameIn(language, stages.find(({ code }) => code === stage)!)}</dt>
            <dd>
              {open > 0 && households === 0 ? numbers.unknown : numbers.number(households)}
              {open === 0 ? null : <small>{t("signing.openPlots", { count: open })}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {sum.told < total ? <p className="hint">{t("signing.leftOut", { count: total - sum.told })}</p> : null}
      {hasShape ? (
        <p className="hint plot-legend">
          <span aria-hidden="true" />
          {t("signing.legend")}
        </p>
      ) : null}
    </>
  );
}
