import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { lowGroundM } from "../state/shown-groups.ts";
import type { Brush } from "./style-input.ts";
import { MEDIUM_FONT, TEXT_FONT } from "./style-input.ts";

// parks and woods are landmarks; gardens and pitches are named where one could walk to them
const NAMED_FROM: ExpressionSpecification = [
  "step",
  ["zoom"],
  ["in", ["get", "kind"], ["literal", ["park", "wood"]]],
  16,
  true,
];

/** Land, what it is used for, green, water with its banks, and the relief over them. */
export function groundLayers(brush: Brush): LayerSpecification[] {
  return [
    { id: "background", type: "background", paint: { "background-color": brush.palette.outside } },
    ...districtGround(brush),
    ...landUse(brush),
    ...green(brush),
    ...lowGround(brush),
    ...relief(brush),
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
      paint: {
        // open grass, as on a bank or a gravel bar, stays closer to the ground than what is planted or wooded
        "fill-color": ["match", ["get", "kind"], "grass", palette.grass, "wood", palette.wood, palette.green],
        "fill-antialias": false,
      },
    },
    {
      id: "green-edge",
      type: "line",
      source: "green",
      "source-layer": "green",
      minzoom: 14,
      filter: ["!=", ["get", "kind"], "grass"],
      paint: { "line-color": palette.greenEdge, "line-width": 0.8 },
    },
  ];
}

/** Rise over the low ground of the model up to which it is drawn as water, and from which as land again, metres. */
const WET_M = [4, 16] as const;

// where the data holds no water at all, the lowest ground stands for it: a river city without its rivers cannot be read
function lowGround({ input, palette }: Brush): LayerSpecification[] {
  const lowM = lowGroundM(input);
  if (lowM === null) return [];
  const [wet, dry] = WET_M.map((rise) => lowM + rise);
  return [
    {
      id: "low-ground",
      type: "color-relief",
      source: "terrain",
      paint: {
        "color-relief-color": [
          "interpolate",
          ["linear"],
          ["elevation"],
          wet,
          palette.water,
          dry,
          `${palette.water}00`,
        ] as unknown as ExpressionSpecification,
        "color-relief-opacity": 0.9,
      },
    },
  ];
}

// over land and green, below water: a river is flat
function relief({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("relief")) return [];
  return [
    {
      id: "relief",
      type: "hillshade",
      source: "terrain",
      paint: {
        // full strength where the whole ridge is in view, fading where streets and houses tell the place
        "hillshade-exaggeration": ["interpolate", ["linear"], ["zoom"], 11, 0.95, 14, 0.75, 17, 0.4],
        "hillshade-shadow-color": palette.shadow,
        "hillshade-highlight-color": palette.highlight,
        "hillshade-accent-color": palette.accentShade,
        "hillshade-illumination-direction": 335,
      },
    },
    // a tile that reaches over the edge of the model repeats its last values there: streaks that are no relief
    {
      id: "beyond-relief",
      type: "fill",
      source: "beyond-relief",
      paint: { "fill-color": palette.outside, "fill-antialias": false },
    },
    // around the district the land only tells where it lies
    {
      id: "outside-district",
      type: "fill",
      source: "outside-district",
      paint: { "fill-color": palette.outside, "fill-opacity": 0.72, "fill-antialias": false },
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
        "text-size": ["interpolate", ["linear"], ["zoom"], 11, 12, 16, 19],
        "text-letter-spacing": 0.5,
        "text-padding": 60,
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
      filter: ["all", ["has", "nameZh"], NAMED_FROM],
      // a green that tiles cut is named once for each of them: the room around a name keeps the others away
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 11.5,
        "text-max-width": 7,
        "text-padding": 24,
      },
      paint: { "text-color": palette.greenText, "text-halo-color": palette.halo, "text-halo-width": 1.2 },
    },
  ];
}
