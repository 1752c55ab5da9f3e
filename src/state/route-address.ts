import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";

const endToText = (end: LonLat | null) => (end === null ? "" : end.map((each) => each.toFixed(6)).join(","));

/** The route as text of the address, `lon,lat;lon,lat;persona`; null while no end is set. */
export function routeToText({ origin, destination, persona }: AppState["route"]): string | null {
  if (origin === null && destination === null) return null;
  return [endToText(origin), endToText(destination), persona].join(";");
}

function endFromText(text: string | undefined): LonLat | null {
  const [lon, lat, ...more] = (text ?? "")
    .split(",")
    .map((part) => (part === "" ? Number.NaN : Number(part)));
  if (lon === undefined || lat === undefined || more.length > 0) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
}

/** The route a text says; what it leaves out, or says in a way that cannot be, is as at the start. */
export function routeFromText(text: string | null): AppState["route"] {
  const [origin, destination, persona] = (text ?? "").split(";");
  const ends = { origin: endFromText(origin), destination: endFromText(destination) };
  if (ends.origin === null && ends.destination === null) return INITIAL_STATE.route;
  return { ...ends, persona: oneOf(PERSONAS, persona) ?? INITIAL_STATE.route.persona };
}
