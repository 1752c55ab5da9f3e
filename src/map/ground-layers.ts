import type { LayerSpecification } from "maplibre-gl";
import type { Brush } from "./style-input.ts";
import { MEDIUM_FONT, TEXT_FONT } from "./style-input.ts";

/** Land, what it is used for, green, water with its banks, and the relief over them. */
export function groundLayers(brush: Brush): LayerSpecification[] {
  return [
    { id: "background", type: "background", paint: { "background-color": brush.palette.outside } },
    ...districtGround(brush),
    ...relief(brush),
    ...landUse(brush),
    ...green(brush),
    ...water(brush),
  ];
}

function districtGround({ palette }: Brush): LayerSpecification[] {
  return [
    {
      id: "district-ground",
      type: "fill",
      source: "zone",
      "source-layer": "zone",
      filter: ["==", ["get", "kind"], "district"],
      paint: { "fill-color": palette.land, "fill-antialias": false },
    },
  ];
}

function landUse({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("land-use")) return [];
  return [
    {
      id: "land-use",
      type: "fill",
      source: "land-use",
      "source-layer": "land-use",
      paint: {
        // classes of GB 50137 by their first letter
        "fill-color": [
          "match",
          ["slice", ["get", "class"], 0, 1],
          "R",
          palette.residentialLand,
          "B",
          palette.commercialLand,
          "A",
          palette.publicLand,
          ["M", "W"],
          palette.industrialLand,
          "G",
          palette.green,
          palette.otherLand,
        ],
        "fill-opacity": 0.75,
      },
    },
  ];
}

function green({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("green")) return [];
  return [
    {
      id: "green",
      type: "fill",
      source: "green",
      "source-layer": "green",
      // the relief below shows through
      paint: { "fill-color": palette.green, "fill-opacity": 0.85, "fill-outline-color": palette.greenEdge },
    },
  ];
}

function relief({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("relief")) return [];
  return [
    {
      id: "relief",
      type: "hillshade",
      source: "terrain",
      paint: {
        "hillshade-exaggeration": input.dark ? 0.55 : 0.5,
        "hillshade-shadow-color": palette.shadow,
        "hillshade-highlight-color": palette.highlight,
        "hillshade-accent-color": palette.shadow,
        "hillshade-illumination-direction": 315,
      },
    },
    // a tile that reaches over the edge of the model repeats its last values there: streaks that are no relief
    {
      id: "beyond-relief",
      type: "fill",
      source: "beyond-relief",
      paint: { "fill-color": palette.outside, "fill-antialias": false },
    },
  ];
}

function water({ palette }: Brush): LayerSpecification[] {
  const shared = { source: "water", "source-layer": "water" } as const;
  return [
    { id: "water", type: "fill", ...shared, paint: { "fill-color": palette.water } },
    {
      id: "bank",
      type: "line",
      ...shared,
      paint: {
        "line-color": palette.bank,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 15, 1.4, 18, 2.5],
      },
    },
  ];
}

/** Names of water and green, drawn over the streets. */
export function groundLabels({ input, palette, name }: Brush): LayerSpecification[] {
  const labels: LayerSpecification[] = [
    {
      id: "water-name",
      type: "symbol",
      source: "water",
      "source-layer": "water",
      filter: ["has", "nameZh"],
      layout: {
        "text-field": name,
        "text-font": MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 12, 16, 18],
        "text-letter-spacing": 0.35,
      },
      paint: { "text-color": palette.waterText, "text-halo-color": palette.water, "text-halo-width": 1.2 },
    },
  ];
  if (!input.shown.has("green")) return labels;
  return [
    ...labels,
    {
      id: "green-name",
      type: "symbol",
      source: "green",
      "source-layer": "green",
      minzoom: 14,
      filter: ["has", "nameZh"],
      layout: { "text-field": name, "text-font": TEXT_FONT, "text-size": 11.5, "text-max-width": 7 },
      paint: { "text-color": palette.greenText, "text-halo-color": palette.halo, "text-halo-width": 1.2 },
    },
  ];
}
