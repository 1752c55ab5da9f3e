import type { AppState } from "./app-state.ts";

/** Whether plots of acquisition or consent are looked at. */
export const selectShowsPlots = ({ mode, programmeView, selection, figuresOpen }: AppState) =>
  mode === "projects" &&
  (selection === null ? programmeView === "signing" && !figuresOpen : selection.layer === "acquisition-plot");
