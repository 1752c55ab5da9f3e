import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../cartography/palette.ts";
import type { Brush } from "./style-input.ts";

/** Warm greys by floors, the upper end of each class exclusive: 1–6, 7–17, 18–32, 33 and more; unknown apart. */
export function buildingColour(palette: Palette): ExpressionSpecification {
  return [
    "case",
    ["!", ["has", "floors"]],
    palette.buildingUnknown,
    [
      "step",
      ["get", "floors"],
      palette.buildingLow,
      7,
      palette.buildingMid,
      18,
      palette.buildingHigh,
      33,
      palette.buildingTallest,
    ],
  ];
}

// a building whose height is unknown is not made a tower: it lies flat
const HEIGHT_M: ExpressionSpecification = ["coalesce", ["get", "heightM"], 0];

/** Buildings flat from above, standing when the map is tilted. */
export function buildingLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("buildings")) return [];
  const shared = { source: "building", "source-layer": "building", minzoom: 13 } as const;
  return [
    {
      id: "building",
      type: "fill",
      ...shared,
      paint: {
        "fill-color": buildingColour(palette),
        "fill-outline-color": palette.buildingEdge,
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, 0.65, 14.5, 1],
      },
    },
  ];
}

/** The same buildings extruded; only where the map is tilted, for they hide what is behind them. */
export function standingBuildings({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("buildings")) return [];
  return [
    {
      id: "building-standing",
      type: "fill-extrusion",
      source: "building",
      "source-layer": "building",
      minzoom: 14,
      layout: { visibility: input.tilted ? "visible" : "none" },
      paint: {
        "fill-extrusion-color": buildingColour(palette),
        "fill-extrusion-height": HEIGHT_M,
        "fill-extrusion-opacity": 0.92,
        "fill-extrusion-vertical-gradient": true,
      },
    },
  ];
}
