import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { routeFrom } from "../state/route.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { clearWalk, setOrigin, startPickingOrigin, stopPickingOrigin, walkAgain } from "../state/walk.ts";
import { AskedRun } from "./asked-run.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { PlaceField } from "./place-field.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/registry.ts")).ANALYSIS_VIEWS.isochrone;
const Form = lazyPart(async () => ({ default: (await view()).Form! }));
const Result = lazyPart(async () => ({ default: (await view()).Result }));

/** Choose a place, and read where one gets from there on foot. */
export function WalkRun() {
  const { t } = useTranslation();
  const origin = useApp((state) => state.walk.origin);
  const isPicking = useApp((state) => state.tool === "origin");
  return (
    <Question name="walk" icon="walk" title={t("isochrone.title")}>
      <p className="actions">
        <button
          type="button"
          aria-pressed={isPicking}
          onClick={isPicking ? stopPickingOrigin : startPickingOrigin}
        >
          <Icon name="target" />
          {t(origin === null ? "isochrone.pick" : "isochrone.pickAnew")}
        </button>
        {origin === null ? null : (
          <button type="button" onClick={() => routeFrom(...origin)}>
            <Icon name="streets" />
            {t("walking.route.begin")}
          </button>
        )}
        {origin === null ? null : (
          <button type="button" onClick={clearWalk}>
            <Icon name="trash" />
            {t("action.clear")}
          </button>
        )}
      </p>
      {isPicking ? <p className="hint">{t("isochrone.pickHint")}</p> : null}
      <Asked />
    </Question>
  );
}

function Asked() {
  const { t } = useTranslation();
  const origin = useApp((state) => state.walk.origin);
  const run = useApp((state) => state.isochrone);
  const answer = answerOfRun(run);
  const form = (
    <>
      <PlaceField label={t("isochrone.origin")} place={origin} onTake={setOrigin} />
      {origin === null ? null : (
        <Suspense fallback={null}>
          <Form />
        </Suspense>
      )}
    </>
  );
  return (
    <AskedRun name="walk" run={run} onRetry={walkAgain} form={form}>
      {answer === null || origin === null ? null : <Result answer={answer} />}
    </AskedRun>
  );
}
