import type { PickedRadius } from "../../server/contract/radius-coverage.ts";
import type { AppState } from "./app-state.ts";
import { selectGapArea } from "./gap-question.ts";
import type { RadiusQuestion } from "./radius-state.ts";
import { answerOfRun } from "./store.ts";

/** The question about coverage by radius, of the chosen area, else of the whole district; null while none is asked. */
export function selectRadiusQuestion(state: AppState): RadiusQuestion | null {
  const { mode, district, radius, sheetParams } = state;
  const { analysis } = radius;
  if (mode !== "analyse" || analysis === null || district === null) return null;
  const area = selectGapArea(state);
  return area === null ? null : { ...radius, analysis, district, area, ruleSet: sheetParams.ruleSet };
}

/** What is seen of the definition looked at, if there is one. */
export function selectPickedRadius(state: AppState): PickedRadius | null {
  if (selectRadiusQuestion(state) === null) return null;
  return answerOfRun(state.radiusCoverage)?.result.picked ?? null;
}
