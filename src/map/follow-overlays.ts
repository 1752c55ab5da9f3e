import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import type { SideName } from "../state/minutes-sight.ts";
import { useApp } from "../state/store.ts";
import type { OverlayDrawer } from "./overlay-drawer.ts";

// the buildings of the other side lie on its own map
function overlaysOf({ beside, ...others }: AppState["overlays"], side: SideName): AppState["overlays"] {
  if (side === "first") return others;
  return beside ? { buildings: beside } : {};
}

/** Draws the overlays of the store over the map of one side; what draws them is loaded with the first of them. Returns how to stop. */
export function followOverlays(map: MapLibreMap, side: SideName = "first"): () => void {
  let drawer: Promise<OverlayDrawer> | null = null;
  let stopped = false;
  const draw = async () => {
    drawer ??= import("./overlay-drawer.ts").then(({ createOverlayDrawer }) => createOverlayDrawer(map));
    const { show } = await drawer;
    if (!stopped) show(overlaysOf(useApp.getState().overlays, side));
  };
  // a map that comes when its overlays stand already
  map.once("style.load", () => {
    if (Object.keys(overlaysOf(useApp.getState().overlays, side)).length > 0) void draw();
  });
  const stop = useApp.subscribe(({ overlays }, before) => {
    if (overlays !== before.overlays) void draw();
  });
  return () => {
    stopped = true;
    stop();
    void drawer?.then(({ remove }) => remove());
  };
}
