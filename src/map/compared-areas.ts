import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { SERIES, SERIES_COLOURS } from "../cartography/series-colour.ts";
import { representativePoint } from "../geometry/representative-point.ts";
import { type Brush, MEDIUM_FONT, type StyleInput } from "./style-input.ts";

/** The areas that stand side by side in the panel: their shapes, and a point each for letter and name. */
export function comparedSources({ compared }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (compared.length === 0) return {};
  const shapes = compared.map(
    ({ letter, shape }): GeoJSON.Feature => ({ type: "Feature", geometry: shape, properties: { letter } }),
  );
  const names = compared.flatMap(({ letter, shape, nameZh, nameEn }): GeoJSON.Feature[] => {
    const point = representativePoint(shape);
    if (point === null) return [];
    const properties = { letter, ...(nameZh && { nameZh }), ...(nameEn && { nameEn }) };
    return [{ type: "Feature", geometry: { type: "Point", coordinates: [...point] }, properties }];
  });
  const source = (features: GeoJSON.Feature[]): GeoJSONSourceSpecification => ({
    type: "geojson",
    data: { type: "FeatureCollection", features },
  });
  return { compared: source(shapes), "compared-names": source(names) };
}

/** Each in its own colour, that of its letter in the table. */
export function comparedLayers({ input, palette, lineName }: Brush): LayerSpecification[] {
  if (input.compared.length === 0) return [];
  const colours = SERIES_COLOURS[input.dark ? "dark" : "light"];
  const colour = [
    "match",
    ["get", "letter"],
    ...SERIES.flatMap((letter) => [letter, colours[letter]]),
    palette.asked,
  ] as unknown as ExpressionSpecification;
  const join = { "line-join": "round" } as const;
  return [
    {
      id: "compared-face",
      type: "fill",
      source: "compared",
      paint: { "fill-color": colour, "fill-opacity": 0.12 },
    },
    {
      id: "compared-halo",
      type: "line",
      source: "compared",
      layout: join,
      paint: { "line-color": palette.halo, "line-width": 5.5, "line-opacity": 0.8 },
    },
    {
      id: "compared-edge",
      type: "line",
      source: "compared",
      layout: join,
      paint: { "line-color": colour, "line-width": 2.8 },
    },
    {
      id: "compared-name",
      type: "symbol",
      source: "compared-names",
      layout: {
        "text-field": ["concat", ["get", "letter"], " ", lineName],
        "text-font": MEDIUM_FONT,
        "text-size": 14,
        "text-max-width": 9,
        // which is which must be seen, whatever else has its name there
        "text-allow-overlap": true,
      },
      paint: { "text-color": colour, "text-halo-color": palette.halo, "text-halo-width": 2 },
    },
  ];
}
