import type { GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import type { Brush, StyleInput } from "./style-input.ts";

/** What projects share on the ground, and a point of every conflict. */
export function conflictSources({ conflicts }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (conflicts === null) return {};
  const features = conflicts.items.flatMap(({ id, ground, place, certain }): GeoJSON.Feature[] => {
    const properties = { id, certain, isLit: id === conflicts.lit };
    const point = { type: "Point" as const, coordinates: [...place] };
    return [
      ...(ground === null
        ? []
        : [{ type: "Feature" as const, geometry: ground as unknown as GeoJSON.Geometry, properties }]),
      { type: "Feature" as const, geometry: point, properties },
    ];
  });
  return { conflicts: { type: "geojson", data: { type: "FeatureCollection", features } } };
}

/** The ground in conflict over the projects it is of, and a ring where it is too small to be seen. */
export function conflictLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.conflicts === null) return [];
  const isLit = ["get", "isLit"] as const;
  const width = (plain: number, lit: number) => ["case", [...isLit], lit, plain] as unknown as number;
  return [
    {
      id: "conflict-face",
      type: "fill",
      source: "conflicts",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.lightRed, "fill-opacity": width(0.35, 0.6) },
    },
    {
      id: "conflict-edge",
      type: "line",
      source: "conflicts",
      filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": palette.lightRed, "line-width": width(2, 4) },
    },
    {
      id: "conflict-place",
      type: "circle",
      source: "conflicts",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": palette.halo,
        "circle-opacity": ["case", ["get", "certain"], 0.2, 0.9],
        "circle-radius": width(6, 11),
        "circle-stroke-color": palette.lightRed,
        "circle-stroke-width": width(2, 3.5),
      },
    },
  ];
}
