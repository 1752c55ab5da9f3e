import type { AppState } from "./app-state.ts";

/** Whether plots of acquisition or consent are looked at. */
export const selectShowsPlots = ({ mode, projectsView, selection }: AppState) =>
  mode === "projects" &&
  (selection === null ? projectsView === "signing" : selection.layer === "acquisition-plot");
