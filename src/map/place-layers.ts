import type { LayerSpecification } from "maplibre-gl";
import { type Brush, TEXT_FONT } from "./style-input.ts";

/** Renewal projects, as point, line or area. */
export function projectLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("projects")) return [];
  const shared = { source: "project", "source-layer": "project" } as const;
  return [
    {
      id: "project-area",
      type: "fill",
      ...shared,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.project, "fill-opacity": 0.16 },
    },
    {
      id: "project-line",
      type: "line",
      ...shared,
      filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": palette.project, "line-width": 1.6 },
    },
    {
      id: "project",
      type: "circle",
      ...shared,
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": palette.project,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 3, 16, 6],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "project-name",
      type: "symbol",
      ...shared,
      minzoom: 14.5,
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 11.5,
        "text-offset": [0, 1],
        "text-max-width": 8,
        "text-optional": true,
      },
      paint: { "text-color": palette.project, "text-halo-color": palette.halo, "text-halo-width": 1.5 },
    },
  ];
}
