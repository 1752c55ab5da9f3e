import { failureOf, readDemandGroups, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, CatchmentChoice, CatchmentQuestion } from "./app-state.ts";
import { selectCatchmentQuestion } from "./catchment-question.ts";
import { useApp } from "./store.ts";

export const closeCatchment = () => setCatchment({ category: null });

/** Changes the question; the facility picked stays while its category does. */
export function setCatchment(change: Partial<CatchmentChoice>): void {
  useApp.setState(({ catchment, catchmentFacility }) => ({
    catchment: { ...catchment, ...change },
    catchmentFacility: change.category === undefined ? catchmentFacility : null,
  }));
}

/** Picks a facility of the answer by its id; the same again lets it go. */
export function toggleCatchmentFacility(id: string): void {
  useApp.setState(({ catchmentFacility }) => ({ catchmentFacility: catchmentFacility === id ? null : id }));
}

let isReading = false;

/** Reads once who may compete; where that cannot be read the choice that goes with the facility is still offered. */
export async function readDemandGroupsOnce(): Promise<void> {
  if (isReading || useApp.getState().demandGroups.length > 0) return;
  isReading = true;
  try {
    useApp.setState({ demandGroups: (await readDemandGroups()).items });
  } catch {
    // not offered now
  } finally {
    isReading = false;
  }
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followCatchment(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectCatchmentQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void ask(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void ask(null);
  };
}

/** Asks the present question again, after a failure. */
export const catchmentAgain = () => ask(selectCatchmentQuestion(useApp.getState()));

async function ask(question: CatchmentQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ twoStepCatchment: { status: "idle" }, catchmentFacility: null });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, ...params } = question;
  // what one facility holds must never be read as what another does
  useApp.setState({ twoStepCatchment: { status: "running", params: question, stale: null } });
  try {
    const result = await runAnalysis("two-step-catchment", { district, params, signal });
    if (!signal.aborted) useApp.setState({ twoStepCatchment: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ twoStepCatchment: { status: "failed", params: question, failure: failureOf(error) } });
  }
}
