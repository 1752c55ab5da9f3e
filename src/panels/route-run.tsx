import "../look/route.css";
import { lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import {
  clearRoute,
  followRoute,
  type RouteEnd,
  routeAgain,
  setRouteEnd,
  startPickingEnd,
  turnRoute,
} from "../state/route.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { FailureNote } from "./failure-note.tsx";
import { Icon } from "./icon.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/walk-route.tsx")).walkRouteView;
const Form = lazy(async () => ({ default: (await view()).Form! }));
const Result = lazy(async () => ({ default: (await view()).Result }));

const ENDS = ["origin", "destination"] as const;

/** How one gets from one place to another on foot. */
export function RouteRun() {
  const { t } = useTranslation();
  const { origin, destination } = useApp((state) => state.route);
  useEffect(followRoute, []);
  const isAnySet = origin !== null || destination !== null;
  return (
    <Question
      name="route"
      icon="streets"
      title={t("walking.route.title")}
      action={
        isAnySet ? (
          <button type="button" className="quiet" onClick={clearRoute}>
            <Icon name="trash" />
            {t("action.clear")}
          </button>
        ) : null
      }
    >
      {isAnySet ? null : <p className="hint">{t("walking.route.hint")}</p>}
      {ENDS.map((end) => (
        <End key={end} end={end} />
      ))}
      {origin !== null && destination !== null ? (
        <p className="actions">
          <button type="button" onClick={turnRoute}>
            <Icon name="undo" />
            {t("walking.route.turn")}
          </button>
        </p>
      ) : null}
      {origin === null || destination === null ? null : <Answered />}
    </Question>
  );
}

// by a click on the map, or typed
function End({ end }: { readonly end: RouteEnd }) {
  const { t } = useTranslation();
  const place = useApp((state) => state.route[end]);
  const isPicking = useApp((state) => state.tool === (end === "origin" ? "route-from" : "route-to"));
  const take = (form: FormData) => {
    const [lon, lat] = String(form.get(end))
      .split(/[,，\s]+/)
      .map(Number);
    if (lon !== undefined && lat !== undefined && Math.abs(lon) <= 180 && Math.abs(lat) <= 90)
      setRouteEnd(end, lon, lat);
  };
  return (
    <form action={take} className="route-end" key={place?.join() ?? "none"}>
      <label className="field">
        <span>
          <i className="route-dot" data-end={end} aria-hidden="true" />
          {t(`walking.route.${end}`)}
        </span>
        <input
          name={end}
          defaultValue={place?.join(",") ?? ""}
          placeholder={t("walking.route.lonLat")}
          autoComplete="off"
        />
      </label>
      <button type="button" aria-pressed={isPicking} onClick={() => startPickingEnd(end)}>
        <Icon name="target" />
        {t(isPicking ? "walking.route.picking" : "walking.route.pick")}
      </button>
    </form>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.walkRoute);
  const answer = answerOfRun(run);
  return (
    <div aria-live="polite" aria-busy={run.status === "running"} data-route={run.status}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        <Form />
        {run.status === "running" ? (
          <p className="progress">
            <span />
            {t("analyse.asking")}
          </p>
        ) : null}
        {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={routeAgain} /> : null}
        {answer === null ? null : <Result answer={answer} />}
      </Suspense>
    </div>
  );
}
