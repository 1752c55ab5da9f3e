import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  LineLayerSpecification,
} from "maplibre-gl";
import type { Palette } from "../cartography/palette.ts";
import type { Brush } from "./style-input.ts";
import { TEXT_FONT } from "./style-input.ts";

/** Streets of one rank: what they are called in the data and how wide they are at z12, z15 and z18, in pixels. */
interface Rank {
  readonly id: string;
  readonly classes: readonly string[];
  readonly widths: readonly [number, number, number];
  readonly fill: keyof Palette;
  readonly casing: keyof Palette;
  readonly minzoom: number;
}

// from the least to the greatest: a greater one is drawn over a lesser
const RANKS: readonly Rank[] = [
  {
    id: "service",
    classes: ["service", "track"],
    widths: [0.4, 2.2, 9],
    fill: "street",
    casing: "streetCasing",
    minzoom: 14,
  },
  {
    id: "local",
    classes: ["residential", "pedestrian"],
    widths: [0.7, 4, 16],
    fill: "street",
    casing: "streetCasing",
    minzoom: 13,
  },
  {
    id: "collector",
    classes: ["tertiary"],
    widths: [1.1, 5.5, 20],
    fill: "street",
    casing: "streetCasing",
    minzoom: 12,
  },
  {
    id: "arterial",
    classes: ["primary", "secondary"],
    widths: [1.8, 7.5, 26],
    fill: "arterial",
    casing: "arterialCasing",
    minzoom: 10,
  },
  {
    id: "highway",
    classes: ["motorway", "trunk"],
    widths: [2.2, 9, 30],
    fill: "highway",
    casing: "highwayCasing",
    minzoom: 8,
  },
];

const STREETS = { source: "road", "source-layer": "road" } as const;
const isTrue = (name: string): ExpressionSpecification => ["==", ["get", name], true];

function width([z12, z15, z18]: Rank["widths"], more = 0): ExpressionSpecification {
  return [
    "interpolate",
    ["exponential", 1.5],
    ["zoom"],
    10,
    z12 * 0.5 + more * 0.5,
    12,
    z12 + more * 0.6,
    15,
    z15 + more,
    18,
    z18 + more,
  ];
}

const ofRank = ({ classes }: Rank, ...more: ExpressionSpecification[]): FilterSpecification => [
  "all",
  ["in", ["get", "class"], ["literal", [...classes]]],
  ...more,
];

/** Tunnels dashed below, then streets by rank with their casing, then bridges over everything. */
export function streetLayers(brush: Brush): LayerSpecification[] {
  return [
    ...tunnels(brush),
    ...railways(brush),
    ...footways(brush),
    ...surface(brush),
    ...stairs(brush),
    ...bridges(brush),
  ];
}

/** One line for every rank: what its layers are called, in which colour, how much wider than the street, and of which streets. */
interface Strokes {
  readonly id: string;
  readonly ranks: readonly Rank[];
  readonly colour: (rank: Rank) => string;
  readonly morePx: number;
  readonly where: readonly ExpressionSpecification[];
  readonly layout?: LineLayerSpecification["layout"];
  readonly paint?: LineLayerSpecification["paint"];
}

function strokes({ id, ranks, colour, morePx, where, layout, paint }: Strokes): LayerSpecification[] {
  return ranks.map((rank) => ({
    id: `${id}-${rank.id}`,
    type: "line",
    ...STREETS,
    minzoom: rank.minzoom,
    filter: ofRank(rank, ...where),
    ...(layout ? { layout } : {}),
    paint: { "line-color": colour(rank), "line-width": width(rank.widths, morePx), ...paint },
  }));
}

// what is only a way to a house has no bridge or tunnel of its own on a map
const BUILT_RANKS = RANKS.slice(1);

function tunnels({ palette }: Brush): LayerSpecification[] {
  return strokes({
    id: "tunnel",
    ranks: BUILT_RANKS,
    colour: ({ casing }) => palette[casing],
    morePx: -1,
    where: [isTrue("tunnel")],
    paint: { "line-dasharray": [1.6, 1.2], "line-opacity": 0.7 },
  });
}

