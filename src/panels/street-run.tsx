import "../look/street.css";
import "../look/find.css";
import { type ComponentType, lazy, Suspense, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { STREET_ANALYSES, type StreetAnswer } from "../state/app-state.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { closeStreet, followStreet, setStreet, streetAgain } from "../state/street.ts";
import { FailureNote } from "./failure-note.tsx";
import { Question } from "./question.tsx";

const roads = async () => (await import("../analyses/road-network.tsx")).roadNetworkView;
const walkways = async () => (await import("../analyses/walkway-connectivity.tsx")).walkwayConnectivityView;
const RoadResult = lazy(async () => ({ default: (await roads()).Result }));
const WalkwayResult = lazy(async () => ({ default: (await walkways()).Result }));
const WalkwayForm: ComponentType = lazy(async () => ({ default: (await walkways()).Form! }));

/** Roads and walking links: of the area asked about, else of the whole district. */
export function StreetRun() {
  const { t } = useTranslation();
  const asked = useApp((state) => state.street.asked);
  useEffect(followStreet, []);
  return (
    <Question
      name="street"
      icon="streets"
      title={t("street.title")}
      action={
        asked === null ? null : (
          <button type="button" className="quiet" onClick={closeStreet}>
            {t("street.close")}
          </button>
        )
      }
    >
      {asked === null ? <p className="hint">{t("street.hint")}</p> : null}
      <fieldset className="street-asks" aria-label={t("street.asks")}>
        {STREET_ANALYSES.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={asked === each}
            onClick={() => setStreet({ asked: each })}
          >
            {t(`street.ask.${each}`)}
          </button>
        ))}
      </fieldset>
      {asked === null ? null : <Answered />}
    </Question>
  );
}

function Answered() {
  const { t } = useTranslation();
  const run = useApp((state) => state.streetRun);
  const asked = useApp((state) => state.street.asked);
  const shown = answerOfRun(run);
  return (
    <div aria-busy={run.status === "running"} data-streets={run.status}>
      <Suspense fallback={<p className="hint">{t("app.loading")}</p>}>
        {asked === "walkway-connectivity" ? <WalkwayForm /> : null}
        <div aria-live="polite">
          {run.status === "running" ? (
            <p className="progress">
              <span />
              {t("analyse.asking")}
            </p>
          ) : null}
        </div>
        {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={streetAgain} /> : null}
        {shown === null ? null : <Shown shown={shown} />}
      </Suspense>
    </div>
  );
}

function Shown({ shown }: { readonly shown: StreetAnswer }) {
  return shown.asked === "road-network" ? (
    <RoadResult answer={shown.answer} />
  ) : (
    <WalkwayResult answer={shown.answer} />
  );
}
