import type { LayerSpecification } from "maplibre-gl";
import type { Brush } from "./style-input.ts";

/** Outlines of parcels while an area is drawn: a red line mostly follows them, and the pen snaps to them. */
export function parcelEdges({ input, palette }: Brush): LayerSpecification[] {
  if (!input.drawing) return [];
  return [
    {
      id: "parcel-edge",
      type: "line",
      source: "parcel",
      "source-layer": "parcel",
      minzoom: 14,
      layout: { "line-join": "round" },
      paint: {
        "line-color": palette.boundary,
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 14, 0.35, 16, 0.7],
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 0.5, 18, 1.4],
      },
    },
  ];
}
