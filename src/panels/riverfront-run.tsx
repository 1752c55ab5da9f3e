import "../look/gap.css";
import "../look/riverfront.css";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { closeRiverfront, followRiverfront, openRiverfront, riverfrontAgain } from "../state/riverfront.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/riverfront-access.tsx")).riverfrontAccessView;
const Form = lazyPart(async () => ({ default: (await view()).Form! }));
const Result = lazyPart(async () => ({ default: (await view()).Result }));

/** How the river is reached: of the area asked about, else of the whole district. */
export function RiverfrontRun() {
  const { t } = useTranslation();
  const isAsked = useApp((state) => state.riverfront.asked);
  useEffect(followRiverfront, []);
  return (
    <Question
      name="riverfront"
      icon="river"
      title={t("riverfront.title")}
      action={
        isAsked ? (
          <button type="button" className="quiet" onClick={closeRiverfront}>
            {t("riverfront.close")}
          </button>
        ) : null
      }
    >
      {isAsked ? (
        <Answered />
      ) : (
        <>
          <p className="hint">{t("riverfront.hint")}</p>
          <p className="actions">
            <button type="button" onClick={openRiverfront}>
              {t("riverfront.open")}
            </button>
          </p>
        </>
      )}
    </Question>
  );
}

function Answered() {
  const run = useApp((state) => state.riverfrontAccess);
  const answer = answerOfRun(run);
  return (
    <AskedRun name="riverfront" run={run} onRetry={riverfrontAgain} form={<Form />}>
      {answer === null ? null : <Result answer={answer} />}
    </AskedRun>
  );
}
