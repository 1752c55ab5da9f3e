import "../look/gap.css";
import "../look/catchment.css";
import "../look/chart.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { catchmentAgain, closeCatchment, followCatchment, setCatchment } from "../state/catchment.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/two-step-catchment.tsx")).twoStepCatchmentView;
const Form = lazyPart(async () => ({ default: (await view()).Form! }));
const Result = lazyPart(async () => ({ default: (await view()).Result }));

/** For whom facilities hold how much: of the area asked about, else of the whole district. */
export function CatchmentRun() {
  const { t } = useTranslation();
  const isOpen = useApp((state) => state.catchment.category !== null);
  useEffect(followCatchment, []);
  return (
    <Question
      name="catchment"
      icon="compare"
      title={t("catchment.title")}
      action={
        isOpen ? (
          <button type="button" className="quiet" onClick={closeCatchment}>
            {t("catchment.close")}
          </button>
        ) : null
      }
    >
      {isOpen ? <Answered /> : <Often />}
    </Question>
  );
}

// what is asked for most and has a capacity, each a click away; the form has the rest
const OFTEN = ["edu.primary", "edu.kinder", "edu.junior", "eld.daycare", "trn.car", "svc.canteen"];

function Often() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const held = categories.filter(({ facilities }) => facilities > 0);
  const often = OFTEN.flatMap((code) => held.filter((each) => each.code === code));
  const [other] = held.filter(({ code }) => !OFTEN.includes(code));
  return (
    <>
      <p className="hint">{t("catchment.hint")}</p>
      <fieldset className="gap-often" aria-label={t("catchment.category")}>
        {often.map(({ code, ...names }) => (
          <button key={code} type="button" className="chip" onClick={() => setCatchment({ category: code })}>
            {nameIn(language, names)}
          </button>
        ))}
        {other ? (
          <button type="button" className="chip" onClick={() => setCatchment({ category: other.code })}>
            {t("catchment.open")}
          </button>
        ) : null}
      </fieldset>
    </>
  );
}

function Answered() {
  const run = useApp((state) => state.twoStepCatchment);
  const answer = answerOfRun(run);
  return (
    <AskedRun name="catchment" run={run} onRetry={catchmentAgain} form={<Form />}>
      {answer === null ? null : <Result answer={answer} />}
    </AskedRun>
  );
}
