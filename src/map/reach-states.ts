import type { Map as MapLibreMap } from "maplibre-gl";
import { OFF_NETWORK } from "../../server/contract/reach.ts";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";
import { REACH_STATE } from "./building-layers.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;

// only the times: a building may be lit as well
function takeOff(map: MapLibreMap, reach: AppState["reach"]): void {
  if (reach.status !== "done") return;
  for (const id of reach.result.keys()) map.removeFeatureState({ ...BUILDINGS, id }, REACH_STATE);
}

/** Lays the walking times of the store over the buildings, by ordinal, as feature states; returns how to stop. */
export function followReachStates(map: MapLibreMap): () => void {
  let laid: { readonly source: unknown; readonly reach: AppState["reach"] } | null = null;
  const lay = () => {
    const { reach } = useApp.getState();
    const source = map.getSource(BUILDINGS.source);
    // a style made anew has a new source, without the states of the old one
    if (!source || (laid?.source === source && laid.reach === reach)) return;
    if (laid?.source === source) takeOff(map, laid.reach);
    laid = { source, reach };
    if (reach.status !== "done") return;
    for (const [ordinal, seconds] of reach.result.entries()) {
      // a building off the network has no time, and so none is given to it
      if (seconds !== OFF_NETWORK)
        map.setFeatureState({ ...BUILDINGS, id: ordinal }, { [REACH_STATE]: seconds });
    }
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (state.reach !== before.reach) lay();
  });
  return () => {
    map.off("styledata", lay);
    stop();
  };
}
