import type { Map as MapLibreMap } from "maplibre-gl";
import { selectIsParted } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";

/** Lays the map of the other side over the right of the first while two are compared; loaded then. Returns how to stop. */
export function followSwipe(map: MapLibreMap): () => void {
  let remove: (() => void) | null = null;
  let isWanted = false;
  const follow = async () => {
    const state = useApp.getState();
    const isParted = state.mapDrawn && selectIsParted(state);
    if (isParted === isWanted) return;
    isWanted = isParted;
    remove?.();
    remove = null;
    if (!isParted) return;
    const { createBesideMap } = await import("./beside-map.ts");
    // whoever ended it meanwhile is not overtaken
    if (isWanted && remove === null) remove = createBesideMap(map);
  };
  const stop = useApp.subscribe(() => void follow());
  return () => {
    stop();
    isWanted = false;
    remove?.();
  };
}
