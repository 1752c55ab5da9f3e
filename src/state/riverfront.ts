import type { BarrierClass } from "../../server/contract/riverfront-access.ts";
import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, RiverfrontChoice, RiverfrontQuestion } from "./app-state.ts";
import { selectRiverfrontQuestion } from "./riverfront-question.ts";
import { useApp } from "./store.ts";

const BARRIERS: readonly BarrierClass[] = ["motorway", "trunk", "primary", "rail"];

export const openRiverfront = () => setRiverfront({ asked: true });
export const closeRiverfront = () => setRiverfront({ asked: false });

/** Changes the question. */
export function setRiverfront(change: Partial<RiverfrontChoice>): void {
  useApp.setState(({ riverfront }) => ({ riverfront: { ...riverfront, ...change } }));
}

/** Picks a segment of the answer; the same again lets it go. */
export function toggleSegment(id: string): void {
  useApp.setState(({ riverfrontSegment }) => ({ riverfrontSegment: riverfrontSegment === id ? null : id }));
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followRiverfront(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectRiverfrontQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askRiverfront(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askRiverfront(null);
  };
}

/** Asks the present question again, after a failure. */
export const riverfrontAgain = () => askRiverfront(selectRiverfrontQuestion(useApp.getState()));

async function askRiverfront(question: RiverfrontQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ riverfrontAccess: { status: "idle" }, riverfrontSegment: null });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, secondary, ...asked } = question;
  const barriers = secondary ? [...BARRIERS, "secondary" as const] : [...BARRIERS];
  useApp.setState({ riverfrontAccess: { status: "running", params: question, stale: null } });
  try {
    const result = await runAnalysis("riverfront-access", {
      district,
      params: { ...asked, barriers },
      signal,
    });
    if (!signal.aborted) useApp.setState({ riverfrontAccess: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({
      riverfrontAccess: { status: "failed", params: question, failure: failureOf(error) },
    });
  }
}
