import type { ProjectConflict } from "../../server/contract/project-conflicts.ts";
import type { AppState } from "./app-state.ts";
import { answerOfRun } from "./store.ts";

const NONE: readonly ProjectConflict[] = [];

/** The conflicts that the map shows: those listed, or those of the selected project; null where none are looked at. */
export function selectShownConflicts(state: AppState): readonly ProjectConflict[] | null {
  const { mode, selection, projectsView } = state;
  if (mode !== "projects") return null;
  if (selection?.layer === "project") return answerOfRun(state.ownConflicts)?.items ?? NONE;
  if (selection !== null || projectsView !== "conflicts") return null;
  return answerOfRun(state.projectConflicts)?.items ?? NONE;
}
