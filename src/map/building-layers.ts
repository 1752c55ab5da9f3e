import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { type Colouring, FADED_CLASS } from "../cartography/colourings/colouring.ts";
import { COLOURINGS } from "../cartography/colourings/registry.ts";
import { FOOTPRINTS_FROM_ZOOM, STANDING_FROM_ZOOM } from "../state/building-overlay.ts";
import { classByOrdinal } from "./class-by-ordinal.ts";
import { IS_LIT } from "./lit-buildings.ts";
import type { Brush, StyleInput } from "./style-input.ts";

/** Of what is not pointed at while a class is. */
const FADED = { light: "#eeeae3", dark: "#25282c" } as const;

interface Look {
  readonly dark: boolean;
  readonly lit: number | null;
}

/** The colour of a building by what its tile says of it; what has no value is coloured as unknown, all but the class lit is faded. */
export function buildingColour(colouring: Colouring, look: Look): ExpressionSpecification {
  const { attribute, scale } = colouring;
  const colours = coloursOf(colouring, look);
  const unknownColour = colours.at(-1)!;
  if (scale.kind === "groups") {
    const cases = scale.groups.flatMap((group, at) => [[...group], colours[at]]);
    const value = ["coalesce", ["get", attribute], ""];
    return ["match", value, ...cases, unknownColour] as unknown as ExpressionSpecification;
  }
  const steps = scale.breaks.flatMap((limit, at) => [limit, colours[at + 1]]);
  const stepped = ["step", ["to-number", ["get", attribute]], colours[0], ...steps];
  const isUnknown = ["==", ["get", attribute], null];
  return ["case", isUnknown, unknownColour, stepped] as unknown as ExpressionSpecification;
}

/** The colour of what is classed by an expression, whose last class and all others are the unknown. */
export function classColour(
  colouring: Colouring,
  look: Look,
  classed: ExpressionSpecification,
): ExpressionSpecification {
  const colours = coloursOf(colouring, look);
  const cases = colouring.classes.flatMap((_, at) => [at, colours[at]!]);
  const faded = look.dark ? FADED.dark : FADED.light;
  return [
    "match",
    classed,
    ...cases,
    FADED_CLASS,
    faded,
    colours.at(-1)!,
  ] as unknown as ExpressionSpecification;
}

/** By class, the unknown last. */
function coloursOf({ classes, unknown }: Colouring, { dark, lit }: Look): string[] {
  return [...classes, unknown].map((each, at) => {
    const shown = lit === null || lit === at ? each : FADED;
    return dark ? shown.dark : shown.light;
  });
}

// one place for both ways a building may lie: what is not in the tiles stands in the style
function colourOf({ colouring, dark, litClass, buildingClasses }: StyleInput): ExpressionSpecification {
  const look = { dark, lit: litClass };
  if (COLOURINGS[colouring].attribute !== null) return buildingColour(COLOURINGS[colouring], look);
  return classColour(COLOURINGS[colouring], look, classByOrdinal(buildingClasses ?? NO_CLASSES));
}

const NO_CLASSES = new Uint8Array(0);

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
      minzoom: input.hasBuildingPoints ? FOOTPRINTS_FROM_ZOOM : 12,
      paint: {
        "fill-color": colourOf(input),
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
  const colour = colourOf(input);
  return [
    {
      id: "building-standing",
      type: "fill-extrusion",
      source: "building",
      "source-layer": "building",
      minzoom: STANDING_FROM_ZOOM,
      layout: { visibility: input.tilted ? "visible" : "none" },
      paint: {
        "fill-extrusion-color": input.lit ? ["case", IS_LIT, palette.lit, colour] : colour,
        "fill-extrusion-height": HEIGHT_M,
        "fill-extrusion-opacity": 0.92,
        "fill-extrusion-vertical-gradient": true,
      },
    },
    ...selectedStanding({ input, palette }),
  ];
}

// the outline on the ground is hidden by what stands round it
function selectedStanding({ input, palette }: Pick<Brush, "input" | "palette">): LayerSpecification[] {
  if (!input.tilted || input.selection?.layer !== "building") return [];
  return [
    {
      id: "selected-standing",
      type: "fill-extrusion",
      source: "building",
      "source-layer": "building",
      minzoom: STANDING_FROM_ZOOM,
      filter: ["==", ["get", "id"], input.selection.id],
      paint: { "fill-extrusion-color": palette.selected, "fill-extrusion-height": HEIGHT_M },
    },
  ];
}
