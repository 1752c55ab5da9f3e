import type { Fares, Upstairs } from "../../server/contract/walk-conditions.ts";
import { readReach } from "../backend.ts";
import type { ColouringName } from "../cartography/colourings/registry.ts";
import type { AppState } from "./app-state.ts";
import type { WalkSide } from "./colouring-state.ts";
import { following } from "./following.ts";
import { selectCatalogue } from "./session.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Which walking times the map shows. */
export interface ReachQuestion extends WalkSide {
  readonly district: string;
  readonly fares: Fares;
  readonly upstairs: Upstairs;
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
  const { start, colouring, district, conditions } = state;
  if (start.status !== "done" || colouring !== "minutes" || district === null || side === null) return null;
  return { district, ...side, fares: conditions.fares, upstairs: conditions.upstairs };
}

const sides = (["reach", "reachBeside"] as const).map((slot) =>
  following<ReachQuestion, Int16Array>({
    select: (state) => reachQuestion(state, slot),
    ask: (question, signal) => readReach({ ...question, signal }),
    put: (run) => useApp.setState(slot === "reach" ? { reach: run } : { reachBeside: run }),
    // the minutes before stay until the new ones are there, but never on the buildings of another district
    staleFor: ({ district }) => {
      const before = useApp.getState()[slot];
      return before.status !== "idle" && before.params.district === district ? answerOfRun(before) : null;
    },
  }),
);

/** Reads walking times whenever buildings are coloured by them, at once and from now on; returns how to stop. */
export function followReach(): () => void {
  const stops = sides.map(({ follow }) => follow());
  return () => {
    for (const stop of stops) stop();
  };
}

/** Reads the walking times of both sides again, after a failure. */
export function readReachAgain(): void {
  for (const { again } of sides) void again();
}
