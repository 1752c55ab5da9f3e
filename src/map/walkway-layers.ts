import type { LayerSpecification } from "maplibre-gl";
import { type Brush, MEDIUM_FONT } from "./style-input.ts";

/** Named walkways and stretches of bank. */
export function walkwayLayers({ input, palette, name }: Brush): LayerSpecification[] {
  const line = (id: string, colour: string, width: number): LayerSpecification[] => [
    {
      id,
      type: "line",
      source: id,
      "source-layer": id,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, width * 0.6, 15, width, 18, width * 2],
        "line-opacity": 0.75,
      },
    },
    {
      id: `${id}-name`,
      type: "symbol",
      source: id,
      "source-layer": id,
      minzoom: 13.5,
      layout: { "symbol-placement": "line", "text-field": name, "text-font": MEDIUM_FONT, "text-size": 12 },
      paint: { "text-color": colour, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
  return [
    ...(input.shown.has("riverfront") ? line("riverfront-segment", palette.riverfront, 2.6) : []),
    ...(input.shown.has("walkways") ? line("walkway", palette.walkway, 2.6) : []),
  ];
}

/** Lifts of the walking network, which have a place but no length. */
export function liftLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("walking")) return [];
  return [
    {
      id: "lift",
      type: "circle",
      source: "walk-edge",
      "source-layer": "walk-edge",
      minzoom: 14,
      filter: ["in", ["get", "kind"], ["literal", ["lift", "cableway"]]],
      paint: {
        "circle-color": palette.lift,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 2.5, 18, 6],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1.5,
      },
    },
  ];
}
