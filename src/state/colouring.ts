import { failureOf, readReach, wasAborted } from "../backend.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { AppState, WalkSide } from "./app-state.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Which walking times the map shows. */
export interface ReachQuestion extends WalkSide {
  readonly district: string;
}

export const setColouring = (colouring: ColouringName) =>
  useApp.setState({ colouring, litClass: null, pickedCell: null });
export const setLitClass = (litClass: number | null) => useApp.setState({ litClass });
export const setCountsInView = (countsInView: boolean) => useApp.setState({ countsInView });
export const setReachCategory = (reachCategory: string) => useApp.setState({ reachCategory });

/** The category whose minutes are shown: the one chosen, else the first the data holds facilities of. */
export function selectReachCategory(state: AppState): string | null {
  if (state.reachCategory !== null) return state.reachCategory;
  return selectCatalogue(state)?.categories.find(({ facilities }) => facilities > 0)?.code ?? null;
}

/** The walk whose minutes are shown; null while there are no facilities to walk to. */
export function selectFirstSide(state: AppState): WalkSide | null {
  const category = selectReachCategory(state);
  const { direction, flat } = state.minutes;
  const { at } = state.conditions;
  return category === null ? null : { category, persona: state.sheetParams.persona, direction, at, flat };
}

type Slot = "reach" | "reachBeside";

function reachQuestion(state: AppState, slot: Slot): ReachQuestion | null {
  const side = slot === "reach" ? selectFirstSide(state) : state.minutes.beside;
  if (state.colouring !== "minutes" || state.district === null || side === null) return null;
  return { district: state.district, ...side };
}

const reading: Record<Slot, AbortController | null> = { reach: null, reachBeside: null };

/** Reads walking times whenever buildings are coloured by them, now and from now on; returns how to stop. */
export function followReach(): () => void {
  const stops = (["reach", "reachBeside"] as const).map((slot) => {
    let asked = "null";
    return useApp.subscribe((state) => {
      if (state.start.status !== "done") return;
      const question = reachQuestion(state, slot);
      const text = JSON.stringify(question);
      if (text === asked) return;
      asked = text;
      void readInto(slot, question);
    });
  });
  return () => {
    for (const stop of stops) stop();
  };
}

/** Reads the walking times of both sides again, after a failure. */
export function readReachAgain(): void {
  for (const slot of ["reach", "reachBeside"] as const)
    void readInto(slot, reachQuestion(useApp.getState(), slot));
}

async function readInto(slot: Slot, question: ReachQuestion | null): Promise<void> {
  const set = (run: AppState[Slot]) =>
    useApp.setState(slot === "reach" ? { reach: run } : { reachBeside: run });
  reading[slot]?.abort();
  if (question === null) {
    set({ status: "idle" });
    return;
  }
  const controller = new AbortController();
  reading[slot] = controller;
  const { signal } = controller;
  const before = useApp.getState()[slot];
  // the minutes before stay until the new ones are there, but never on the buildings of another district
  const isSame = before.status !== "idle" && before.params.district === question.district;
  set({ status: "running", params: question, stale: isSame ? answerOfRun(before) : null });
  try {
    const result = await readReach({ ...question, signal });
    if (!signal.aborted) set({ status: "done", params: question, result });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    set({ status: "failed", params: question, failure: failureOf(error) });
  }
}
