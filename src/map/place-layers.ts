import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { FACILITY_COLOURS } from "../cartography/facility-colour.ts";
import { type Brush, TEXT_FONT } from "./style-input.ts";

function groupColour({ input, palette }: Brush): ExpressionSpecification | string {
  const colours = FACILITY_COLOURS[input.dark ? "dark" : "light"];
  const cases = input.categories.flatMap(({ code, group }) => [code, colours[group] ?? palette.quietText]);
  if (cases.length === 0) return palette.quietText;
  return ["match", ["get", "category"], ...cases, palette.quietText] as unknown as ExpressionSpecification;
}

/** Facilities: quiet dots in the colour of their group, named when near. */
export function facilityLayers(brush: Brush): LayerSpecification[] {
  const { input, palette, name } = brush;
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
      minzoom: 14,
      paint: {
        "circle-color": groupColour(brush),
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 2.4, 16, 4, 18, 6],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1,
        "circle-opacity": ["case", ["==", ["get", "context"], true], 0.45, 0.95],
      },
    },
    {
      id: "facility-name",
      type: "symbol",
      ...shared,
      minzoom: 16,
      filter: ["has", "nameZh"],
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 11,
        "text-variable-anchor": ["top", "bottom", "right", "left"],
        "text-radial-offset": 0.7,
        "text-max-width": 7,
        "text-optional": true,
      },
      paint: { "text-color": groupColour(brush), "text-halo-color": palette.halo, "text-halo-width": 1.4 },
    },
    ...lit,
  ];
}

/** Renewal projects, as point, line or area. */
export function projectLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("projects")) return [];
  const shared = { source: "project", "source-layer": "project" } as const;
  return [
    {
      id: "project-area",
      type: "fill",
      ...shared,
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: { "fill-color": palette.project, "fill-opacity": 0.16 },
    },
    {
      id: "project-line",
      type: "line",
      ...shared,
      filter: ["!=", ["geometry-type"], "Point"],
      paint: { "line-color": palette.project, "line-width": 1.6 },
    },
    {
      id: "project",
      type: "circle",
      ...shared,
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-color": palette.project,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 3, 16, 6],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1.5,
      },
    },
    {
      id: "project-name",
      type: "symbol",
      ...shared,
      minzoom: 14.5,
      layout: {
        "text-field": name,
        "text-font": TEXT_FONT,
        "text-size": 11.5,
        "text-offset": [0, 1],
        "text-max-width": 8,
        "text-optional": true,
      },
      paint: { "text-color": palette.project, "text-halo-color": palette.halo, "text-halo-width": 1.5 },
    },
  ];
}
