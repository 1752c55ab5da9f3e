import type { AppState } from "./app-state.ts";
import { selectGapArea } from "./gap-question.ts";
import type { RiverfrontAnswer, RiverfrontQuestion } from "./riverfront-state.ts";
import { answerOfRun } from "./store.ts";

/** The question about river banks, or null while none is asked; of the whole district where no area is chosen. */
export function selectRiverfrontQuestion(state: AppState): RiverfrontQuestion | null {
  const { mode, district, riverfront } = state;
  if (mode !== "analyse" || !riverfront.asked || district === null) return null;
  const area = selectGapArea(state);
  const { persona, secondary } = riverfront;
  return area === null ? null : { district, area, persona, secondary };
}

/** The answer to be shown, if there is one. */
export function selectRiverfrontAnswer(state: AppState): RiverfrontAnswer | null {
  return selectRiverfrontQuestion(state) === null ? null : answerOfRun(state.riverfrontAccess);
}
