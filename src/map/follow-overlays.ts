import type { Map as MapLibreMap } from "maplibre-gl";
import { useApp } from "../state/store.ts";
import type { OverlayDrawer } from "./overlay-drawer.ts";

/** Draws the overlays of the store over the map; what draws them is loaded with the first of them. Returns how to stop. */
export function followOverlays(map: MapLibreMap): () => void {
  let drawer: Promise<OverlayDrawer> | null = null;
  let stopped = false;
  const draw = async () => {
    drawer ??= import("./overlay-drawer.ts").then(({ createOverlayDrawer }) => createOverlayDrawer(map));
    const { show } = await drawer;
    if (!stopped) show(useApp.getState().overlays);
  };
  const stop = useApp.subscribe(({ overlays }, before) => {
    if (overlays !== before.overlays) void draw();
  });
  return () => {
    stopped = true;
    stop();
    void drawer?.then(({ remove }) => remove());
  };
}
