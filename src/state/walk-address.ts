import { PERSONAS } from "../../server/contract/life-circle-coverage.ts";
import { type AppState, INITIAL_STATE } from "./app-state.ts";
import { oneOf } from "./one-of.ts";

/** A walk as text of the address, `lon,lat,persona,direction,map`; null without an origin. */
export function walkToText({ origin, persona, direction, flat }: AppState["walk"]): string | null {
  if (origin === null) return null;
  return [origin[0].toFixed(6), origin[1].toFixed(6), persona, direction, flat ? "flat" : "real"].join(",");
}

/** The walk that a text says; what cannot be is as at the start. */
export function walkFromText(text: string | null): AppState["walk"] {
  const [lon, lat, persona, direction, map] = (text ?? ",").split(",");
  const origin = [Number(lon || Number.NaN), Number(lat || Number.NaN)] as const;
  if (!(Math.abs(origin[0]) <= 180 && Math.abs(origin[1]) <= 90)) return INITIAL_STATE.walk;
  return {
    origin,
    persona: oneOf(PERSONAS, persona) ?? INITIAL_STATE.walk.persona,
    direction: oneOf(["from", "to"], direction) ?? INITIAL_STATE.walk.direction,
    flat: map === "flat",
  };
}
