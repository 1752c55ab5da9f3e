import type { ExpressionSpecification, GeoJSONSourceSpecification, LayerSpecification } from "maplibre-gl";
import { CELL_EMPTY } from "../cartography/cell-classes.ts";
import { FADED_CLASS } from "../cartography/colourings/colouring.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import { classColour } from "./building-layers.ts";
import type { Brush, StyleInput } from "./style-input.ts";

/** The source of the cells; its features are numbered as the cells are. */
export const CELL_SOURCE = "minutes-cell";

/** The feature state of a cell that holds its class. */
export const CLASS_STATE = "class";

const CELL_CLASS: ExpressionSpecification = ["coalesce", ["feature-state", CLASS_STATE], CELL_EMPTY];

export function cellSources({ cells }: StyleInput): Record<string, GeoJSONSourceSpecification> {
  if (cells === null) return {};
  const features = cells.cells.map(({ geometry }, id): GeoJSON.Feature => {
    return { type: "Feature", id, geometry, properties: {} };
  });
  return { [CELL_SOURCE]: { type: "geojson", data: { type: "FeatureCollection", features } } };
}

/** Communities or hexagons in the class of what their people walk, over the houses and under the streets. */
export function cellLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.cells === null) return [];
  const drawnAs = (opacity: number): ExpressionSpecification => [
    "match",
    CELL_CLASS,
    CELL_EMPTY,
    0,
    FADED_CLASS,
    opacity / 3,
    opacity,
  ];
  return [
    {
      id: "minutes-cell",
      type: "fill",
      source: CELL_SOURCE,
      paint: {
        "fill-color": classColour(COLOURINGS.minutes, { dark: input.dark, lit: input.litClass }, CELL_CLASS),
        // near by, the houses are seen through it
        "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13.5, drawnAs(0.82), 16, drawnAs(0.5)],
      },
    },
    {
      id: "minutes-cell-edge",
      type: "line",
      source: CELL_SOURCE,
      paint: { "line-color": palette.halo, "line-width": 0.8, "line-opacity": drawnAs(0.9) },
    },
  ];
}

/** The cell picked, over everything that would hide its outline. */
export function pickedCellLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.cells === null || input.pickedCell === null) return [];
  return [
    {
      id: "minutes-cell-picked",
      type: "line",
      source: CELL_SOURCE,
      filter: ["==", ["id"], input.pickedCell],
      layout: { "line-join": "round" },
      paint: { "line-color": palette.selected, "line-width": 2.6 },
    },
  ];
}
