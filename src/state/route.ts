import { runAnalysis } from "../backend.ts";
import type { AppState } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import { following } from "./following.ts";
import { extentToSee } from "./route-in-sight.ts";
import { answerOfRun, useApp } from "./store.ts";
import type { RouteAnswer, RouteQuestion } from "./walk-state.ts";

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

/** Asks for the way from place to place. */
export const { follow: followRoute, again: routeAgain } = following<RouteQuestion, RouteAnswer>({
  select: selectRouteQuestion,
  ask: ({ district, origin, destination, ...asked }, signal) => {
    const params = { ...asked, origin: [...origin], destination: [...destination] };
    return runAnalysis("walk-route", { district, params, signal });
  },
  put: (walkRoute) => {
    useApp.setState({ walkRoute });
    if (walkRoute.status === "done") goToRoute(walkRoute.params, walkRoute.result);
  },
});

let seen = "";

// once for each pair of ends: another walker or time leaves the map where the reader has moved it
function goToRoute({ origin, destination }: RouteQuestion, answer: RouteAnswer): void {
  const ends = JSON.stringify([origin, destination].map(String).sort());
  if (ends === seen) return;
  seen = ends;
  const extent = extentToSee(answer, useApp.getState());
  if (extent) showExtent(extent);
}
