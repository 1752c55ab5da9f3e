import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Brush, StyleInput } from "./style-input.ts";

const collection = (features: GeoJSON.Feature[]): GeoJSONSourceSpecification => ({
  type: "geojson",
  data: { type: "FeatureCollection", features },
});

/** The route asked about, leg by leg, and its two ends. */
export function routeSources({ route, routeEnds }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (routeEnds.origin === null && routeEnds.destination === null) return {};
  const legs = route?.result.route?.legs ?? [];
  const ends = (["origin", "destination"] as const).flatMap((end): GeoJSON.Feature[] => {
    const place = routeEnds[end];
    if (place === null) return [];
    return [{ type: "Feature", geometry: { type: "Point", coordinates: [...place] }, properties: { end } }];
  });
  return {
    "route-leg": collection(
      legs.map(({ kind, coordinates }) => ({
        type: "Feature",
        geometry: { type: "LineString", coordinates },
        properties: { kind },
      })),
    ),
    "route-end": collection(ends),
  };
}

const isKind = (...kinds: readonly string[]): ExpressionSpecification => [
  "in",
  ["get", "kind"],
  ["literal", [...kinds]],
];

/** A halo under all of it; stairs dashed as treads, carriers in their own colour, the straight ends dotted. */
export function routeLayers({ palette, input }: Brush): LayerSpecification[] {
  if (input.routeEnds.origin === null && input.routeEnds.destination === null) return [];
  const line = (id: string, filter: ExpressionSpecification, paint: object, cap: "round" | "butt") =>
    ({
      id,
      type: "line",
      source: "route-leg",
      filter,
      layout: { "line-join": "round", "line-cap": cap },
      paint,
    }) as LayerSpecification;
  const level = ["!", isKind("stairs", "access", "escalator", "lift", "cableway")] as ExpressionSpecification;
  return [
    line("route-halo", ["!", isKind("access")], { "line-color": palette.halo, "line-width": 9 }, "round"),
    line("route-level", level, { "line-color": palette.asked, "line-width": 4.5 }, "round"),
    line(
      "route-stairs",
      isKind("stairs"),
      { "line-color": palette.asked, "line-width": 6, "line-dasharray": [0.45, 0.4] },
      "butt",
    ),
    line(
      "route-carried",
      isKind("escalator", "lift", "cableway"),
      { "line-color": palette.walk, "line-width": 6 },
      "round",
    ),
    line(
      "route-access",
      isKind("access"),
      { "line-color": palette.asked, "line-width": 2.4, "line-dasharray": [1, 1.6] },
      "butt",
    ),
  ];
}

/** Where a way begins and ends, over all names. */
export function routeEndLayers({ palette, input }: Brush): LayerSpecification[] {
  if (input.routeEnds.origin === null && input.routeEnds.destination === null) return [];
  return [
    {
      id: "route-end",
      type: "circle",
      source: "route-end",
      paint: {
        "circle-radius": 6.5,
        "circle-color": ["case", ["==", ["get", "end"], "origin"], palette.halo, palette.asked],
        "circle-stroke-color": ["case", ["==", ["get", "end"], "origin"], palette.asked, palette.halo],
        "circle-stroke-width": 3,
      },
    },
  ];
}
