import { runAnalysis } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { following } from "./following.ts";
import { answerOfRun, useApp } from "./store.ts";
import type { WalkAnswer, WalkParams, WalkQuestion } from "./walk-state.ts";

/** The next click on the map says where the walk begins (or ends). */
export const startPickingOrigin = () => useApp.setState({ mode: "analyse", tool: "origin", stroke: null });
export const stopPickingOrigin = () => useApp.setState({ tool: "none" });

export function setWalk(change: Partial<WalkParams>): void {
  useApp.setState(({ walk }) => ({ walk: { ...walk, ...change } }));
}

// 1e-6 degrees is 11 cm; a link then asks the very same question
const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;

/** The place the walk begins at (or leads to), degrees, EPSG:4326. */
export function setOrigin(lon: number, lat: number): void {
  setWalk({ origin: [round(lon), round(lat)] });
  stopPickingOrigin();
}

/** Asks how far one gets from a place, degrees, EPSG:4326. */
export function walkFrom(lon: number, lat: number): void {
  useApp.setState({ mode: "analyse", sketch: null });
  setOrigin(lon, lat);
}

export const clearWalk = () => setWalk({ origin: null });

/** The question the walk asks, or null while analysing nothing of the kind. */
export function selectWalkQuestion({
  mode,
  district,
  start,
  walk,
  conditions,
}: AppState): WalkQuestion | null {
  const { origin } = walk;
  if (mode !== "analyse" || origin === null || district === null || start.status !== "done") return null;
  return { ...walk, at: conditions.at, fares: conditions.fares, origin, district };
}

/** The areas to be drawn, if there are any. */
export function selectIsochrone(state: AppState): WalkAnswer | null {
  return selectWalkQuestion(state) === null ? null : answerOfRun(state.isochrone);
}

/** Asks how far one gets. */
export const { follow: followWalk, again: walkAgain } = following<WalkQuestion, WalkAnswer>({
  select: selectWalkQuestion,
  ask: ({ district, origin, ...walk }, signal) =>
    runAnalysis("isochrone", { district, params: { ...walk, origin: [...origin] }, signal }),
  put: (isochrone) => useApp.setState({ isochrone }),
});
