import { ANY_REQUIRED } from "../../server/contract/service-gap.ts";
import { runAnalysis } from "../backend.ts";
import { following } from "./following.ts";
import { selectGapQuestion } from "./gap-question.ts";
import type { GapAnswer, GapChoice, GapQuestion } from "./gap-state.ts";
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

/** Asks what is lacking, and where. */
export const { follow: followGap, again: gapAgain } = following<GapQuestion, GapAnswer>({
  select: selectGapQuestion,
  ask: ({ district, ...params }, signal) => runAnalysis("service-gap", { district, params, signal }),
  put: (serviceGap) => useApp.setState({ serviceGap, gapPlace: null }),
});
