import type { Position } from "./position.ts";

const TILE_PX = 512;

/** Whether a place lies on a screen of so many pixels that looks at a place from above, in degrees of Web Mercator. */
export function isInView(
  [lon, lat]: Position,
  view: { readonly lon: number; readonly lat: number; readonly zoom: number },
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
): boolean {
  const degreesPerPx = 360 / (TILE_PX * 2 ** view.zoom);
  const northPerPx = degreesPerPx * Math.cos((view.lat * Math.PI) / 180);
  return (
    Math.abs(lon - view.lon) <= (widthPx / 2) * degreesPerPx &&
    Math.abs(lat - view.lat) <= (heightPx / 2) * northPerPx
  );
}
