import type { Map as MapLibreMap } from "maplibre-gl";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import type { AppState } from "../state/app-state.ts";
import { selectBuildingClasses } from "../state/buildings.ts";
import { useApp } from "../state/store.ts";
import { CLASS_STATE } from "./building-layers.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;
// as many as are laid without the page being held for more than a frame
const BATCH = 2000;

/** Lays the classes of a colouring that is not in the tiles over the buildings, by ordinal, as feature states; returns how to stop. */
export function followClassStates(map: MapLibreMap): () => void {
  let laid: { readonly source: unknown; readonly classes: Uint8Array | null } | null = null;
  const lay = () => {
    const classes = laidClasses(useApp.getState());
    const source = map.getSource(BUILDINGS.source);
    // a style made anew has a new source, without the states of the old one
    if (!source || (laid?.source === source && laid.classes === classes)) return;
    if (laid?.source === source) takeOff(map, laid.classes);
    const mine = { source, classes };
    laid = mine;
    if (classes !== null) layBatch(map, classes, { from: 0, isWanted: () => laid === mine });
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (laidClasses(state) !== laidClasses(before)) lay();
  });
  return () => {
    laid = null;
    map.off("styledata", lay);
    stop();
  };
}

// only the classes: a building may be lit as well
function takeOff(map: MapLibreMap, classes: Uint8Array | null): void {
  for (const id of classes?.keys() ?? []) map.removeFeatureState({ ...BUILDINGS, id }, CLASS_STATE);
}

function laidClasses(state: AppState): Uint8Array | null {
  return COLOURINGS[state.colouring].attribute === null ? selectBuildingClasses(state) : null;
}

interface Batch {
  readonly from: number;
  readonly isWanted: () => boolean;
}

function layBatch(map: MapLibreMap, classes: Uint8Array, { from, isWanted }: Batch): void {
  if (!isWanted()) return;
  const end = Math.min(classes.length, from + BATCH);
  for (let ordinal = from; ordinal < end; ordinal++)
    map.setFeatureState({ ...BUILDINGS, id: ordinal }, { [CLASS_STATE]: classes[ordinal] });
  if (end < classes.length) setTimeout(() => layBatch(map, classes, { from: end, isWanted }));
}
