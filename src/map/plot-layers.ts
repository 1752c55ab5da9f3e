import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { plotShare } from "../state/plot-share.ts";
import { type Brush, type StyleInput, TEXT_FONT } from "./style-input.ts";

const IS_SHAPE: ExpressionSpecification = ["!=", ["geometry-type"], "Point"];

/** The plots that have a shape, with the share of their households that has come to the stage shown; -1 = not told. */
export function plotSources({ plots }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (plots === null) return {};
  const features = plots.answer.items.flatMap((plot): GeoJSON.Feature[] => {
    if (plot.geometry === null) return [];
    const { id, nameZh, nameEn, geometry } = plot;
    const share = plotShare(plot);
    const text = share === null ? "" : `${Math.floor(share * 1000) / 10}%`;
    const properties = { id, nameZh, ...(nameEn === null ? {} : { nameEn }), share: share ?? -1, text };
    const shape = { type: "Feature" as const, geometry: geometry as GeoJSON.Geometry, properties };
    // tiles would part a shape and name each part
    const [west, south, east, north] = plot.extent ?? [0, 0, 0, 0];
    const middle = { type: "Point" as const, coordinates: [(west + east) / 2, (south + north) / 2] };
    return [shape, { type: "Feature", geometry: middle, properties }];
  });
  return { "acquisition-plot": { type: "geojson", data: { type: "FeatureCollection", features } } };
}

/** Plots, the fuller the more have signed or agreed; dashed where that is not told. */
export function plotLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (input.plots === null) return [];
  const source = "acquisition-plot";
  const isTold: ExpressionSpecification = [">=", ["get", "share"], 0];
  const isPicked: ExpressionSpecification = ["==", ["get", "id"], input.plots.picked ?? ""];
  const edge = {
    "line-color": ["case", isPicked, palette.selected, palette.project] as ExpressionSpecification,
    "line-width": ["case", isPicked, 3.2, 1.8] as ExpressionSpecification,
  };
  return [
    {
      id: "acquisition-plot",
      type: "fill",
      source,
      filter: IS_SHAPE,
      paint: {
        "fill-color": palette.project,
        "fill-opacity": ["interpolate", ["linear"], ["get", "share"], -1, 0.04, 0, 0.06, 1, 0.6],
      },
    },
    { id: "acquisition-plot-edge", type: "line", source, filter: ["all", IS_SHAPE, isTold], paint: edge },
    {
      id: "acquisition-plot-edge-unknown",
      type: "line",
      source,
      filter: ["all", IS_SHAPE, ["!", isTold]],
      paint: { ...edge, "line-dasharray": [2, 1.6] },
    },
    {
      id: "acquisition-plot-name",
      type: "symbol",
      source,
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "text-field": ["concat", name, "\n", ["get", "text"]],
        "text-font": TEXT_FONT,
        "text-size": 12.5,
        "text-max-width": 9,
      },
      paint: { "text-color": palette.project, "text-halo-color": palette.halo, "text-halo-width": 2 },
    },
  ];
}
