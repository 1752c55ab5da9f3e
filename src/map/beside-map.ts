import "../look/swipe.css";
import { Map as MapLibreMap } from "maplibre-gl";
import { useApp } from "../state/store.ts";
import { followCellStates } from "./cell-states.ts";
import { followOverlays } from "./follow-overlays.ts";
import { followStyle } from "./follow-style.ts";
import { drawMissingImages } from "./symbol-images.ts";

/** A map that gets no rest, as where tiles do not come, is shown after so long with what it has. */
const COVERED_MS = 8_000;

/**
 * A second map over the first, cut off left of the handle by the style sheet, that shows the other side. It looks where the
 * first does and is never touched itself. Returns how to take it away.
 */
export function createBesideMap(first: MapLibreMap): () => void {
  const container = document.createElement("div");
  container.className = "map-beside";
  container.dataset.besideIdle = "false";
  container.setAttribute("aria-hidden", "true");
  first.getCanvasContainer().after(container);
  const map = new MapLibreMap({
    container,
    style: { version: 8, sources: {}, layers: [] },
    minZoom: first.getMinZoom(),
    maxZoom: first.getMaxZoom(),
    maxPitch: first.getMaxPitch(),
    attributionControl: false,
    interactive: false,
    // as the first map
    validateStyle: import.meta.env.DEV,
    localIdeographFontFamily: false,
    fadeDuration: 0,
  });
  drawMissingImages(map);
  // its canvas takes no focus: all there is to do is done on the first
  map.getCanvas().removeAttribute("tabindex");
  // the constructor would leave out the padding, and on a phone the sides would show different places
  const follow = () => map.jumpTo(placeOf(first));
  follow();
  const mark = (isIdle: boolean) => () => {
    const isDrawn = isIdle && map.getStyle().layers.length > 0;
    container.dataset.besideIdle = String(isDrawn);
    if (isDrawn) uncover();
  };
  const covered = setTimeout(uncover, COVERED_MS);
  map.on("idle", mark(true));
  map.on("dataloading", mark(false));
  first.on("move", follow);
  const stops = [followStyle(map, "beside"), followCellStates(map, "beside"), followOverlays(map, "beside")];
  return () => {
    clearTimeout(covered);
    first.off("move", follow);
    for (const stop of stops) stop();
    map.remove();
    container.remove();
    useApp.setState({ besideDrawn: false });
  };
}

function uncover(): void {
  if (!useApp.getState().besideDrawn) useApp.setState({ besideDrawn: true });
}

function placeOf(map: MapLibreMap) {
  return {
    center: map.getCenter(),
    zoom: map.getZoom(),
    bearing: map.getBearing(),
    pitch: map.getPitch(),
    padding: map.getPadding(),
  };
}
