import { failureOf, runAnalysis, wasAborted } from "../backend.ts";
import type { AppState, RouteAnswer, RouteQuestion } from "./app-state.ts";
import { answerOfRun, useApp } from "./store.ts";

export type RouteEnd = "origin" | "destination";

/** The next click on the map says where the route begins, or ends. */
export const startPickingEnd = (end: RouteEnd) =>
  useApp.setState({ mode: "analyse", tool: end === "origin" ? "route-from" : "route-to", stroke: null });

export function setRoute(change: Partial<AppState["route"]>): void {
  useApp.setState(({ route }) => ({ route: { ...route, ...change } }));
}

// 1e-6 degrees is 11 cm; a link then asks the very same question
const round = (degrees: number) => Number(degrees.toFixed(6)) + 0;

/** An end of the route, degrees, EPSG:4326; where the other is missing it is picked next. */
export function setRouteEnd(end: RouteEnd, lon: number, lat: number): void {
  setRoute({ [end]: [round(lon), round(lat)] });
  const { route } = useApp.getState();
  const missing = route.origin === null ? "origin" : route.destination === null ? "destination" : null;
  if (missing) startPickingEnd(missing);
  else useApp.setState({ mode: "analyse", tool: "none" });
}

/** Begins a route at a place; its end is picked next. */
export function routeFrom(lon: number, lat: number): void {
  setRoute({ destination: null });
  setRouteEnd("origin", lon, lat);
}

export const turnRoute = () =>
  useApp.setState(({ route }) => ({
    route: { ...route, origin: route.destination, destination: route.origin },
  }));
export const clearRoute = () =>
  useApp.setState(({ route }) => ({ route: { ...route, origin: null, destination: null }, tool: "none" }));

/** The question of the route, or null while an end is missing. */
export function selectRouteQuestion(state: AppState): RouteQuestion | null {
  const { mode, district, start, conditions, route } = state;
  const { origin, destination, persona } = route;
  if (mode !== "analyse" || district === null || start.status !== "done") return null;
  if (origin === null || destination === null) return null;
  return { district, origin, destination, persona, at: conditions.at, fares: conditions.fares };
}

/** The route to be drawn, if there is one. */
export function selectRouteAnswer(state: AppState): RouteAnswer | null {
  return selectRouteQuestion(state) === null ? null : answerOfRun(state.walkRoute);
}

let asking: AbortController | null = null;

/** Asks whenever the question changes, at once and from now on; returns how to stop. */
export function followRoute(): () => void {
  let asked = "null";
  const look = (state: AppState) => {
    const question = selectRouteQuestion(state);
    const text = JSON.stringify(question);
    if (text === asked) return;
    asked = text;
    void askRoute(question);
  };
  look(useApp.getState());
  const stop = useApp.subscribe(look);
  return () => {
    stop();
    void askRoute(null);
  };
}

/** Asks the present question again, after a failure. */
export const routeAgain = () => askRoute(selectRouteQuestion(useApp.getState()));

async function askRoute(question: RouteQuestion | null): Promise<void> {
  asking?.abort();
  if (question === null) {
    useApp.setState({ walkRoute: { status: "idle" } });
    return;
  }
  asking = new AbortController();
  const { signal } = asking;
  const { district, origin, destination, ...asked } = question;
  // one way must never be read as another
  useApp.setState({ walkRoute: { status: "running", params: question, stale: null } });
  try {
    const params = { ...asked, origin: [...origin], destination: [...destination] };
    const result = await runAnalysis("walk-route", { district, params, signal });
    if (!signal.aborted) useApp.setState({ walkRoute: { status: "done", params: question, result } });
  } catch (error) {
    if (wasAborted(error) || signal.aborted) return;
    useApp.setState({ walkRoute: { status: "failed", params: question, failure: failureOf(error) } });
  }
}
