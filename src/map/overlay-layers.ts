import type { GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { previewOf } from "../state/dropped-file.ts";
import type { Brush, StyleInput } from "./style-input.ts";

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: "FeatureCollection",
  features,
});
const feature = (geometry: GeoJSON.Geometry): GeoJSON.Feature => ({
  type: "Feature",
  geometry,
  properties: {},
});

/** The shape of the area asked about, whether drawn or a zone. */
function askedGeometry({ area, zones }: StyleInput): GeoJSON.Geometry | null {
  if (area === null) return null;
  if (!("zone" in area)) return area;
  return (zones.find(({ id }) => id === area.zone)?.geometry as GeoJSON.Geometry | undefined) ?? null;
}

// as lines too: the face of a ring that crosses itself may come to nothing, and what was drawn must be seen
function outlineOf(geometry: GeoJSON.Geometry): GeoJSON.Geometry {
  if (geometry.type === "Polygon") return { type: "MultiLineString", coordinates: geometry.coordinates };
  if (geometry.type === "MultiPolygon")
    return { type: "MultiLineString", coordinates: geometry.coordinates.flat() };
  return geometry;
}

// an area of a dropped file and its outline; where that crosses itself a mark, and no face, for it has no inside
function previewFeatures({
  polygon,
  areaSqm,
  notes,
}: ReturnType<typeof previewOf>[number]): GeoJSON.Feature[] {
  const crossings = notes.filter(({ code }) => code === "self-crossing");
  return [
    ...(areaSqm === null ? [] : [feature(polygon)]),
    feature(outlineOf(polygon)),
    ...crossings.map(({ values }) =>
      feature({ type: "Point", coordinates: [Number(values.lon), Number(values.lat)] }),
    ),
  ];
}

function isochroneFeatures({ isochrone }: StyleInput): GeoJSON.Feature[] {
  return (isochrone?.result.features ?? []) as GeoJSON.Feature[];
}

/** What the page lays over the map: the area asked about, the selection, a place searched for. */
export function overlaySources(input: StyleInput): Record<string, GeoJSONSourceSpecification> {
  const asked = askedGeometry(input);
  const origin = input.walkOrigin && { type: "Point" as const, coordinates: [...input.walkOrigin] };
  const place = input.place && { type: "Point" as const, coordinates: [...input.place] };
  return {
    asked: { type: "geojson", data: collection(asked ? [feature(asked)] : []) },
    "asked-outline": { type: "geojson", data: collection(asked ? [feature(outlineOf(asked))] : []) },
    selected: {
      type: "geojson",
      data: collection(input.selectionGeometry ? [feature(input.selectionGeometry)] : []),
    },
    preview: {
      type: "geojson",
      data: collection(previewOf(input.dropped).flatMap(previewFeatures)),
    },
    isochrone: { type: "geojson", data: collection(isochroneFeatures(input)) },
    "walk-origin": { type: "geojson", data: collection(origin ? [feature(origin)] : []) },
    place: { type: "geojson", data: collection(place ? [feature(place)] : []) },
  };
}

export function overlayLayers({ palette }: Brush): LayerSpecification[] {
  return [
    // each area lies within the next: the faces add up, and the nearest is the darkest
    {
      id: "isochrone-face",
      type: "fill",
      source: "isochrone",
      paint: { "fill-color": palette.walk, "fill-opacity": 0.2 },
    },
    {
      id: "isochrone-edge",
      type: "line",
      source: "isochrone",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.walk, "line-width": 1.6 },
    },
    {
      id: "asked-face",
      type: "fill",
      source: "asked",
      paint: { "fill-color": palette.asked, "fill-opacity": 0.1 },
    },
    {
      id: "asked-halo",
      type: "line",
      source: "asked-outline",
      paint: { "line-color": palette.halo, "line-width": 5, "line-opacity": 0.7 },
    },
    {
      id: "asked-edge",
      type: "line",
      source: "asked-outline",
      layout: { "line-join": "round" },
      paint: { "line-color": palette.asked, "line-width": 2.4 },
    },
    {
      id: "preview-face",
      type: "fill",
      source: "preview",
      paint: { "fill-color": palette.selected, "fill-opacity": 0.12 },
    },
    {
      id: "preview-edge",
      type: "line",
      source: "preview",
      filter: ["!=", ["geometry-type"], "Polygon"],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selected, "line-width": 2.4, "line-dasharray": [2, 1.4] },
    },
    {
      id: "preview-crossing",
      type: "circle",
      source: "preview",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 7,
        "circle-color": palette.asked,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "selected-face",
      type: "fill",
      source: "selected",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.selected, "fill-opacity": 0.08 },
    },
    {
      id: "selected-edge",
      type: "line",
      source: "selected",
      filter: ["!=", ["geometry-type"], "Point"],
      layout: { "line-join": "round", "line-cap": "round" },
      paint: { "line-color": palette.selected, "line-width": 2.6 },
    },
    {
      id: "selected-point",
      type: "circle",
      source: "selected",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": 9,
        "circle-color": palette.selected,
        "circle-opacity": 0.18,
        "circle-stroke-color": palette.selected,
        "circle-stroke-width": 2.4,
      },
    },
  ];
}

/** The places asked about, over all names: where a walk begins, what was searched for. */
export function askedPlaceLayers({ palette }: Brush): LayerSpecification[] {
  return [
    {
      id: "walk-origin",
      type: "circle",
      source: "walk-origin",
      paint: {
        "circle-radius": 6,
        "circle-color": palette.walk,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "place",
      type: "circle",
      source: "place",
      paint: {
        "circle-radius": 6,
        "circle-color": palette.asked,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 2.5,
      },
    },
  ];
}
