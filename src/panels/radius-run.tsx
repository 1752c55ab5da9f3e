import "../look/radius.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Segments } from "../analyses/segments.tsx";
import { closeRadius, followRadius, openRadius, radiusAgain } from "../state/radius.ts";
import { type ParkAnswer, RADIUS_ANALYSES, type StatutoryRadiusAnswer } from "../state/radius-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const parks = async () => (await import("../analyses/park-coverage.tsx")).parkCoverageView;
const statutory = async () =>
  (await import("../analyses/statutory-radius-coverage.tsx")).statutoryRadiusCoverageView;
const ParkForm = lazyPart(async () => ({ default: (await parks()).Form! }));
const ParkResult = lazyPart(async () => ({ default: (await parks()).Result }));
const StatutoryForm = lazyPart(async () => ({ default: (await statutory()).Form! }));
const StatutoryResult = lazyPart(async () => ({ default: (await statutory()).Result }));

/** What lies within a radius, and who can walk as far: of the area asked about, else of the whole district. */
export function RadiusRun() {
  const { t } = useTranslation();
  const analysis = useApp((state) => state.radius.analysis);
  useEffect(followRadius, []);
  return (
    <Question
      name="radius"
      icon="circle"
      title={t("radius.title")}
      action={
        analysis === null ? null : (
          <button type="button" className="quiet" onClick={closeRadius}>
            {t("radius.close")}
          </button>
        )
      }
    >
      {analysis === null ? <p className="hint">{t("radius.hint")}</p> : null}
      <Segments
        className="radius-analyses"
        legend={t("radius.which")}
        name="radius-analysis"
        values={RADIUS_ANALYSES}
        textOf={(each) => t(`radius.analysis.${each}`)}
        chosen={analysis}
        onChoose={openRadius}
      />
      {analysis === null ? null : <Answered />}
    </Question>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.radiusCoverage);
  const analysis = useApp((state) => state.radius.analysis);
  const answer = answerOfRun(run);
  const isOfParks = analysis === "park-coverage";
  // for a moment after a switch, the answer is still that of the other
  const isOwn = run.status !== "idle" && run.params.analysis === analysis;
  return (
    <AskedRun
      name="radius"
      run={run}
      onRetry={radiusAgain}
      form={isOfParks ? <ParkForm /> : <StatutoryForm />}
      waiting={t("radius.asking")}
    >
      {answer === null || !isOwn ? null : isOfParks ? (
        <ParkResult answer={answer as ParkAnswer} />
      ) : (
        <StatutoryResult answer={answer as StatutoryRadiusAnswer} />
      )}
    </AskedRun>
  );
}
