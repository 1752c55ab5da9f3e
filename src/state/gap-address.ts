import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { MAX_GAP_MINUTES } from "../../server/contract/service-gap.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { GAP_VIEWS } from "./gap-state.ts";
import { oneOf } from "./one-of.ts";

/** The gap as text of the address, `category,minutes,persona,view`; null while none is asked. */
export function gapToText({ category, minutes, persona, view }: AppState["gap"]): string | null {
  return category === null ? null : [category, minutes, persona, view].join(",");
}

/** The gap a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function gapFromText(text: string | null): AppState["gap"] {
  const [category, minutes, persona, view] = (text ?? "").split(",");
  if (!category) return INITIAL_STATE.gap;
  const whole = Number(minutes);
  return {
    category,
    minutes:
      Number.isInteger(whole) && whole >= 1 && whole <= MAX_GAP_MINUTES ? whole : INITIAL_STATE.gap.minutes,
    persona: oneOf(PERSONAS, persona) ?? INITIAL_STATE.gap.persona,
    view: oneOf(GAP_VIEWS, view) ?? INITIAL_STATE.gap.view,
  };
}
