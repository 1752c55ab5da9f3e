import type { LayerSpecification } from "maplibre-gl";
import { type Brush, MEDIUM_FONT } from "./style-input.ts";

/** Metro lines in their own colours with stations and entrances. */
export function metroLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("metro")) return [];
  return [
    {
      id: "metro-line",
      type: "line",
      source: "metro-line",
      "source-layer": "metro-line",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": ["to-color", ["coalesce", ["get", "colour"], palette.metroOther], palette.metroOther],
        "line-width": ["interpolate", ["linear"], ["zoom"], 10, 1.4, 14, 3, 18, 6],
        "line-opacity": 0.8,
      },
    },
    {
      id: "metro-entrance",
      type: "circle",
      source: "metro-entrance",
      "source-layer": "metro-entrance",
      minzoom: 15,
      paint: {
        "circle-radius": 3,
        "circle-color": palette.stationStroke,
        "circle-stroke-color": palette.stationFill,
        "circle-stroke-width": 1,
      },
    },
    {
      id: "metro-station",
      type: "circle",
      source: "metro-station",
      "source-layer": "metro-station",
      minzoom: 11,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2.4, 15, 5.5, 18, 8],
        "circle-color": palette.stationFill,
        "circle-stroke-color": palette.stationStroke,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 15, 2.2],
      },
    },
    {
      id: "metro-station-name",
      type: "symbol",
      source: "metro-station",
      "source-layer": "metro-station",
      minzoom: 12.5,
      layout: {
        "text-field": name,
        "text-font": MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 12, 10.5, 16, 13],
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.8,
        "text-optional": true,
      },
      paint: { "text-color": palette.text, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
}
