import { useTranslation } from "react-i18next";
import type { WalkLeg, WalkRoute, WalkRouteResult } from "../../server/contract/walk-route.ts";
import { nameIn } from "../locale/name-text.ts";
import { useConditionTexts } from "../locale/use-condition-texts.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { setRoute } from "../state/route.ts";
import { useApp } from "../state/store.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { ConditionsChoice } from "./conditions-choice.tsx";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { RouteDownloads } from "./route-downloads.tsx";

const CARRIERS = new Set(["escalator", "lift", "cableway"]);

function WalkRouteForm() {
  const persona = useApp((state) => state.route.persona);
  return (
    <div className="selectors">
      <PersonaChoice
        name="route-persona"
        chosen={persona}
        onChoose={(walker) => setRoute({ persona: walker })}
      />
      <ConditionsChoice />
    </div>
  );
}

/** How long, how far, how high: the sentence the rest explains. */
function Headline({ route }: { readonly route: WalkRoute }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { seconds, plusMinusSeconds, lengthM, ascentM, descentM, steps, unknownRises } = route;
  return (
    <div className="route-headline" data-field="route" data-seconds={Math.round(seconds)}>
      <p className="big">
        {numbers.minutes(seconds)}
        {plusMinusSeconds !== null && plusMinusSeconds > 0 ? (
          <small title={t("walking.route.plusMinusHint")}> ±{numbers.minutes(plusMinusSeconds)}</small>
        ) : null}
      </p>
      <p>
        {t("walking.route.facts", {
          length: numbers.length(lengthM),
          up: numbers.length(ascentM),
          down: numbers.length(descentM),
        })}
        {steps > 0 ? t("walking.route.steps", { steps: numbers.number(steps) }) : null}
        {unknownRises > 0 ? t("walking.route.unknownRises", { parts: numbers.number(unknownRises) }) : null}
      </p>
    </div>
  );
}

/** By which carrier it goes, what it would be without, and what is closed now: the answer says which. */
function Which({ result }: { readonly result: WalkRouteResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { at, edge } = useConditionTexts();
  const { route, onFoot, whenOpen, missed } = result;
  const carried = (route?.legs ?? []).filter(({ kind }) => CARRIERS.has(kind));
  const carriers = [...new Set(carried.map(edge))].join(t("walking.conditions.comma"));
  const stairs = (each: WalkRoute) => each.legs.some(({ kind }) => kind === "stairs");
  const instead = (each: WalkRoute | null) =>
    each === null
      ? t("walking.route.noWay")
      : t(stairs(each) ? "walking.route.byStairs" : "walking.route.byStreets", {
          minutes: numbers.minutes(each.seconds),
        });
  const isSilent = carried.some(({ openHours }) => openHours === null);
  return (
    <ul className="route-which" data-field="which">
      {carriers === "" ? null : (
        <li data-part="carriers">
          {t("walking.route.carriers", { carriers })}
          {isSilent ? t("walking.route.hoursUnknown") : null}
        </li>
      )}
      {onFoot === null ? null : (
        <li data-part="onFoot">{t("walking.route.onFoot", { instead: instead(onFoot.route) })}</li>
      )}
      {whenOpen?.route && missed.length > 0 ? (
        <li data-part="missed">
          {t("walking.route.missed", {
            at,
            missed: missed.map(edge).join(t("walking.conditions.comma")),
            minutes: numbers.minutes(whenOpen.route.seconds),
          })}
        </li>
      ) : null}
    </ul>
  );
}

function Legs({ legs }: { readonly legs: readonly WalkLeg[] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { fare } = useConditionTexts();
  // the key of a leg is where it begins: a way never begins at one place twice
  const keyOf = ({ kind, coordinates }: WalkLeg) => `${kind} ${coordinates[0]?.join()}`;
  return (
    <table className="classes route-legs" data-field="legs">
      <caption>{t("walking.route.legs")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("walking.route.leg")}</th>
          <th scope="col">{t("walking.route.length")}</th>
          <th scope="col">{t("walking.route.climb")}</th>
          <th scope="col">{t("field.minutes")}</th>
        </tr>
      </thead>
      <tbody>
        {legs.map((leg) => (
          <tr key={keyOf(leg)} data-kind={leg.kind}>
            <th scope="row">
              <i className="route-key" data-kind={leg.kind} aria-hidden="true" />
              {nameIn(language, leg) ?? t(`walking.route.kind.${leg.kind}`)}
              <small>
                {[
                  ...(nameIn(language, leg) === null ? [] : [t(`walking.route.kind.${leg.kind}`)]),
                  ...(leg.steps === null ? [] : [t("walking.route.stepCount", { steps: leg.steps })]),
                  ...(leg.openHours === null ? [] : [leg.openHours]),
                  ...(leg.fare === null ? [] : [fare(leg.fare)]),
                ].join(" · ")}
              </small>
            </th>
            <td>{numbers.length(leg.lengthM)}</td>
            <td>{climbText(leg.climbM, numbers.length)}</td>
            <td>{numbers.minutes(leg.seconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function climbText(climbM: number | null, length: (metres: number | null) => string): string {
  if (climbM === null) return length(null);
  if (Math.abs(climbM) < 0.05) return "0";
  return `${climbM > 0 ? "↑" : "↓"} ${length(Math.abs(climbM))}`;
}

export const walkRouteView: AnalysisView<"walk-route"> = {
  Form: WalkRouteForm,
  Result: ({ answer }) => {
    const { t } = useTranslation();
    const { route } = answer.result;
    return (
      <>
        {route === null ? (
          <p className="empty" data-field="route">
            {t("walking.route.none")}
          </p>
        ) : (
          <Headline route={route} />
        )}
        <Which result={answer.result} />
        {route === null ? null : <Legs legs={route.legs} />}
        <QualityNotes notes={answer.dataQuality} />
        <MethodNotes methods={answer.method} />
        {route === null ? null : <RouteDownloads answer={answer} />}
      </>
    );
  },
};
