import type { Layer } from "@deck.gl/core";
import { ColumnLayer, ScatterplotLayer } from "@deck.gl/layers";
import { MapboxOverlay } from "@deck.gl/mapbox";
import type { Map as MapLibreMap } from "maplibre-gl";
import type { AppState } from "../state/app-state.ts";
import type { Overlay } from "../state/overlays.ts";

/** Shows overlays over a map, in the place of those it showed before. */
export interface OverlayDrawer {
  show(overlays: AppState["overlays"]): void;
  remove(): void;
}

type Kind = Overlay["kind"];
type OfKind<Name extends Kind> = Extract<Overlay, { readonly kind: Name }>;
type Drawn = { readonly id: string; readonly beforeId?: string };

/** How each kind is drawn, from typed arrays as they are. */
const KINDS: { readonly [Name in Kind]: (overlay: OfKind<Name>, drawn: Drawn) => Layer } = {
  points: ({ radiiM, ...placed }, drawn) =>
    new ScatterplotLayer({
      ...drawn,
      data: binary(placed, { getRadius: { value: radiiM, size: 1 } }),
      radiusUnits: "meters",
      radiusMinPixels: 1.2,
      radiusMaxPixels: 4,
      stroked: false,
    }),
  columns: ({ heightsM, radiusM, ...placed }, drawn) =>
    new ColumnLayer({
      ...drawn,
      data: binary(placed, { getElevation: { value: heightsM, size: 1 } }),
      radius: radiusM,
      diskResolution: 4,
      angle: 45,
      extruded: true,
      stroked: false,
    }),
};

// the first layer of the style each kind lies under
const BELOW: Readonly<Record<Kind, readonly string[]>> = {
  points: ["zone-face-district", "street-name"],
  columns: ["asked-face"],
};

function binary({ positions, colours }: Pick<Overlay, "positions" | "colours">, more: object) {
  return {
    length: positions.length / 2,
    attributes: {
      getPosition: { value: positions, size: 2 },
      getFillColor: { value: colours, size: 4 },
      ...more,
    },
  };
}

/** A drawer on a map whose style is loaded. */
export function createOverlayDrawer(map: MapLibreMap): OverlayDrawer {
  const deck = new MapboxOverlay({ interleaved: true, layers: [] });
  map.addControl(deck);
  let shown: AppState["overlays"] = {};
  const draw = () => deck.setProps({ layers: layersOf(map, shown) });
  map.on("zoomend", draw);
  return {
    show(overlays) {
      shown = overlays;
      draw();
    },
    remove() {
      map.off("zoomend", draw);
      map.removeControl(deck);
    },
  };
}

function layersOf(map: MapLibreMap, overlays: AppState["overlays"]): Layer[] {
  const zoom = map.getZoom();
  return Object.entries(overlays)
    .filter(([, { zooms }]) => zoom >= zooms[0] && zoom < zooms[1])
    .map(([name, overlay]) => {
      const beforeId = BELOW[overlay.kind].find((id) => map.getLayer(id));
      const draw = KINDS[overlay.kind] as (overlay: Overlay, drawn: Drawn) => Layer;
      return draw(overlay, { id: `overlay-${name}-${overlay.kind}`, ...(beforeId ? { beforeId } : {}) });
    });
}
