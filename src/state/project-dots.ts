import type { AppState } from "./app-state.ts";
import { isGroupShown } from "./appearance.ts";
import { selectShowsPlots } from "./plots-in-sight.ts";
import { isFindingView, isLedger } from "./projects-view.ts";
import { selectOfferedGroups } from "./shown-groups.ts";

/**
 * Whose dots of projects the map has in their one colour: those of the list beside it, all of the layer, or none. A month of
 * dispatch colours them by its lights, which have a key of their own.
 */
export function selectProjectDots(state: AppState): "list" | "layer" | null {
  const { mode, projectsView } = state;
  if (!selectOfferedGroups(state).includes("projects")) return null;
  if (mode !== "projects" || isLedger(projectsView)) return isGroupShown(state, "projects") ? "layer" : null;
  const hasOthers = projectsView === "dispatch" || isFindingView(projectsView) || selectShowsPlots(state);
  return hasOthers ? null : "list";
}
