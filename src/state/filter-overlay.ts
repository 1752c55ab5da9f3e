import { PALETTES } from "../cartography/palette.ts";
import type { AppState } from "./app-state.ts";
import { isGroupShown, selectIsDark } from "./appearance.ts";
import { FOOTPRINTS_FROM_ZOOM } from "./building-overlay.ts";
import { selectLitOrdinals } from "./filter-question.ts";
import { type Overlay, setOverlay } from "./overlays.ts";
import { answerOfRun, useApp } from "./store.ts";

/** Keeps a point on every building a question found, for zooms at which its footprint is a speck; returns how to stop. */
export function followFilterOverlay(): () => void {
  let sent: readonly unknown[] = [];
  const lay = (state: AppState) => {
    const inputs = [
      selectLitOrdinals(state),
      state.buildings,
      selectIsDark(state),
      isGroupShown(state, "terrain"),
    ];
    if (inputs.every((input, at) => input === sent[at])) return;
    sent = inputs;
    setOverlay("filter", filterOverlay(state));
  };
  lay(useApp.getState());
  const stop = useApp.subscribe(lay);
  return () => {
    stop();
    setOverlay("filter", null);
  };
}

/** The points of the buildings found, or null where none can be laid over the map. */
export function filterOverlay(state: AppState): Overlay | null {
  const ordinals = selectLitOrdinals(state);
  const buildings = answerOfRun(state.buildings);
  // draped over relief, the tiles lie on the ground; an overlay would lie at sea level
  if (ordinals === null || ordinals.length === 0 || buildings === null || isGroupShown(state, "terrain"))
    return null;
  const { lit } = PALETTES[selectIsDark(state) ? "dark" : "light"];
  const rgba = [...[1, 3, 5].map((at) => Number.parseInt(lit.slice(at, at + 2), 16)), 255];
  const { positions, columns } = buildings;
  return {
    kind: "points",
    positions: Float64Array.from(ordinals.flatMap((at) => [positions[2 * at]!, positions[2 * at + 1]!])),
    colours: Uint8Array.from(ordinals.flatMap(() => rgba)),
    radiiM: Float32Array.from(ordinals, (at) => Math.sqrt(columns.footprintSqm[at]! / Math.PI)),
    zooms: [0, FOOTPRINTS_FROM_ZOOM],
  };
}
