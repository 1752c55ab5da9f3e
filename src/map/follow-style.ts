import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import type { SideName } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";
import { keepDrawing } from "./keep-drawing.ts";
import { styleFor } from "./style.ts";
import type { StyleInput } from "./style-input.ts";
import { styleInputOf } from "./style-input-of.ts";

const TILTED_FROM_DEGREES = 12;

/** Gives the map the style of its side now and whenever the state asks for another; equal ones are not sent again. */
export function followStyle(map: MapLibreMap, side: SideName): () => void {
  let sent: StyleInput | null = null;
  let isLoaded = false;
  const send = (state: AppState) => {
    // a style cannot be compared with one that is still loading: it would be built anew
    if (!isLoaded) return;
    const input = styleInputOf(state, { tilted: map.getPitch() >= TILTED_FROM_DEGREES, side });
    if (input === null || (sent && sameInput(input, sent))) return;
    sent = input;
    map.setStyle(styleFor(input), { diff: true, transformStyle: keepDrawing });
  };
  map.once("style.load", () => {
    isLoaded = true;
    send(useApp.getState());
  });
  map.on("pitchend", () => send(useApp.getState()));
  return useApp.subscribe(send);
}

function sameInput(a: StyleInput, b: StyleInput): boolean {
  return (Object.keys(a) as (keyof StyleInput)[]).every((key) => a[key] === b[key]);
}
