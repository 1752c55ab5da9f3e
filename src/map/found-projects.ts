import type {
  ExpressionSpecification,
  FilterSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
} from "maplibre-gl";
import { circleAround } from "../geometry/circle.ts";
import { type Brush, type StyleInput, TEXT_FONT } from "./style-input.ts";

/** The projects of the list at a point each, and the ring around the place they were looked for from. */
export function foundProjectSources({ found }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (found === null) return {};
  const points = found.items.map(
    ({ id, place, nameZh, nameEn }): GeoJSON.Feature => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [...place] },
      properties: {
        id,
        nameZh,
        ...(nameEn === null ? {} : { nameEn }),
        light: found.lights?.get(id) ?? "none",
      },
    }),
  );
  return {
    "found-projects": { type: "geojson", data: { type: "FeatureCollection", features: points } },
    "found-near": {
      type: "geojson",
      data: { type: "FeatureCollection", features: nearFeatures(found.near) },
    },
  };
}

// the place itself and how far around it is looked
function nearFeatures(near: NonNullable<StyleInput["found"]>["near"]): GeoJSON.Feature[] {
  if (near === null) return [];
  const coordinates = [near.lon, near.lat];
  return [
    { type: "Feature", geometry: circleAround([near.lon, near.lat], near.metres), properties: {} },
    { type: "Feature", geometry: { type: "Point", coordinates }, properties: {} },
  ];
}

/** The projects of the list and no others: their shapes from the tiles, a dot and a name each. */
export function foundProjectLayers(brush: Brush): LayerSpecification[] {
  const { found } = brush.input;
  if (found === null) return [];
  return [
    ...nearLayers(brush),
    ...shapeLayers(brush, found.items),
    ...dotLayers(brush, found.lit),
    nearPlace(brush),
  ];
}

function nearLayers({ palette }: Brush): LayerSpecification[] {
  return [
    {
      id: "found-near-face",
      type: "fill",
      source: "found-near",
      paint: { "fill-color": palette.asked, "fill-opacity": 0.06 },
    },
    {
      id: "found-near-edge",
      type: "line",
      source: "found-near",
      paint: { "line-color": palette.asked, "line-width": 1.6, "line-dasharray": [3, 2] },
    },
  ];
}

// above the dots of the projects: a project may lie at the very place
function nearPlace({ palette }: Brush): LayerSpecification {
  return {
    id: "found-near-place",
    type: "circle",
    source: "found-near",
    filter: ["==", ["geometry-type"], "Point"],
    paint: {
      "circle-color": palette.asked,
      "circle-radius": 5.5,
      "circle-stroke-color": palette.halo,
      "circle-stroke-width": 3,
    },
  };
}

function shapeLayers({ palette }: Brush, items: readonly { readonly id: string }[]): LayerSpecification[] {
  const shared = { source: "project", "source-layer": "project" } as const;
  const isListed: FilterSpecification = ["in", ["get", "id"], ["literal", items.map(({ id }) => id)]];
  return [
    {
      id: "project-area",
      type: "fill",
      ...shared,
      filter: ["all", isListed, ["==", ["geometry-type"], "Polygon"]],
      paint: { "fill-color": palette.project, "fill-opacity": 0.28 },
    },
    {
      id: "project-line",
      type: "line",
      ...shared,
      filter: ["all", isListed, ["!=", ["geometry-type"], "Point"]],
      paint: { "line-color": palette.project, "line-width": 1.8 },
    },
  ];
}

function dotLayers({ palette, name }: Brush, lit: string | null): LayerSpecification[] {
  const isLit: ExpressionSpecification = ["==", ["get", "id"], lit ?? ""];
  const ofLights = [
    "red",
    palette.lightRed,
    "yellow",
    palette.lightYellow,
    "green",
    palette.lightGreen,
  ] as const;
  const ofLight: ExpressionSpecification = [
    "match",
    ["get", "light"],
    ...ofLights,
    "unknown",
    palette.lightUnknown,
    palette.project,
  ];
  return [
    {
      id: "project",
      type: "circle",
      source: "found-projects",
      paint: {
        "circle-color": ["case", isLit, palette.selected, ofLight],
        "circle-radius": ["case", isLit, 10, 6.5],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2,
      },
    },
    {
      id: "project-name",
      type: "symbol",
      source: "found-projects",
      minzoom: 14,
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 12,
        "text-offset": [0, 1],
        "text-anchor": "top",
        "text-max-width": 9,
        "text-optional": true,
      },
      paint: { "text-color": palette.project, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
}
