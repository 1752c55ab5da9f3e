import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { routeFrom } from "../state/route.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { clearWalk, setOrigin, startPickingOrigin, stopPickingOrigin, walkAgain } from "../state/walk.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/registry.ts")).ANALYSIS_VIEWS.isochrone;
const Form = lazy(async () => ({ default: (await view()).Form! }));
const Result = lazy(async () => ({ default: (await view()).Result }));

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
      <OriginForm key={origin?.join() ?? "none"} />
      {origin === null ? null : <Answered />}
    </Question>
  );
}

// the same by keyboard
function OriginForm() {
  const { t } = useTranslation();
  const origin = useApp((state) => state.walk.origin);
  const take = (form: FormData) => {
    const [lon, lat] = String(form.get("origin"))
      .split(/[,，\s]+/)
      .map(Number);
    if (lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
      setOrigin(lon, lat);
  };
  return (
    <form action={take}>
      <label className="field">
        <span>{t("isochrone.origin")}</span>
        <input name="origin" defaultValue={origin?.join(",") ?? ""} inputMode="text" autoComplete="off" />
      </label>
    </form>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.isochrone);
  const answer = answerOfRun(run);
  return (
    <div aria-live="polite" aria-busy={run.status === "running"} data-walk={run.status}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        <Form />
        {run.status === "running" ? (
          <p className="progress">
            <span />
            {t("analyse.asking")}
          </p>
        ) : null}
        {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={walkAgain} /> : null}
        {answer === null ? null : <Result answer={answer} />}
      </Suspense>
    </div>
  );
}
