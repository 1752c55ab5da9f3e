import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { Fares } from "../../server/contract/walk-conditions.ts";
import { failureOf, readReach, wasAborted } from "../backend.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { AppState } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { useApp } from "./store.ts";

/** Which walking times the map shows. */
export interface ReachQuestion {
  readonly district: string;
  readonly category: string;
  readonly persona: Persona;
  /** Local weekday and time of day. */
  readonly at: string;
  readonly fares: Fares;
}

export const setColouring = (colouring: ColouringName) => useApp.setState({ colouring, litClass: null });
export const setLitClass = (litClass: number | null) => useApp.setState({ litClass });
export const setCountsInView = (countsInView: boolean) => useApp.setState({ countsInView });
export const setReachCategory = (reachCategory: string) => useApp.setState({ reachCategory });

/** The category whose minutes are shown: the one chosen, else the first the data holds facilities of. */
export function selectReachCategory(state: AppState): string | null {
  if (state.reachCategory !== null) return state.reachCategory;
  return selectCatalogue(state)?.categories.find(({ facilities }) => facilities > 0)?.code ?? null;
}

function reachQuestion(state: AppState): ReachQuestion | null {
  const category = selectReachCategory(state);
  if (state.colouring !== "minutes" || state.district === null || category === null) return null;
  const { at, fares } = state.conditions;
  return { district: state.district, category, persona: state.sheetParams.persona, at, fares };
}

let reading: AbortController | null = null;

/** Reads walking times whenever buildings are coloured by them, now and from now on; returns how to stop. */
export function followReach(): () => void {
  let asked = "null";
  return useApp.subscribe((state) => {
    if (state.start.status !== "done") return;
    const question = reachQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void readInto(question);
  });
}

async function readInto(question: ReachQuestion | null): Promise<void> {
  reading?.abort();
  if (question === null) {
    useApp.setState({ reach: { status: "idle" } });
    return;
  }
  reading = new AbortController();
  const { signal } = reading;
  useApp.setState({ reach: { status: "running", params: question, stale: null } });
  try {
    const result = await readReach({ ...question, signal });
    if (!signal.aborted) useApp.setState({ reach: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ reach: { status: "failed", params: question, failure: failureOf(error) } });
  }
}
