import type { ZoneFeature } from "../../server/contract/catalogue.ts";
import { failureOf, readFeature, wasAborted } from "../backend.ts";
import { extentOf } from "../geometry/extent.ts";
import { isInView } from "../geometry/in-view.ts";
import type { AppState } from "./app-state.ts";
import { showExtent } from "./appearance.ts";
import type { FeatureRef } from "./selection-state.ts";
import { selectCatalogue } from "./session.ts";
import { useApp } from "./store.ts";

/** Chooses one feature; `nearby` is what else lies at the place. */
export function select(selection: FeatureRef, nearby: readonly FeatureRef[] = []): void {
  useApp.setState({ selection, nearby, comparing: false });
}

export const clearSelection = () => useApp.setState({ selection: null, nearby: [] });

let isToBeShown = false;

/** The map shall go to the selection once it is read: it came with a link. */
export function showSelectionOnceRead(): void {
  isToBeShown = true;
}

/** Shows what was read where it came with a link, which may say where the map looks; where the thing is in sight, that stands. */
export function showRead(geometry: GeoJSON.Geometry): void {
  if (!isToBeShown) return;
  isToBeShown = false;
  const extent = extentOf(geometry);
  const middle = [(extent[0] + extent[2]) / 2, (extent[1] + extent[3]) / 2] as const;
  const { view } = useApp.getState();
  const screen = { widthPx: innerWidth, heightPx: innerHeight };
  if (view === null || !isInView(middle, view, screen)) showExtent(extent);
}

let reading: AbortController | null = null;

/** Reads the facts of whatever is selected, now and from now on; returns how to stop. */
export function followSelection(): () => void {
  return useApp.subscribe((state, before) => {
    if (state.selection !== before.selection || state.district !== before.district) void readSelected();
  });
}

/** Reads the facts of the selection anew. */
export async function readSelected(): Promise<void> {
  reading?.abort();
  const { selection, district } = useApp.getState();
  if (selection?.layer === "place") {
    const [lon = 0, lat = 0] = selection.id.split(",").map(Number);
    showRead({ type: "Point", coordinates: [lon, lat] });
  }
  // what is no feature of a layer is read by its own page
  if (
    selection === null ||
    district === null ||
    ["place", "plan-document", "acquisition-plot", "finding"].includes(selection.layer)
  ) {
    useApp.setState({ feature: { status: "idle" } });
    return;
  }
  reading = new AbortController();
  useApp.setState({ feature: { status: "running", params: selection, stale: null } });
  try {
    const result = await readFeature({ district, ...selection, signal: reading.signal });
    useApp.setState({ feature: { status: "done", params: selection, result } });
    showRead(result.geometry as GeoJSON.Geometry);
  } catch (error) {
    if (wasAborted(error)) return;
    useApp.setState({ feature: { status: "failed", params: selection, failure: failureOf(error) } });
  }
}

export function selectZone(state: AppState, id: string): ZoneFeature | null {
  return selectCatalogue(state)?.zones.find((zone) => zone.id === id) ?? null;
}
