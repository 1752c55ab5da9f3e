import "../look/street.css";
import "../look/find.css";
import { type ComponentType, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { answerOfRun, useApp } from "../state/store.ts";
import { closeStreet, followStreet, setStreet, streetAgain } from "../state/street.ts";
import { STREET_ANALYSES, type StreetAnswer } from "../state/street-state.ts";
import { AskedRun } from "./asked-run.tsx";
import { lazyPart } from "./lazy-part.tsx";
import { Question } from "./question.tsx";

const roads = async () => (await import("../analyses/road-network.tsx")).roadNetworkView;
const walkways = async () => (await import("../analyses/walkway-connectivity.tsx")).walkwayConnectivityView;
const RoadResult = lazyPart(async () => ({ default: (await roads()).Result }));
const WalkwayResult = lazyPart(async () => ({ default: (await walkways()).Result }));
const WalkwayForm: ComponentType = lazyPart(async () => ({ default: (await walkways()).Form! }));

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
  const run = useApp((state) => state.streetRun);
  const asked = useApp((state) => state.street.asked);
  const shown = answerOfRun(run);
  const form = asked === "walkway-connectivity" ? <WalkwayForm /> : null;
  return (
    <AskedRun name="streets" run={run} onRetry={streetAgain} form={form}>
      {shown === null ? null : <Shown shown={shown} />}
    </AskedRun>
  );
}

function Shown({ shown }: { readonly shown: StreetAnswer }) {
  return shown.asked === "road-network" ? (
    <RoadResult answer={shown.answer} />
  ) : (
    <WalkwayResult answer={shown.answer} />
  );
}
