import type { Map as MapLibreMap } from "maplibre-gl";

/** Room around what is shown, in pixels. */
const MARGIN_PX = 24;
/** Left for what is shown before the right edge is kept clear as well. */
const LEAST_WIDTH_PX = 280;

// what lies over the map is told by its scroll-padding, the style's own word for a covered edge
function covered(map: MapLibreMap, edge: "Top" | "Right" | "Bottom" | "Left"): number {
  return Number.parseFloat(getComputedStyle(map.getContainer())[`scrollPadding${edge}`]) || 0;
}

/** Padding of the map itself, in pixels: its middle, and so that of a link, is the middle of what the sheet at the foot of a phone leaves free. */
export function footCovered(map: MapLibreMap) {
  return { top: 0, right: 0, bottom: covered(map, "Bottom"), left: 0 };
}

/** Keeps that padding while the sheet is pulled up or down, when the map should stand still, and measures it anew on a screen turned round. */
export function keepClear(map: MapLibreMap): void {
  let width = map.getContainer().clientWidth;
  map.on("resize", () => {
    const { clientWidth } = map.getContainer();
    if (clientWidth !== width) map.setPadding(footCovered(map));
    width = clientWidth;
  });
}

/** Padding for showing an extent, in pixels; MapLibre adds it to the padding that the map has already. A whole district may reach below the legend: it would be too small beside it. */
export function paddingOf(map: MapLibreMap, besideLegend = true) {
  const left = MARGIN_PX + covered(map, "Left");
  const room = map.getContainer().clientWidth - left - MARGIN_PX - LEAST_WIDTH_PX;
  return {
    top: MARGIN_PX + covered(map, "Top"),
    right: MARGIN_PX + (besideLegend ? Math.max(0, Math.min(covered(map, "Right"), room)) : 0),
    bottom: MARGIN_PX + covered(map, "Bottom") - (map.getPadding().bottom ?? 0),
    left,
  };
}
