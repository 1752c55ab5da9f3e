import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { ROAD_RANKS, type StreetEnd } from "../../server/contract/road-network.ts";
import {
  BLOCK_OPACITY,
  blockColour,
  END_TONES,
  RANK_TONES,
  WALK_TONES,
} from "../cartography/street-classes.ts";
import type { Brush, StreetOverlay, StyleInput } from "./style-input.ts";

type Features = GeoJSON.Feature[];
type Role = keyof typeof END_TONES;

const point = (at: readonly number[], role: string): GeoJSON.Feature => ({
  type: "Feature",
  geometry: { type: "Point", coordinates: [...at] },
  properties: { role },
});

function blockFeatures({ shown }: StreetOverlay, isDark: boolean): Features {
  if (shown?.asked !== "road-network") return [];
  return shown.answer.result.blockShapes.map(({ shape, areaSqm }) => ({
    type: "Feature",
    geometry: shape as GeoJSON.Geometry,
    properties: { colour: blockColour(areaSqm, isDark) },
  }));
}

function endFeatures({ shown, quality }: StreetOverlay): Features {
  if (quality !== null) {
    const found = quality.answer.result.findings.find(({ code }) => code === quality.finding);
    return (found?.places ?? []).map(({ at }) => point(at, "candidate"));
  }
  if (shown === null) return [];
  const { candidates, ends } = shown.answer.result;
  // those to be joined over the others, what saves most on top
  const points = (some: readonly StreetEnd[], role: Role) => some.map(({ at }) => point(at, role)).reverse();
  return [...points(ends, "end"), ...points(candidates, "candidate")];
}

function markFeatures({ mark }: StreetOverlay): Features {
  if (mark === null) return [];
  if (mark.across === null) return [point(mark.at, "at")];
  const line: GeoJSON.LineString = { type: "LineString", coordinates: [[...mark.at], [...mark.across]] };
  return [
    { type: "Feature", geometry: line, properties: { role: "gap" } },
    point(mark.across, "across"),
    point(mark.at, "at"),
  ];
}

const collection = (features: Features): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

export function streetOverlaySources({
  street,
  dark,
}: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (street === null) return {};
  return {
    "street-block": collection(blockFeatures(street, dark)),
    "street-end": collection(endFeatures(street)),
    "street-mark": collection(markFeatures(street)),
  };
}

/** Blocks by their size, under houses and streets. */
export function streetBlockLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.street?.shown?.asked !== "road-network") return [];
  return [
    {
      id: "street-block-face",
      type: "fill",
      source: "street-block",
      paint: { "fill-color": ["get", "colour"], "fill-opacity": BLOCK_OPACITY },
    },
    {
      id: "street-block-edge",
      type: "line",
      source: "street-block",
      paint: { "line-color": palette.halo, "line-width": 1 },
    },
  ];
}

const toneOf = (tone: { readonly light: string; readonly dark: string }, isDark: boolean) =>
  isDark ? tone.dark : tone.light;

const widths = (thin: number, wide: number): ExpressionSpecification => [
  "interpolate",
  ["linear"],
  ["zoom"],
  11,
  thin,
  15,
  2 * thin,
  18,
  wide,
];

/** Roads by rank, or the walking network by who can pass it. */
export function streetLineLayers(brush: Brush): LayerSpecification[] {
  const asked = brush.input.street?.shown?.asked;
  if (asked === "road-network") return rankLines(brush);
  return asked === "walkway-connectivity" ? walkLines(brush) : [];
}

// the lesser first, so that the greater lie over them
function rankLines({ input }: Brush): LayerSpecification[] {
  const ranks = (Object.keys(ROAD_RANKS) as (keyof typeof ROAD_RANKS)[]).toReversed();
  return ranks.map((rank, at) => ({
    id: `street-rank-${rank}`,
    type: "line",
    source: "road",
    "source-layer": "road",
    filter: ["in", ["get", "class"], ["literal", [...ROAD_RANKS[rank]]]],
    layout: { "line-cap": "round", "line-join": "round" },
    paint: {
      "line-color": toneOf(RANK_TONES[rank], input.dark),
      "line-width": widths(0.6 + 0.22 * at, 4 + at),
    },
  }));
}

function walkLines({ input }: Brush): LayerSpecification[] {
  const tone = (name: keyof typeof WALK_TONES) => toneOf(WALK_TONES[name], input.dark);
  return [
    {
      id: "street-walk",
      type: "line",
      source: "walk-edge",
      "source-layer": "walk-edge",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": [
          "match",
          ["get", "kind"],
          "stairs",
          tone("stairs"),
          ["escalator", "lift", "cableway"],
          tone("carried"),
          ["case", ["boolean", ["get", "stepFree"], false], tone("stepFree"), tone("barred")],
        ],
        "line-width": widths(0.9, 4.5),
      },
    },
  ];
}

/** Ends, the places of a finding, and what is picked of them. */
export function streetMarkLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.street === null) return [];
  const isRole = (role: string): ExpressionSpecification => ["==", ["get", "role"], role];
  const tone = (role: Role) => toneOf(END_TONES[role], input.dark);
  return [
    {
      id: "street-end",
      type: "circle",
      source: "street-end",
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          11,
          ["case", isRole("candidate"), 2.6, 1.8],
          15,
          ["case", isRole("candidate"), 6, 4],
        ],
        "circle-color": ["case", isRole("candidate"), tone("candidate"), palette.halo],
        "circle-stroke-color": ["case", isRole("candidate"), palette.halo, tone("end")],
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11, 0.6, 15, 1.5],
      },
    },
    {
      id: "street-mark-gap",
      type: "line",
      source: "street-mark",
      filter: isRole("gap"),
      paint: { "line-color": palette.selected, "line-width": 3, "line-dasharray": [1.6, 1.2] },
    },
    {
      id: "street-mark",
      type: "circle",
      source: "street-mark",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": ["case", isRole("at"), 9, 6],
        "circle-color": ["case", isRole("at"), palette.selected, palette.halo],
        "circle-opacity": ["case", isRole("at"), 0.25, 1],
        "circle-stroke-color": palette.selected,
        "circle-stroke-width": 2.6,
      },
    },
  ];
}
