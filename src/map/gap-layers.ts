import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { GAP_BUILDING, gapClasses, gapColour } from "../cartography/gap-classes.ts";
import type { Brush, GapOverlay, StyleInput } from "./style-input.ts";

/** The feature state of a building that lacks what is asked about. */
export const GAP_STATE = "lacks";

type Features = GeoJSON.Feature[];

function zoneFeatures({ zones, dark }: StyleInput, { answer, view }: GapOverlay): Features {
  const shares = new Map(
    answer.result.zones.filter(({ kind }) => kind === view).map((zone) => [zone.id, zone.lackingShare]),
  );
  const classes = gapClasses(answer.result, [...shares.values()]);
  return zones
    .filter(({ id }) => shares.has(id))
    .map(({ id, geometry }) => ({
      type: "Feature",
      geometry: geometry as GeoJSON.Geometry,
      properties: { colour: gapColour(shares.get(id) ?? null, classes, dark) },
    }));
}

function placeFeatures({ answer, view }: GapOverlay): Features {
  if (view !== "place") return [];
  return answer.result.places.flatMap(({ shape }): Features => {
    return shape ? [{ type: "Feature", geometry: shape as GeoJSON.Geometry, properties: {} }] : [];
  });
}

// the place picked, with the facility its people walk to now and the site that would serve most of them
function pickedFeatures({ answer, place }: GapOverlay): Features {
  const picked = place === null ? undefined : answer.result.places[place];
  if (!picked) return [];
  const point = (role: string, at: readonly number[]): GeoJSON.Feature => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [...at] },
    properties: { role },
  });
  return [
    picked.shape
      ? { type: "Feature", geometry: picked.shape as GeoJSON.Geometry, properties: { role: "place" } }
      : point("place", picked.at),
    ...(picked.nearest ? [point("nearest", picked.nearest.at)] : []),
    ...(picked.newFacility ? [point("site", picked.newFacility.at)] : []),
  ];
}

const collection = (features: Features): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

export function gapSources(input: StyleInput): Record<string, GeoJSONSourceSpecification> {
  const { gap } = input;
  if (gap === null) return {};
  return {
    "gap-zone": collection(zoneFeatures(input, gap)),
    "gap-place": collection(placeFeatures(gap)),
    "gap-picked": collection(pickedFeatures(gap)),
  };
}

/** The buildings that lack it, over those that do not. */
export function gapBuildings({ input }: Brush): LayerSpecification[] {
  if (input.gap === null) return [];
  const lacks: ExpressionSpecification = ["boolean", ["feature-state", GAP_STATE], false];
  const { answer, view } = input.gap;
  const shown = (opacity: number): ExpressionSpecification => ["case", lacks, opacity, 0];
  // where nearly every house lacks something, from afar the zones tell more than all their houses
  const hasZones = answer.result.zones.some(({ id, kind }) => id !== null && kind === view);
  const isMost = answer.result.categories.length > 1 && hasZones;
  return [
    {
      id: "gap-building",
      type: "fill",
      source: "building",
      "source-layer": "building",
      minzoom: 12,
      paint: {
        "fill-color": input.dark ? GAP_BUILDING.dark : GAP_BUILDING.light,
        "fill-opacity": isMost
          ? ["interpolate", ["linear"], ["zoom"], 13.5, shown(0), 15, shown(0.95)]
          : shown(0.95),
      },
    },
  ];
}

/** Zones by the share that lacks it or places, and what was picked of them. */
export function gapLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.gap === null) return [];
  const colour = input.dark ? GAP_BUILDING.dark : GAP_BUILDING.light;
  const isRole = (role: string): ExpressionSpecification => ["==", ["get", "role"], role];
  const point = (role: string): ExpressionSpecification => [
    "all",
    isRole(role),
    ["==", ["geometry-type"], "Point"],
  ];
  return [
    {
      id: "gap-zone-face",
      type: "fill",
      source: "gap-zone",
      paint: {
        "fill-color": ["get", "colour"],
        // near by, the houses themselves tell it
        "fill-opacity": [
          "interpolate",
          ["linear"],
          ["zoom"],
          13,
          input.dark ? 0.55 : 0.72,
          15.5,
          0.3,
          17,
          0.12,
        ],
      },
    },
    {
      id: "gap-zone-edge",
      type: "line",
      source: "gap-zone",
      paint: { "line-color": palette.halo, "line-width": 1.2 },
    },
    {
      id: "gap-place-face",
      type: "fill",
      source: "gap-place",
      paint: { "fill-color": colour, "fill-opacity": 0.22 },
    },
    {
      id: "gap-place-edge",
      type: "line",
      source: "gap-place",
      layout: { "line-join": "round" },
      paint: { "line-color": colour, "line-width": 1.4 },
    },
    {
      id: "gap-picked-edge",
      type: "line",
      source: "gap-picked",
      filter: isRole("place"),
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selected, "line-width": 3 },
    },
    {
      id: "gap-picked-nearest",
      type: "circle",
      source: "gap-picked",
      filter: point("nearest"),
      paint: {
        "circle-radius": 7,
        "circle-color": palette.halo,
        "circle-stroke-color": palette.selected,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "gap-picked-site",
      type: "circle",
      source: "gap-picked",
      filter: point("site"),
      paint: {
        "circle-radius": 8,
        "circle-color": palette.selected,
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 3,
      },
    },
  ];
}
