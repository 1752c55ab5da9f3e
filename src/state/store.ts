import { create } from "zustand";
import { type AppState, INITIAL_STATE } from "./app-state.ts";

/** The one store: panels and map look at it, actions in the files beside it change it. */
export const useApp = create<AppState>()(() => INITIAL_STATE);

/** The last answer of a run that may still be shown: its result, or the one before while a new one is under way. */
export function answerOfRun<Result>(
  run:
    | { readonly status: "idle" }
    | { readonly status: "running"; readonly stale: Result | null }
    | { readonly status: "done"; readonly result: Result }
    | { readonly status: "failed" },
): Result | null {
  if (run.status === "done") return run.result;
  return run.status === "running" ? run.stale : null;
}
