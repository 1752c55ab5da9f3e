import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, GapChoice, GapQuestion } from "./app-state.ts";
import { selectGapQuestion } from "./gap-question.ts";
import { useApp } from "./store.ts";

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

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followGap(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectGapQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askGap(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askGap(null);
  };
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
