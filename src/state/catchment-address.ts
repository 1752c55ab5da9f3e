import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import {
  CATCHMENT_DECAYS,
  CATCHMENT_METHODS,
  CATCHMENT_SUPPLIES,
  CATCHMENT_WALKS,
  MAX_CATCHMENT_MINUTES,
} from "../../server/contract/two-step-catchment.ts";
import { CATCHMENT_SCHEMES } from "../cartography/catchment-classes.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { CATCHMENT_VIEWS, type CatchmentChoice } from "./catchment-state.ts";
import { oneOf } from "./one-of.ts";

const AS_THE_FACILITY = "auto";

/**
 * The catchment as text of the address, `category,minutes,method,decay,persona,walks,demand,supply,view,scheme`; null while
 * none is asked. "auto" is what goes with the facility.
 */
export function catchmentToText(choice: AppState["catchment"]): string | null {
  if (choice.category === null) return null;
  return [
    ...[choice.category, choice.minutes ?? AS_THE_FACILITY, choice.method, choice.decay, choice.persona],
    ...[choice.walks, choice.demand ?? AS_THE_FACILITY, choice.supply, choice.view, choice.scheme],
  ].join(",");
}

/** The catchment a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function catchmentFromText(text: string | null): AppState["catchment"] {
  const start = INITIAL_STATE.catchment;
  const [category, minutes, method, decay, persona, walks, demand, supply, view, scheme] = (text ?? "").split(
    ",",
  );
  if (!category) return start;
  return {
    category,
    minutes: minutesFrom(minutes),
    method: oneOf(CATCHMENT_METHODS, method) ?? start.method,
    decay: oneOf(CATCHMENT_DECAYS, decay) ?? start.decay,
    persona: oneOf(PERSONAS, persona) ?? start.persona,
    walks: oneOf(CATCHMENT_WALKS, walks) ?? start.walks,
    demand: !demand || demand === AS_THE_FACILITY ? null : demand,
    supply: oneOf(CATCHMENT_SUPPLIES, supply) ?? start.supply,
    view: oneOf(CATCHMENT_VIEWS, view) ?? start.view,
    scheme: oneOf(CATCHMENT_SCHEMES, scheme) ?? start.scheme,
  };
}

function minutesFrom(text: string | undefined): CatchmentChoice["minutes"] {
  const whole = Number(text);
  return Number.isInteger(whole) && whole >= 1 && whole <= MAX_CATCHMENT_MINUTES ? whole : null;
}
