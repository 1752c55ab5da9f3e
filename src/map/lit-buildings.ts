import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Brush } from "./style-input.ts";

/** The feature state of a building found by a question. */
export const LIT_STATE = "lit";

/** Whether a building was found by the question asked. */
export const IS_LIT: ExpressionSpecification = ["boolean", ["feature-state", LIT_STATE], false];

/** The buildings found, over all others; their edge keeps them in sight where a footprint is a speck. */
export function litBuildingLayers({ input, palette }: Brush): LayerSpecification[] {
  if (input.lit === 0) return [];
  const shared = {
    source: "building",
    "source-layer": "building",
    minzoom: 12,
    // layers alike but for their paint share their arrays, and MapLibre stumbles where one that looks at feature states is
    // taken out while a tile of them is on its way: this keeps the arrays apart
    filter: ["has", "ordinal"],
  } satisfies Partial<LayerSpecification>;
  return [
    {
      // a tile made for layers taken out meets no new ones of their name, which would not know their colours yet
      id: `building-lit-${input.lit}`,
      type: "fill",
      ...shared,
      paint: { "fill-color": palette.lit, "fill-opacity": ["case", IS_LIT, 0.95, 0] },
    },
    {
      id: `building-lit-edge-${input.lit}`,
      type: "line",
      ...shared,
      layout: { "line-join": "round" },
      paint: {
        // from far the edge is all one sees of a footprint
        "line-color": ["step", ["zoom"], palette.lit, 15, palette.litEdge],
        "line-width": ["interpolate", ["linear"], ["zoom"], 12, 1.1, 15, 1, 18, 1.8],
        "line-opacity": ["case", IS_LIT, 1, 0],
      },
    },
  ];
}
