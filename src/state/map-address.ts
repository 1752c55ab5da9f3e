import { lineFromText, lineToText, shapeFromText, shapeToText } from "../geometry/area-text.ts";
import { type AskedArea, CORNERED_SHAPES, type Sketch } from "./drawing-state.ts";
import type { View } from "./map-state.ts";
import { oneOf } from "./one-of.ts";

/** Where the map looks as text of the address, `lon,lat,zoom,bearing,pitch`. */
export function viewToText({ lon, lat, zoom, bearing, pitch }: View): string {
  return [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2), bearing.toFixed(0), pitch.toFixed(0)].join(",");
}

/** Where the map looks by a text; null where nobody can look. */
export function viewFromText(text: string | null): View | null {
  const numbers = (text ?? "").split(",").map(Number);
  const [lon, lat, zoom, bearing, pitch] = numbers;
  if (numbers.length !== 5 || !numbers.every(Number.isFinite)) return null;
  const view = { lon: lon!, lat: lat!, zoom: zoom!, bearing: bearing!, pitch: pitch! };
  const onEarth = Math.abs(view.lon) <= 180 && Math.abs(view.lat) <= 85;
  return onEarth && view.zoom >= 0 && view.zoom <= 22 && view.pitch >= 0 && view.pitch <= 85 ? view : null;
}

/** The area asked about as text of the address: `zone:id`, or its corners. */
export function areaToText(area: AskedArea): string {
  return "zone" in area ? `zone:${area.zone}` : shapeToText(area);
}

/** The area that a text says; null where it says none. */
export function areaFromText(text: string | null): AskedArea | null {
  if (text === null) return null;
  return text.startsWith("zone:") ? { zone: text.slice("zone:".length) } : shapeFromText(text);
}

/** What is drawn so far as text of the address, `shape:lon,lat;lon,lat`. */
export const sketchToText = ({ shape, corners }: Sketch): string => `${shape}:${lineToText(corners)}`;

/** What is drawn so far by a text; null where it says nothing. */
export function sketchFromText(text: string | null): Sketch | null {
  const [name, line] = (text ?? "").split(":");
  const shape = oneOf(CORNERED_SHAPES, name);
  const corners = lineFromText(line ?? "");
  return shape && corners ? { shape, corners } : null;
}
