import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, WalkAnswer, WalkParams, WalkQuestion } from "./app-state.ts";
import { answerOfRun, useApp } from "./store.ts";

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

let asking: AbortController | null = null;

/** Asks whenever the question changes, now and from now on; returns how to stop. */
export function followWalk(): () => void {
  let asked = "null";
  return useApp.subscribe((state) => {
    const question = selectWalkQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askWalk(question);
  });
}

/** Asks the present question again, after a failure. */
export const walkAgain = () => askWalk(selectWalkQuestion(useApp.getState()));

async function askWalk(question: WalkQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ isochrone: { status: "idle" } });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, origin, ...walk } = question;
  // the areas of another place must never be seen as those of this one
  useApp.setState({ isochrone: { status: "running", params: question, stale: null } });
  try {
    const params = { ...walk, origin: [...origin] };
    const result = await runAnalysis("isochrone", { district, params, signal });
    if (!signal.aborted) useApp.setState({ isochrone: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ isochrone: { status: "failed", params: question, failure: failureOf(error) } });
  }
}
