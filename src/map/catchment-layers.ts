import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Brush, CatchmentOverlay, StyleInput } from "./style-input.ts";

/** The feature state of a building that holds its class of the catchment. */
export const CATCHMENT_STATE = "held";

type Features = GeoJSON.Feature[];

const colourOf = ({ classes }: CatchmentOverlay, at: number, dark: boolean): string => {
  const found = classes.classes[at]!;
  return dark ? found.dark : found.light;
};

// the kind that is listed; beside the facilities the finest there is
function zoneFeatures({ zones, dark }: StyleInput, overlay: CatchmentOverlay): Features {
  const { answer, view, classes } = overlay;
  const isKind = (kind: string) => answer.result.zones.some((zone) => zone.kind === kind && zone.id !== null);
  const kind = view !== "facility" ? view : isKind("community") ? "community" : "subdistrict";
  const values = new Map(
    answer.result.zones.filter((zone) => zone.kind === kind).map((zone) => [zone.id, zone.perThousand]),
  );
  return zones
    .filter(({ id }) => values.has(id))
    .map(({ id, geometry }) => ({
      type: "Feature",
      geometry: geometry as GeoJSON.Geometry,
      properties: { colour: colourOf(overlay, classes.classOf(values.get(id) ?? null), dark) },
    }));
}

const LEAST_PX = 3.5;
const MOST_PX = 11;

// discs as large as what a facility holds; hollow where that is not known
function facilityFeatures({ answer, facility: picked }: CatchmentOverlay): Features {
  const { facilities } = answer.result;
  const most = Math.max(0, ...facilities.map(({ supply }) => supply ?? 0));
  return facilities.map(({ id, at, supply }) => ({
    type: "Feature",
    geometry: { type: "Point", coordinates: [...at] },
    properties: {
      radius:
        supply === null || most === 0 ? LEAST_PX : LEAST_PX + (MOST_PX - LEAST_PX) * Math.sqrt(supply / most),
      known: supply !== null,
      picked: id === picked,
    },
  }));
}

const collection = (features: Features): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

export function catchmentSources(input: StyleInput): Record<string, GeoJSONSourceSpecification> {
  const { catchment } = input;
  if (catchment === null) return {};
  return {
    "catchment-zone": collection(zoneFeatures(input, catchment)),
    "catchment-facility": collection(facilityFeatures(catchment)),
  };
}

/** The buildings by what is held for each of their people; the colour of the edge keeps a speck in sight from far. */
export function catchmentBuildings({ input }: Brush): LayerSpecification[] {
  const { catchment, dark } = input;
  if (catchment === null) return [];
  const held: ExpressionSpecification = ["coalesce", ["feature-state", CATCHMENT_STATE], -1];
  const cases = catchment.classes.classes.flatMap((_, at) => [at, colourOf(catchment, at, dark)]);
  const colour = ["match", held, ...cases, "rgba(0,0,0,0)"] as unknown as ExpressionSpecification;
  const shared = {
    source: "building",
    "source-layer": "building",
    minzoom: 12,
    // see lit-buildings.ts: layers that look at feature states must not share their arrays with others
    filter: ["has", "id"],
  } satisfies Partial<LayerSpecification>;
  return [
    { id: "catchment-building", type: "fill", ...shared, paint: { "fill-color": colour } },
    {
      id: "catchment-building-edge",
      type: "line",
      ...shared,
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1.2, 14, 0.8, 16, 0.4],
      },
    },
  ];
}

/** Zones by their mean from far, near by the buildings alone; and the facilities. */
export function catchmentLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.catchment === null) return [];
  const isPicked: ExpressionSpecification = ["get", "picked"];
  return [
    {
      id: "catchment-zone-face",
      type: "fill",
      source: "catchment-zone",
      paint: {
        "fill-color": ["get", "colour"],
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 12.5, 0.5, 14.5, 0.16, 16, 0],
      },
    },
    {
      id: "catchment-zone-edge",
      type: "line",
      source: "catchment-zone",
      paint: { "line-color": palette.halo, "line-width": 1.1 },
    },
    {
      id: "catchment-facility",
      type: "circle",
      source: "catchment-facility",
      layout: { "circle-sort-key": ["case", isPicked, 1, 0] },
      paint: {
        // from far the houses are to be seen, not the discs
        "circle-radius": [
          ...["interpolate", ["linear"], ["zoom"]],
          ...[11, ["+", ["*", 0.25, ["get", "radius"]], ["case", isPicked, 3, 0]]],
          ...[13.5, ["+", ["*", 0.5, ["get", "radius"]], ["case", isPicked, 3, 0]]],
          ...[16, ["+", ["get", "radius"], ["case", isPicked, 3, 0]]],
        ] as unknown as ExpressionSpecification,
        "circle-color": ["case", ["get", "known"], palette.selected, palette.halo],
        "circle-opacity": ["case", isPicked, 1, 0.82],
        "circle-stroke-color": ["case", ["get", "known"], palette.halo, palette.selected],
        "circle-stroke-width": ["case", isPicked, 3, 1.4],
      },
    },
  ];
}
