import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { RADIUS_COVER, RADIUS_NOT_COUNTED, RADIUS_PAPER } from "../cartography/radius-colours.ts";
import type { Brush, StyleInput } from "./style-input.ts";

/** The feature state of a building that lies within the radius, and is farther on foot. */
export const RADIUS_STATE = "paper";

const collection = (features: GeoJSON.Feature[]): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

/** What a definition covers, and the places it is drawn round. */
export function radiusSources({ radius }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (radius === null) return {};
  const { cover, places } = radius;
  return {
    "radius-cover": collection(
      cover ? [{ type: "Feature", geometry: cover as GeoJSON.MultiPolygon, properties: {} }] : [],
    ),
    "radius-place": collection(
      places.map(({ at, radiusM }) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: [...at] },
        properties: { counted: radiusM !== null },
      })),
    ),
  };
}

/** The buildings covered on paper only. */
export function radiusBuildings({ input }: Brush): LayerSpecification[] {
  if (input.radius === null) return [];
  const isOnPaper: ExpressionSpecification = ["boolean", ["feature-state", RADIUS_STATE], false];
  return [
    {
      id: "radius-building",
      type: "fill",
      source: "building",
      "source-layer": "building",
      minzoom: 12,
      paint: {
        "fill-color": input.dark ? RADIUS_PAPER.dark : RADIUS_PAPER.light,
        "fill-opacity": ["case", isOnPaper, 0.95, 0],
      },
    },
  ];
}

/** The cover and its places. */
export function radiusLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.radius === null) return [];
  const tone = (of: { readonly light: string; readonly dark: string }) => (input.dark ? of.dark : of.light);
  const isCounted: ExpressionSpecification = ["get", "counted"];
  const cover = tone(RADIUS_COVER);
  return [
    {
      id: "radius-cover-face",
      type: "fill",
      source: "radius-cover",
      paint: { "fill-color": cover, "fill-opacity": input.dark ? 0.2 : 0.16 },
    },
    {
      id: "radius-cover-edge",
      type: "line",
      source: "radius-cover",
      layout: { "line-join": "round" },
      paint: { "line-color": cover, "line-width": 1.6 },
    },
    {
      id: "radius-place",
      type: "circle",
      source: "radius-place",
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 12, 2.6, 15, 5],
        "circle-color": ["case", isCounted, cover, palette.halo],
        "circle-stroke-color": ["case", isCounted, palette.halo, tone(RADIUS_NOT_COUNTED)],
        "circle-stroke-width": 1.6,
      },
    },
  ];
}
