import type { Map as MapLibreMap } from "maplibre-gl";
import { PALETTES } from "../cartography/palette.ts";
import { roundPolygon } from "../geometry/ring-text.ts";
import { measureShape } from "../geometry/shape-measure.ts";
import type { AppState } from "../state/app-state.ts";
import { selectIsDark } from "../state/appearance.ts";
import { setDrawnArea, setSketch, stopDrawing } from "../state/sheet.ts";
import { useApp } from "../state/store.ts";
import type { Drawing } from "./drawing.ts";

/** Puts the pen on the map whenever the store has it in hand; its program is loaded the first time. */
export function followPen(map: MapLibreMap): () => void {
  let drawing: Drawing | null = null;
  let loading = false;
  // what the pen itself reported: it need not be told
  let reported: AppState["area"] = null;

  const load = async () => {
    const { createDrawing } = await import("./drawing.ts");
    drawing = createDrawing(map, {
      onSketch: (ring) => setSketch(sketchOf(ring)),
      onShape: (polygon) => {
        reported = roundPolygon(polygon);
        const wasDrawing = useApp.getState().tool === "draw";
        setSketch(null);
        setDrawnArea(reported);
        if (wasDrawing) drawing?.edit(polygon);
      },
      onCancel: stopDrawing,
    });
    colour(drawing, useApp.getState());
    putInHand(drawing, useApp.getState());
  };
  const loadOnce = () => {
    if (loading) return;
    loading = true;
    whenStyled(map, () => void load());
  };

  if (useApp.getState().tool !== "none") loadOnce();
  return useApp.subscribe((state, before) => {
    if (drawing === null) {
      if (state.tool !== "none") loadOnce();
      return;
    }
    if (selectIsDark(state) !== selectIsDark(before)) colour(drawing, state);
    const isNews = state.tool !== before.tool || state.area !== before.area;
    if (isNews && !(state.tool === "edit" && state.area === reported && before.tool !== "none"))
      putInHand(drawing, state);
    if (state.penUndo !== before.penUndo) drawing.undo();
  });
}

function colour(drawing: Drawing, state: AppState): void {
  const { asked, halo } = PALETTES[selectIsDark(state) ? "dark" : "light"];
  drawing.setColour(asked, halo);
}

function putInHand(drawing: Drawing, { tool, area }: AppState): void {
  if (tool === "draw") drawing.draw();
  else if (tool === "edit" && area && !("zone" in area)) drawing.edit(area as GeoJSON.Polygon);
  else drawing.stop();
}

function whenStyled(map: MapLibreMap, then: () => void): void {
  if (map.isStyleLoaded()) then();
  else map.once("idle", then);
}

// the last corner of the ring is the first again, the one before follows the pointer
function sketchOf(ring: readonly (readonly number[])[]): AppState["sketch"] {
  const corners = Math.max(0, ring.length - 2);
  if (ring.length < 4) return { corners, areaSqm: 0, lengthM: 0 };
  return { corners, ...measureShape({ type: "Polygon", coordinates: [ring.map((corner) => [...corner])] }) };
}
