import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, PersonasQuestion } from "./app-state.ts";
import { selectQuestion } from "./sheet.ts";
import { useApp } from "./store.ts";

export const setBesidePersonas = (besidePersonas: boolean) => useApp.setState({ besidePersonas });

/** The question of all walkers side by side: that of the sheet without its own walker; null while they are not asked for. */
export function selectPersonasQuestion(state: AppState): PersonasQuestion | null {
  const question = state.besidePersonas ? selectQuestion(state) : null;
  if (question === null) return null;
  const { district, area, mode, ruleSet } = question;
  return { district, area, mode, ruleSet };
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followPersonas(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectPersonasQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askPersonas(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askPersonas(null);
  };
}

/** Asks the present question again, after a failure. */
export const personasAgain = () => askPersonas(selectPersonasQuestion(useApp.getState()));

async function askPersonas(question: PersonasQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ personasCoverage: { status: "idle" } });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, ...params } = question;
  useApp.setState({ personasCoverage: { status: "running", params: question, stale: null } });
  try {
    const result = await Promise.all(
      PERSONAS.map((persona) =>
        runAnalysis("life-circle-coverage", { district, params: { ...params, persona }, signal }),
      ),
    );
    if (!signal.aborted) useApp.setState({ personasCoverage: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({
      personasCoverage: { status: "failed", params: question, failure: failureOf(error) },
    });
  }
}
