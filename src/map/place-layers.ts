import type { LayerSpecification } from "maplibre-gl";
import { type Brush, MEDIUM_FONT, TEXT_FONT } from "./style-input.ts";
import { symbolImage } from "./symbol-images.ts";

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

/** Landmarks by which a city is known: a small mark and a name, before those of streets. */
export function landmarkLayers({ palette, name }: Brush): LayerSpecification[] {
  return [
    {
      id: "landmark",
      type: "symbol",
      source: "landmark",
      "source-layer": "landmark",
      minzoom: 12.5,
      layout: {
        "icon-image": symbolImage("landmark", palette.text, palette.halo),
        "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.5, 16, 0.85],
        "icon-allow-overlap": ["step", ["zoom"], false, 15, true],
        "text-field": name,
        "text-font": MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 13, 11, 17, 13],
        "text-variable-anchor": ["top", "bottom", "right", "left"],
        "text-radial-offset": 0.8,
        "text-max-width": 8,
        "text-optional": true,
      },
      paint: { "text-color": palette.text, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
}
