import type { Map as MapLibreMap } from "maplibre-gl";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import { type SideName, selectCellClasses, selectDrawnClasses } from "../state/minutes-sight.ts";
import { CELL_SOURCE } from "./cell-layers.ts";
import { followClassStates } from "./class-states.ts";

/** Lays the classes of one side over the buildings, where they are not in the tiles, and over the cells; returns how to stop. */
export function followSideStates(map: MapLibreMap, side: SideName): () => void {
  const stops = [
    followClassStates(map, { source: "building", sourceLayer: "building" }, (state) =>
      COLOURINGS[state.colouring].attribute === null ? selectDrawnClasses(state, side) : null,
    ),
    followClassStates(map, { source: CELL_SOURCE }, (state) => selectCellClasses(state, side)),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
