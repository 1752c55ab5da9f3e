import "../look/gap.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { nameIn } from "../locale/name-text.ts";
import { closeGap, followGap, gapAgain, openGap, setGap } from "../state/gap.ts";
import { selectCatalogue } from "../state/session.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/service-gap.tsx")).serviceGapView;
const Form = lazyPart(async () => ({ default: (await view()).Form! }));
const Result = lazyPart(async () => ({ default: (await view()).Result }));

/** What is missing, and where: of the area asked about, else of the whole district. */
export function GapRun() {
  const { t } = useTranslation();
  const isOpen = useApp((state) => state.gap.category !== null);
  useEffect(followGap, []);
  return (
    <Question
      name="gap"
      icon="search"
      title={t("gap.title")}
      action={
        isOpen ? (
          <button type="button" className="quiet" onClick={closeGap}>
            {t("gap.close")}
          </button>
        ) : null
      }
    >
      {isOpen ? <Answered /> : <Often />}
    </Question>
  );
}

// what is asked for most, each a click away; the form has the rest
const OFTEN = [
  "health.clinic",
  "health.station",
  "edu.kinder",
  "edu.primary",
  "com.market",
  "eld.daycare",
  "park.pocket",
  "trn.metro",
];

function Often() {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const categories = useApp(selectCatalogue)?.categories ?? [];
  const often = OFTEN.flatMap((code) =>
    categories.filter((each) => each.code === code && each.facilities > 0),
  );
  return (
    <>
      <p className="hint">{t("gap.hint")}</p>
      <fieldset className="gap-often" aria-label={t("gap.category")}>
        {often.map(({ code, ...names }) => (
          <button key={code} type="button" className="chip" onClick={() => setGap({ category: code })}>
            {nameIn(language, names)}
          </button>
        ))}
        <button type="button" className="chip" onClick={openGap}>
          {t("gap.open")}
        </button>
      </fieldset>
    </>
  );
}

function Answered() {
  const run = useApp((state) => state.serviceGap);
  const answer = answerOfRun(run);
  return (
    <AskedRun name="gap" run={run} onRetry={gapAgain} form={<Form />}>
      {answer === null ? null : <Result answer={answer} />}
    </AskedRun>
  );
}
