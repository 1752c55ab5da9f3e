import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, GapAnswer, GapChoice, GapQuestion } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun, useApp } from "./store.ts";

export const openGap = () => setGap({ category: ANY_REQUIRED });
export const closeGap = () => setGap({ category: null });

/** Changes the question; what was picked of the old answer is put away. */
export function setGap(change: Partial<GapChoice>): void {
  useApp.setState(({ gap }) => ({ gap: { ...gap, ...change }, gapPlace: null }));
}

/** Picks a place of the answer, by its position; the same again lets it go. */
export function toggleGapPlace(place: number): void {
  useApp.setState(({ gapPlace }) => ({ gapPlace: gapPlace === place ? null : place }));
}

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
    : { district, area, category, minutes, persona, ruleSet: state.sheetParams.ruleSet };
}

/** The gap to be shown, if there is one. */
export function selectGapAnswer(state: AppState): GapAnswer | null {
  return selectGapQuestion(state) === null ? null : answerOfRun(state.serviceGap);
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, now and from now on; returns how to stop. */
export function followGap(): () => void {
  let asked = "null";
  return useApp.subscribe((state) => {
    const question = selectGapQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askGap(question);
  });
}

/** Asks the present question again, after a failure. */
export const gapAgain = () => askGap(selectGapQuestion(useApp.getState()));

async function askGap(question: GapQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ serviceGap: { status: "idle" }, gapPlace: null });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, ...params } = question;
  // what one category lacks must never be read as what another does
  useApp.setState({ serviceGap: { status: "running", params: question, stale: null }, gapPlace: null });
  try {
    const result = await runAnalysis("service-gap", { district, params, signal });
    if (!signal.aborted) useApp.setState({ serviceGap: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ serviceGap: { status: "failed", params: question, failure: failureOf(error) } });
  }
}