function railways({ palette }: Brush): LayerSpecification[] {
  return [
    {
      id: "railway",
      type: "line",
      ...STREETS,
      minzoom: 12,
      filter: ["all", ["==", ["get", "class"], "rail"], ["!", isTrue("tunnel")]],
      paint: { "line-color": palette.rail, "line-width": 1.2, "line-dasharray": [6, 2] },
    },
  ];
}

function footways({ palette }: Brush): LayerSpecification[] {
  return [
    {
      id: "footway",
      type: "line",
      ...STREETS,
      minzoom: 14.5,
      filter: ["in", ["get", "class"], ["literal", ["footway", "cycleway"]]],
      paint: {
        "line-color": palette.footway,
        "line-width": ["interpolate", ["linear"], ["zoom"], 14, 0.6, 18, 2.4],
        "line-dasharray": [3, 1.5],
      },
    },
  ];
}

function surface({ palette }: Brush): LayerSpecification[] {
  const onGround = {
    ranks: RANKS,
    where: [
      ["!", isTrue("tunnel")] as ExpressionSpecification,
      ["!", isTrue("bridge")] as ExpressionSpecification,
    ],
    layout: { "line-cap": "round", "line-join": "round" },
  } as const;
  return [
    ...strokes({ ...onGround, id: "street-casing", colour: ({ casing }) => palette[casing], morePx: 1.6 }),
    ...strokes({ ...onGround, id: "street", colour: ({ fill }) => palette[fill], morePx: 0 }),
  ];
}

// a stair is drawn as its treads: short dashes across a thin line, as wide as the flight
function stairs({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("walking")) return [];
  const ofClass = (name: string): FilterSpecification => ["==", ["get", "class"], name];
  return [
    {
      id: "stairs-bed",
      type: "line",
      ...STREETS,
      minzoom: 13,
      filter: ofClass("stairs"),
      paint: {
        "line-color": palette.halo,
        "line-width": ["interpolate", ["linear"], ["zoom"], 13, 1.5, 16, 4.5, 19, 11],
      },
    },
    {
      id: "stairs",
      type: "line",
      ...STREETS,
      minzoom: 13,
      filter: ofClass("stairs"),
      paint: {
        "line-color": palette.stairs,
        "line-width": ["interpolate", ["linear"], ["zoom"], 13, 1.2, 16, 3.6, 19, 9],
        "line-dasharray": [
          "step",
          ["zoom"],
          ["literal", [0.8, 0.8]],
          16,
          ["literal", [0.35, 0.4]],
          18,
          ["literal", [0.2, 0.25]],
        ],
      },
    },
    {
      id: "escalator",
      type: "line",
      ...STREETS,
      minzoom: 13,
      filter: ofClass("escalator"),
      paint: {
        "line-color": palette.lift,
        "line-width": ["interpolate", ["linear"], ["zoom"], 13, 1.6, 16, 3.4, 19, 8],
      },
    },
  ];
}

function bridges({ palette }: Brush): LayerSpecification[] {
  const overAll = { ranks: BUILT_RANKS, where: [isTrue("bridge")] } as const;
  return [
    ...strokes({ ...overAll, id: "bridge-casing", colour: () => palette.bridgeCasing, morePx: 3 }),
    ...strokes({ ...overAll, id: "bridge", colour: ({ fill }) => palette[fill], morePx: 0 }),
  ];
}

/** Names along the streets. */
export function streetLabels({ palette, lineName }: Brush): LayerSpecification[] {
  return [
    {
      id: "street-name",
      type: "symbol",
      ...STREETS,
      minzoom: 14,
      filter: ["all", ["has", "nameZh"], ["!=", ["get", "class"], "rail"]],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 320,
        "text-field": lineName,
        "text-font": TEXT_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 14, 10.5, 18, 13.5],
        "text-letter-spacing": 0.06,
        "text-max-angle": 40,
      },
      paint: { "text-color": palette.quietText, "text-halo-color": palette.halo, "text-halo-width": 1.4 },
    },
  ];
}
