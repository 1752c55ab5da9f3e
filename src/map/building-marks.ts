import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;
const NONE: readonly number[] = [];

/**
 * Keeps a feature state true on the buildings the store names by ordinal (the same list while nothing changes, as a
 * selector must), and other states as they are; returns how to stop.
 */
export function followBuildingMark(
  map: MapLibreMap,
  mark: string,
  ordinalsOf: (state: AppState) => readonly number[] | null,
): () => void {
  let laid: { readonly source: unknown; readonly ordinals: readonly number[] } | null = null;
  const lay = () => {
    const ordinals = ordinalsOf(useApp.getState()) ?? NONE;
    const source = map.getSource(BUILDINGS.source);
    if (!source || (laid?.source === source && laid.ordinals === ordinals)) return;
    // a style made anew has a new source, without the states of the old one
    const before = laid?.source === source ? laid.ordinals : NONE;
    laid = { source, ordinals };
    for (const id of before) map.removeFeatureState({ ...BUILDINGS, id }, mark);
    for (const id of ordinals) map.setFeatureState({ ...BUILDINGS, id }, { [mark]: true });
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (ordinalsOf(state) !== ordinalsOf(before)) lay();
  });
  return () => {
    map.off("styledata", lay);
    stop();
  };
}
