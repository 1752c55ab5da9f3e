import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import { type SideName, selectCellClasses } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";
import { CELL_SOURCE, CLASS_STATE } from "./cell-layers.ts";

// as many as are laid without the page being held for more than a frame
const BATCH = 2000;
const NONE = -1;

/**
 * Keeps the classes of the cells of one side as feature states, by their ids 0, 1, 2 …; only what changed is laid anew. Returns
 * how to stop.
 */
export function followCellStates(map: MapLibreMap, side: SideName): () => void {
  const classesOf = (state: AppState) => selectCellClasses(state, side);
  let source: unknown = null;
  let laid = new Int16Array(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const lay = () => {
    clearTimeout(timer);
    const now = map.getSource(CELL_SOURCE);
    if (!now) return;
    const classes = classesOf(useApp.getState());
    // a style made anew has a new source, without the states of the old one
    if (source !== now) laid.fill(NONE);
    source = now;
    if (classes !== null && classes.length > laid.length) laid = grown(laid, classes.length);
    if (layBatch(map, { laid, classes })) timer = setTimeout(lay);
  };
  map.on("styledata", lay);
  const stop = useApp.subscribe((state, before) => {
    if (classesOf(state) !== classesOf(before)) lay();
  });
  return () => {
    clearTimeout(timer);
    map.off("styledata", lay);
    stop();
  };
}

function grown(laid: Int16Array, length: number): Int16Array<ArrayBuffer> {
  const longer = new Int16Array(length).fill(NONE);
  longer.set(laid);
  return longer;
}

interface Laying {
  /** What lies there now, NONE = nothing; kept up to date. */
  readonly laid: Int16Array;
  readonly classes: Uint8Array | null;
}

// whether there is more to lay
function layBatch(map: MapLibreMap, { laid, classes }: Laying): boolean {
  let changes = 0;
  for (let id = 0; id < laid.length; id++) {
    const wanted = classes?.[id] ?? NONE;
    if (laid[id] === wanted) continue;
    if (changes++ === BATCH) return true;
    if (wanted === NONE) map.removeFeatureState({ source: CELL_SOURCE, id }, CLASS_STATE);
    else map.setFeatureState({ source: CELL_SOURCE, id }, { [CLASS_STATE]: wanted });
    laid[id] = wanted;
  }
  return false;
}
