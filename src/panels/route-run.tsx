import "../look/route.css";
import { Suspense, useEffect } from "react";
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
import { AskedRun } from "./asked-run.tsx";
import { Icon } from "./icon.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { PlaceField } from "./place-field.tsx";
import { Question } from "./question.tsx";

const view = async () => (await import("../analyses/walk-route.tsx")).walkRouteView;
const Form = lazyPart(async () => ({ default: (await view()).Form! }));
const Result = lazyPart(async () => ({ default: (await view()).Result }));

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
      <Asked />
    </Question>
  );
}

// the ends belong to the question: of a narrow screen the answer has the rest
function Asked() {
  const { origin, destination } = useApp((state) => state.route);
  const run = useApp((state) => state.walkRoute);
  const answer = answerOfRun(run);
  const isWhole = origin !== null && destination !== null;
  const form = (
    <>
      {ENDS.map((end) => (
        <End key={end} end={end} />
      ))}
      {isWhole ? (
        <Suspense fallback={null}>
          <Turn />
          <Form />
        </Suspense>
      ) : null}
    </>
  );
  return (
    <AskedRun name="route" run={run} onRetry={routeAgain} form={form}>
      {answer === null || !isWhole ? null : <Result answer={answer} />}
    </AskedRun>
  );
}

function Turn() {
  const { t } = useTranslation();
  return (
    <p className="actions">
      <button type="button" onClick={turnRoute}>
        <Icon name="undo" />
        {t("walking.route.turn")}
      </button>
    </p>
  );
}

// by a click on the map, or typed
function End({ end }: { readonly end: RouteEnd }) {
  const { t } = useTranslation();
  const place = useApp((state) => state.route[end]);
  const isPicking = useApp((state) => state.tool === (end === "origin" ? "route-from" : "route-to"));
  const label = (
    <>
      <i className="route-dot" data-end={end} aria-hidden="true" />
      {t(`walking.route.${end}`)}
    </>
  );
  return (
    <PlaceField label={label} place={place} onTake={(lon, lat) => setRouteEnd(end, lon, lat)}>
      <button type="button" aria-pressed={isPicking} onClick={() => startPickingEnd(end)}>
        <Icon name="target" />
        {t(isPicking ? "walking.route.picking" : "walking.route.pick")}
      </button>
    </PlaceField>
  );
}
