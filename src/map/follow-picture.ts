import type { Map as MapLibreMap } from "maplibre-gl";
import { setMapPicture } from "../state/map-picture.ts";
import { useApp } from "../state/store.ts";

const JPEG_QUALITY = 0.9;

/** Gives a picture of the map for every wish; returns how to stop. */
export function followPicture(map: MapLibreMap): () => void {
  return useApp.subscribe(({ mapPicture }, before) => {
    if (mapPicture.wishes === before.mapPicture.wishes) return;
    // what is drawn is kept only until the frame ends
    map.once("render", () => setMapPicture(map.getCanvas().toDataURL("image/jpeg", JPEG_QUALITY)));
    map.triggerRepaint();
  });
}
