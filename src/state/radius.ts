import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type {
  AppState,
  ParkAnswer,
  RadiusAnalysis,
  RadiusChoice,
  RadiusQuestion,
  StatutoryRadiusAnswer,
} from "./app-state.ts";
import { selectRadiusQuestion } from "./radius-question.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Asks about one of the two; a definition of the other means nothing to it. */
export const openRadius = (analysis: RadiusAnalysis) => setRadius({ analysis, definition: null });
export const closeRadius = () => setRadius({ analysis: null });

/** Changes the question. */
export function setRadius(change: Partial<RadiusChoice>): void {
  useApp.setState(({ radius }) => ({ radius: { ...radius, ...change } }));
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followRadius(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectRadiusQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askRadius(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askRadius(null);
  };
}

/** Asks the present question again, after a failure. */
export const radiusAgain = () => askRadius(selectRadiusQuestion(useApp.getState()));

async function askRadius(question: RadiusQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ radiusCoverage: { status: "idle" } });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { radiusCoverage } = useApp.getState();
  useApp.setState({
    radiusCoverage: { status: "running", params: question, stale: staleFor(question, radiusCoverage) },
  });
  try {
    const result = await ask(question, signal);
    if (!signal.aborted) {
      useApp.setState({ radiusCoverage: { status: "done", params: question, result } });
    }
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ radiusCoverage: { status: "failed", params: question, failure: failureOf(error) } });
  }
}

// the last answer stays in sight while only another definition is looked at or another published value is held against it
function staleFor(question: RadiusQuestion, run: AppState["radiusCoverage"]) {
  if (run.status === "idle" || run.status === "failed") return null;
  const same = ({ definition: _, published: __, ...rest }: RadiusQuestion) => JSON.stringify(rest);
  return same(question) === same(run.params) ? answerOfRun(run) : null;
}

function ask(question: RadiusQuestion, signal: AbortSignal): Promise<ParkAnswer | StatutoryRadiusAnswer> {
  const { analysis, district, area, definition, persona, minutes, published, ruleSet } = question;
  const params = { area, persona, minutes, ...(definition === null ? {} : { definition }) };
  return analysis === "park-coverage"
    ? runAnalysis(analysis, { district, signal, params: { ...params, published } })
    : runAnalysis(analysis, { district, signal, params: { ...params, ruleSet } });
}
