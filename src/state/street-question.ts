import type { AppState } from "./app-state.ts";
import { selectGapArea } from "./gap-question.ts";
import { answerOfRun } from "./store.ts";
import type { StreetAnswer, StreetQuestion } from "./street-state.ts";

/** The question about streets, of the chosen area, else of the whole district; null while none is asked. */
export function selectStreetQuestion(state: AppState): StreetQuestion | null {
  const { mode, district, street } = state;
  const { asked, persona } = street;
  if (mode !== "analyse" || asked === null || district === null) return null;
  const area = selectGapArea(state);
  if (area === null) return null;
  return { district, area, asked, persona: asked === "walkway-connectivity" ? persona : null };
}

/** The answer to be shown, if there is one. */
export function selectStreetAnswer(state: AppState): StreetAnswer | null {
  return selectStreetQuestion(state) === null ? null : answerOfRun(state.streetRun);
}
