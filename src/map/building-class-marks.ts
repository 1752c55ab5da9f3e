import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import { useApp } from "../state/store.ts";

const BUILDINGS = { source: "building", sourceLayer: "building" } as const;
// as many as are laid without the page being held for more than a frame
const BATCH = 2000;

/** Buildings by ordinal and the class of each, in one order. */
interface MarkedClasses {
  readonly ordinals: readonly number[];
  readonly ofBuildings: Uint8Array;
}

/**
 * Keeps a feature state on the buildings that the store names, with the class of each (the same object while nothing
 * changes, as a selector must), and other states as they are; returns how to stop.
 */
export function followBuildingClasses(
  map: MapLibreMap,
  mark: string,
  classesOf: (state: AppState) => MarkedClasses | null,
): () => void {
  let laid: { readonly source: unknown; readonly classes: MarkedClasses | null } | null = null;
  const lay = () => {
    const classes = classesOf(useApp.getState());
    const source = map.getSource(BUILDINGS.source);
    // a style made anew has a new source, without the states of the old one
    if (!source || (laid?.source === source && laid.classes === classes)) return;
    const before = laid?.source === source ? laid.classes : null;
    const mine = { source, classes };
    laid = mine;
    for (const id of before?.ordinals ?? []) map.removeFeatureState({ ...BUILDINGS, id }, mark);
    if (classes) layBatch(map, { mark, classes, from: 0, isWanted: () => laid === mine });
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (classesOf(state) !== classesOf(before)) lay();
  });
  return () => {
    laid = null;
    map.off("styledata", lay);
    stop();
  };
}

interface Batch {
  readonly mark: string;
  readonly classes: MarkedClasses;
  readonly from: number;
  readonly isWanted: () => boolean;
}

function layBatch(map: MapLibreMap, { mark, classes, from, isWanted }: Batch): void {
  if (!isWanted()) return;
  const end = Math.min(classes.ordinals.length, from + BATCH);
  for (let at = from; at < end; at++)
    map.setFeatureState({ ...BUILDINGS, id: classes.ordinals[at]! }, { [mark]: classes.ofBuildings[at] });
  if (end < classes.ordinals.length) setTimeout(() => layBatch(map, { mark, classes, from: end, isWanted }));
}
