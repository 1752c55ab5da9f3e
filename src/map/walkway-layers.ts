import type { LayerSpecification } from "maplibre-gl";
import { type Brush, MEDIUM_FONT } from "./style-input.ts";
import { symbolImage } from "./symbol-images.ts";

/** Named walkways and stretches of bank. */
export function walkwayLayers({ input, palette, lineName }: Brush): LayerSpecification[] {
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
      minzoom: 14,
      layout: {
        "symbol-placement": "line",
        "text-field": lineName,
        "text-font": MEDIUM_FONT,
        "text-size": 12,
        // beside the line, which may be picked and is then drawn over names
        "text-offset": [0, -0.95],
      },
      paint: { "text-color": colour, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
  return [
    ...(input.shown.has("riverfront") ? line("riverfront-segment", palette.riverfront, 2.2) : []),
    ...(input.shown.has("walkways") ? line("walkway", palette.walkway, 2.2) : []),
  ];
}

/** Lifts, escalators and cableways of the walking network: the cableway as a rope, all with a sign where one gets on. */
export function liftLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("walking")) return [];
  const shared = { source: "walk-edge", "source-layer": "walk-edge", minzoom: 14 } as const;
  const sign = (name: "lift" | "escalator" | "cableway") => symbolImage(name, palette.lift, palette.halo);
  return [
    {
      id: "cableway",
      type: "line",
      ...shared,
      filter: ["==", ["get", "kind"], "cableway"],
      paint: { "line-color": palette.lift, "line-width": 1.4, "line-dasharray": [6, 2] },
    },
    {
      id: "lift",
      type: "symbol",
      ...shared,
      filter: ["in", ["get", "kind"], ["literal", ["lift", "escalator", "cableway"]]],
      layout: {
        "icon-image": [
          "match",
          ["get", "kind"],
          "escalator",
          sign("escalator"),
          "cableway",
          sign("cableway"),
          sign("lift"),
        ],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 14, 0.55, 16, 0.8, 18, 1.1],
        "icon-padding": 0,
        "icon-allow-overlap": ["step", ["zoom"], false, 16, true],
      },
    },
  ];
}
