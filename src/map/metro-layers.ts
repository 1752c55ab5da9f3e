import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type Brush, MEDIUM_FONT } from "./style-input.ts";

const LINE_WIDTH = (more: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  10,
  1.1 + more * 0.5,
  14,
  2.4 + more,
  18,
  5 + more,
];
const LINES = {
  source: "metro-line",
  "source-layer": "metro-line",
  layout: { "line-cap": "round", "line-join": "round" },
} as const;

/** Metro lines in their own colours with stations and entrances. */
export function metroLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("metro")) return [];
  return [
    {
      id: "metro-casing",
      type: "line",
      ...LINES,
      paint: { "line-color": palette.metroCasing, "line-width": LINE_WIDTH(2), "line-opacity": 0.7 },
    },
    {
      id: "metro-line",
      type: "line",
      ...LINES,
      paint: {
        "line-color": ["to-color", ["coalesce", ["get", "colour"], palette.metroOther], palette.metroOther],
        "line-width": LINE_WIDTH(0),
        // near by it is a tunnel below what one looks at
        "line-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.85, 16, 0.5],
      },
    },
    {
      id: "metro-entrance",
      type: "circle",
      source: "metro-entrance",
      "source-layer": "metro-entrance",
      minzoom: 15.5,
      paint: {
        "circle-radius": 2.6,
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
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 1.6, 13, 2.8, 15, 4.5, 18, 7],
        "circle-color": palette.stationFill,
        "circle-stroke-color": palette.stationStroke,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11, 1, 15, 2],
      },
    },
  ];
}

/** Names of stations: what one finds one's way by, after the names of zones. */
export function stationLabels({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("metro")) return [];
  return [
    {
      id: "metro-station-name",
      type: "symbol",
      source: "metro-station",
      "source-layer": "metro-station",
      minzoom: 13,
      layout: {
        "text-field": name,
        "text-font": MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 13, 10.5, 16, 13],
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.7,
        "text-padding": 4,
      },
      paint: { "text-color": palette.text, "text-halo-color": palette.halo, "text-halo-width": 1.8 },
    },
  ];
}
