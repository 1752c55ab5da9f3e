import type { AppState } from "./app-state.ts";
import type { GapAnswer, GapQuestion } from "./gap-state.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun } from "./store.ts";

let lastDistrict = { zone: "" };

/** The area the gap is asked about: the chosen one, else the whole district. */
export function selectGapArea(state: AppState): AppState["area"] {
  if (state.area !== null) return state.area;
  const whole = selectCatalogue(state)?.zones.find(({ properties }) => properties.kind === "district");
  if (!whole) return null;
  // the same object for the same zone, as a selector must
  if (lastDistrict.zone !== whole.id) lastDistrict = { zone: whole.id };
  return lastDistrict;
}

/** The question of the gap, or null while none is asked. */
export function selectGapQuestion(state: AppState): GapQuestion | null {
  const { mode, district, gap } = state;
  const { category, minutes, persona } = gap;
  if (mode !== "analyse" || category === null || district === null) return null;
  const area = selectGapArea(state);
  return area === null
    ? null
    : { district, area, category, minutes, persona, ruleSet: state.sheetParams.ruleSet, ...state.conditions };
}

/** The gap to be shown, if there is one. */
export function selectGapAnswer(state: AppState): GapAnswer | null {
  return selectGapQuestion(state) === null ? null : answerOfRun(state.serviceGap);
}
