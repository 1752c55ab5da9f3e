import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { lowGroundM } from "../state/shown-groups.ts";
import type { Brush } from "./style-input.ts";
import { TEXT_FONT, WATER_FONT } from "./style-input.ts";

// parks and woods are landmarks; gardens and pitches are named where one could walk to them
const NAMED_FROM: ExpressionSpecification = [
  "step",
  ["zoom"],
  ["in", ["get", "kind"], ["literal", ["park", "wood"]]],
  16,
  // a bank is one long strip that tiles cut: its name would stand on it again and again
  ["!=", ["get", "kind"], "grass"],
];

/** Land, what it is used for, green, water with its banks, and the relief over them. */
export function groundLayers(brush: Brush): LayerSpecification[] {
  return [
    { id: "background", type: "background", paint: { "background-color": brush.palette.outside } },
    ...districtGround(brush),
    ...landUse(brush),
    ...green(brush),
    ...relief(brush),
    ...grassOverRelief(brush),
    ...lowGround(brush),
    ...beyondRelief(brush),
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

// a bank falls steeply to the river: shaded in full it would be a grey wall and no green at all
function grassOverRelief({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("green") || !input.shown.has("relief")) return [];
  return [
    {
      id: "grass-over-relief",
      type: "fill",
      source: "green",
      "source-layer": "green",
      filter: ["==", ["get", "kind"], "grass"],
      paint: { "fill-color": palette.grass, "fill-opacity": 0.6, "fill-antialias": false },
    },
  ];
}

// over land and green, below water, mapped or told by its low ground: a river is flat
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
    // around the district the land only tells where it lies
    {
      id: "outside-district",
      type: "fill",
      source: "outside-district",
      paint: { "fill-color": palette.outside, "fill-opacity": 0.72, "fill-antialias": false },
    },
  ];
}

// a tile that reaches over the edge of the model repeats its last values there: streaks that are no relief and no river
function beyondRelief({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("relief")) return [];
  return [
    {
      id: "beyond-relief",
      type: "fill",
      source: "beyond-relief",
      paint: { "fill-color": palette.outside, "fill-antialias": false },
    },
    // the relief ends softly before it, as far as the model is known
    {
      id: "beyond-relief-edge",
      type: "line",
      source: "beyond-relief",
      paint: {
        "line-color": palette.outside,
        "line-width": ["interpolate", ["exponential", 2], ["zoom"], 10, 24, 14, 200],
        "line-blur": ["interpolate", ["exponential", 2], ["zoom"], 10, 24, 14, 200],
      },
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

/**
 * Names of rivers along their course and of lakes on them: by them one knows where one is, before any street, station or
 * landmark. Spaced and slanted, as maps write water.
 */
export function waterLabels({ input, palette, name, lineName }: Brush): LayerSpecification[] {
  const written = {
    "text-font": WATER_FONT,
    "text-size": ["interpolate", ["linear"], ["zoom"], 11, 12.5, 16, 20] as ExpressionSpecification,
  };
  const paint = { "text-color": palette.waterText, "text-halo-color": palette.water, "text-halo-width": 1.2 };
  return [
    {
      id: "water-name",
      type: "symbol",
      source: "water-course",
      "source-layer": "water-course",
      layout: {
        ...written,
        "symbol-placement": "line",
        // once or twice in view: the river itself says that it goes on
        "symbol-spacing": 640,
        "text-field": lineName,
        "text-letter-spacing": ["interpolate", ["linear"], ["zoom"], 11, 0.7, 15, 1.4],
        "text-max-angle": 40,
        // near by the name of the next tile keeps away; tilted, the far end of the river would carry it again and again
        "text-padding": input.tilted ? 60 : ["interpolate", ["linear"], ["zoom"], 13, 4, 16, 60],
      },
      paint,
    },
    {
      id: "lake-name",
      type: "symbol",
      source: "water",
      "source-layer": "water",
      filter: ["all", ["has", "nameZh"], ["!", ["in", ["get", "kind"], ["literal", FLOWING]]]],
      layout: {
        ...written,
        "text-field": name,
        "text-letter-spacing": 0.3,
        "text-max-width": 7,
        "text-padding": 24,
      },
      paint,
    },
  ];
}

/** What flows, and has its name along it. */
const FLOWING = ["river", "canal", "stream"];

/** Names of green, drawn over the streets. */
export function greenLabels({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("green")) return [];
  return [
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
