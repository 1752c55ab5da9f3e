import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { ColourClass, Colouring } from "../cartography/colourings/colouring.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import { IS_LIT } from "./lit-buildings.ts";
import type { Brush } from "./style-input.ts";

/** The feature state of a building that holds seconds of walking; −1 stands for farther than was searched. */
export const REACH_STATE = "reachS";

/** The colour of a building by a colouring; what has no value is coloured as unknown. */
export function buildingColour(colouring: Colouring, dark: boolean): ExpressionSpecification {
  const { attribute, scale, classes, unknown } = colouring;
  const colourOf = (each: ColourClass) => (dark ? each.dark : each.light);
  const value: ExpressionSpecification =
    attribute === null ? ["feature-state", REACH_STATE] : ["get", attribute];
  if (scale.kind === "groups") {
    const cases = scale.groups.flatMap((group, at) => [[...group], colourOf(classes[at]!)]);
    return [
      "match",
      ["coalesce", value, ""],
      ...cases,
      colourOf(unknown),
    ] as unknown as ExpressionSpecification;
  }
  const [first, ...others] = classes;
  const steps = others.flatMap((each, at) => [scale.breaks[at]!, colourOf(each)]);
  const stepped = [
    "step",
    ["to-number", value],
    colourOf(first!),
    ...steps,
  ] as unknown as ExpressionSpecification;
  // not within the time searched: in the last class, for it is known to be farther
  const beyond: ExpressionSpecification[] =
    attribute === null
      ? [["==", value, -1], colourOf(classes.at(-1)!) as unknown as ExpressionSpecification]
      : [];
  return [
    "case",
    ["==", value, null],
    colourOf(unknown),
    ...beyond,
    stepped,
  ] as unknown as ExpressionSpecification;
}

// a building whose height is unknown is not made a tower: it lies flat
const HEIGHT_M: ExpressionSpecification = ["coalesce", ["get", "heightM"], 0];

/** Buildings flat from above, standing when the map is tilted. */
export function buildingLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("buildings")) return [];
  const isPlain = input.colouring === "height";
  return [
    {
      id: "building",
      type: "fill",
      source: "building",
      "source-layer": "building",
      minzoom: 12,
      paint: {
        "fill-color": buildingColour(COLOURINGS[input.colouring], input.dark),
        "fill-outline-color": palette.buildingEdge,
        // from far the relief shows through plain houses, not through a theme one reads
        // and both step back behind the buildings a question found
        "fill-opacity": input.lit
          ? 0.45
          : isPlain
            ? ["interpolate", ["linear"], ["zoom"], 12, 0.25, 13.5, 0.6, 15, 1]
            : ["interpolate", ["linear"], ["zoom"], 12, 0.9, 14, 1],
      },
    },
  ];
}

/** The same buildings extruded; only where the map is tilted, for they hide what is behind them. */
export function standingBuildings({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("buildings")) return [];
  const colour = buildingColour(COLOURINGS[input.colouring], input.dark);
  return [
    {
      id: "building-standing",
      type: "fill-extrusion",
      source: "building",
      "source-layer": "building",
      minzoom: 13.5,
      layout: { visibility: input.tilted ? "visible" : "none" },
      paint: {
        "fill-extrusion-color": input.lit ? ["case", IS_LIT, palette.lit, colour] : colour,
        "fill-extrusion-height": HEIGHT_M,
        "fill-extrusion-opacity": 0.92,
        "fill-extrusion-vertical-gradient": true,
      },
    },
  ];
}
