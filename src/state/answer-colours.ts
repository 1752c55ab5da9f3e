import type { AppState } from "./app-state.ts";
import { selectCatchmentAnswer } from "./catchment-question.ts";
import { selectGapAnswer } from "./gap-question.ts";
import { selectPickedRadius } from "./radius-question.ts";
import { selectStreetAnswer } from "./street-question.ts";

/** Whether the map is coloured by an answer with a key of its own, beside which that of the buildings would be misread. */
export function selectIsAnswerColoured(state: AppState): boolean {
  return [selectGapAnswer, selectCatchmentAnswer, selectPickedRadius, selectStreetAnswer].some(
    (select) => select(state) !== null,
  );
}
