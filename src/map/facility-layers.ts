import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import { FACILITY_COLOURS } from "../cartography/facility-colour.ts";
import { type Brush, TEXT_FONT } from "./style-input.ts";

function groupColour({ input, palette }: Brush): ExpressionSpecification | string {
  const colours = FACILITY_COLOURS[input.dark ? "dark" : "light"];
  const cases = input.categories.flatMap(({ code, group }) => [code, colours[group] ?? palette.quietText]);
  if (cases.length === 0) return palette.quietText;
  return ["match", ["get", "category"], ...cases, palette.quietText] as unknown as ExpressionSpecification;
}

// what a life circle turns on is shown a street earlier than what stands at every corner
const EARLY_GROUPS = ["education", "health", "elderly", "culture"];

function shownFrom({ input }: Brush, [early, late]: readonly [number, number]): FilterSpecification {
  const codes = input.categories.filter(({ group }) => EARLY_GROUPS.includes(group)).map(({ code }) => code);
  const isEarly: ExpressionSpecification = ["in", ["get", "category"], ["literal", codes]];
  return ["step", ["zoom"], false, early, isEarly, late, true];
}

// a park is named as the green it is
function isNamed({ input }: Brush): ExpressionSpecification {
  const parks = input.shown.has("green")
    ? input.categories.filter(({ group }) => group === "park").map(({ code }) => code)
    : [];
  return ["all", ["has", "nameZh"], ["!", ["in", ["get", "category"], ["literal", parks]]]];
}

/** Facilities: quiet dots in the colour of their group, named when near. */
export function facilityLayers(brush: Brush): LayerSpecification[] {
  const { input, palette } = brush;
  const shared = { source: "facility", "source-layer": "facility" } as const;
  const lit: LayerSpecification[] =
    input.litCategory === null
      ? []
      : [
          {
            id: "facility-lit",
            type: "circle",
            ...shared,
            filter: ["==", ["get", "category"], input.litCategory],
            paint: {
              "circle-color": palette.lit,
              "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 3.5, 15, 7, 18, 11],
              "circle-stroke-color": palette.halo,
              "circle-stroke-width": 2,
            },
          },
        ];
  if (!input.shown.has("facilities")) return lit;
  return [
    {
      id: "facility",
      type: "circle",
      ...shared,
      minzoom: 14.5,
      filter: shownFrom(brush, [14.5, 16.3]),
      paint: {
        "circle-color": groupColour(brush),
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 2, 16, 3.2, 18, 5.5],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 14, 0.6, 17, 1.2],
        "circle-opacity": ["case", ["==", ["get", "context"], true], 0.45, 0.95],
      },
    },
    ...lit,
  ];
}

/** Names of facilities, the last to find room. */
export function facilityLabels(brush: Brush): LayerSpecification[] {
  const { input, palette, name } = brush;
  if (!input.shown.has("facilities")) return [];
  return [
    {
      id: "facility-name",
      type: "symbol",
      source: "facility",
      "source-layer": "facility",
      minzoom: 15.8,
      filter: ["all", isNamed(brush), shownFrom(brush, [15.8, 17.2]) as ExpressionSpecification],
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 11,
        "text-variable-anchor": ["top", "bottom", "right", "left"],
        "text-radial-offset": 0.7,
        "text-max-width": 7,
      },
      paint: { "text-color": groupColour(brush), "text-halo-color": palette.halo, "text-halo-width": 1.4 },
    },
  ];
}
