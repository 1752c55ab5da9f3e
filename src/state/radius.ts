import { runAnalysis } from "../backend.ts";
import { following } from "./following.ts";
import { selectRadiusQuestion } from "./radius-question.ts";
import type {
  ParkAnswer,
  RadiusAnalysis,
  RadiusChoice,
  RadiusQuestion,
  StatutoryRadiusAnswer,
} from "./radius-state.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Asks about one of the two; a definition of the other means nothing to it. */
export const openRadius = (analysis: RadiusAnalysis) => setRadius({ analysis, definition: null });
export const closeRadius = () => setRadius({ analysis: null });

/** Changes the question. */
export function setRadius(change: Partial<RadiusChoice>): void {
  useApp.setState(({ radius }) => ({ radius: { ...radius, ...change } }));
}

/** A radius of no standard, which is then the one looked at; null = none. */
export const setOwnRadius = (own: RadiusChoice["own"]) => setRadius({ own, definition: null });

/** Asks what lies within radii, and who can walk as far. */
export const { follow: followRadius, again: radiusAgain } = following<
  RadiusQuestion,
  ParkAnswer | StatutoryRadiusAnswer
>({
  select: selectRadiusQuestion,
  ask,
  put: (radiusCoverage) => useApp.setState({ radiusCoverage }),
  staleFor,
});

// the last answer stays in sight while only another definition is looked at or another published value is held against it
function staleFor(question: RadiusQuestion): ParkAnswer | StatutoryRadiusAnswer | null {
  const run = useApp.getState().radiusCoverage;
  if (run.status === "idle" || run.status === "failed") return null;
  const same = ({ definition: _, published: __, ...rest }: RadiusQuestion) => JSON.stringify(rest);
  return same(question) === same(run.params) ? answerOfRun(run) : null;
}

function ask(question: RadiusQuestion, signal: AbortSignal): Promise<ParkAnswer | StatutoryRadiusAnswer> {
  const { analysis, district, area, definition, persona, minutes, published, own, ruleSet } = question;
  const params = { area, persona, minutes, ...(definition === null ? {} : { definition }) };
  return analysis === "park-coverage"
    ? runAnalysis(analysis, { district, signal, params: { ...params, published } })
    : runAnalysis(analysis, { district, signal, params: { ...params, ruleSet, ...(own && { own }) } });
}
