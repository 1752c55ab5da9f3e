import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import { FACILITY_COLOURS } from "../cartography/facility-colour.ts";
import type { Palette } from "../cartography/palette.ts";
import type { LayerGroup } from "../state/app-state.ts";
import { type Brush, MEDIUM_FONT, TEXT_FONT } from "./style-input.ts";

/** Zones of one sort: which kinds, in which colour, from which group of layers. */
interface ZoneSort {
  readonly id: string;
  readonly kinds: readonly string[];
  readonly group: LayerGroup;
  readonly colour: keyof Palette;
  readonly width: number;
  readonly minzoom: number;
  readonly maxLabelZoom: number;
}

// the broadest first: what is drawn later is clicked first
const ZONE_SORTS: readonly ZoneSort[] = [
  {
    id: "district",
    kinds: ["district"],
    group: "boundaries",
    colour: "districtEdge",
    width: 2,
    minzoom: 0,
    maxLabelZoom: 12.5,
  },
  {
    id: "subdistrict",
    kinds: ["subdistrict"],
    group: "boundaries",
    colour: "boundary",
    width: 1,
    minzoom: 11,
    maxLabelZoom: 16,
  },
  {
    id: "community",
    kinds: ["community", "estate"],
    group: "boundaries",
    colour: "boundary",
    width: 0.7,
    minzoom: 14.5,
    maxLabelZoom: 18,
  },
  {
    id: "area",
    kinds: ["area"],
    group: "structure",
    colour: "area",
    width: 1.4,
    minzoom: 11,
    maxLabelZoom: 15.5,
  },
  {
    id: "belt",
    kinds: ["belt"],
    group: "structure",
    colour: "belt",
    width: 1.4,
    minzoom: 11,
    maxLabelZoom: 15.5,
  },
  {
    id: "wing",
    kinds: ["wing"],
    group: "structure",
    colour: "wing",
    width: 1.6,
    minzoom: 11,
    maxLabelZoom: 15.5,
  },
  {
    id: "core",
    kinds: ["core"],
    group: "structure",
    colour: "core",
    width: 2,
    minzoom: 11,
    maxLabelZoom: 16,
  },
  {
    id: "renewal-district",
    kinds: ["renewal-district"],
    group: "renewal-districts",
    colour: "renewalDistrict",
    width: 1.8,
    minzoom: 12,
    maxLabelZoom: 18,
  },
];

const ZONES = { source: "zone", "source-layer": "zone" } as const;
const ofKinds = (kinds: readonly string[]): FilterSpecification => [
  "in",
  ["get", "kind"],
  ["literal", [...kinds]],
];
const shownSorts = ({ input }: Brush) => ZONE_SORTS.filter(({ group }) => input.shown.has(group));

/** The faces of zones, all but invisible: they are there to be clicked and to tint the structure. */
export function zoneFaces(brush: Brush): LayerSpecification[] {
  return shownSorts(brush).map((sort) => ({
    id: `zone-face-${sort.id}`,
    type: "fill",
    ...ZONES,
    minzoom: sort.minzoom,
    filter: ofKinds(sort.kinds),
    paint: {
      "fill-color": brush.palette[sort.colour],
      "fill-opacity": sort.group === "structure" || sort.group === "renewal-districts" ? 0.06 : 0,
    },
  }));
}

/** Outlines of zones: dashed where the boundary is schematic. */
export function zoneEdges(brush: Brush): LayerSpecification[] {
  const isSchematic: ExpressionSpecification = ["==", ["get", "boundaryStatus"], "schematic"];
  return shownSorts(brush).flatMap((sort): LayerSpecification[] => {
    const shared = { type: "line" as const, ...ZONES, minzoom: sort.minzoom };
    const paint = {
      "line-color": brush.palette[sort.colour],
      "line-width": [
        "interpolate",
        ["linear"],
        ["zoom"],
        11,
        sort.width * 0.6,
        15,
        sort.width,
        18,
        sort.width * 1.6,
      ] as ExpressionSpecification,
      "line-opacity": 0.85,
    };
    return [
      {
        id: `zone-edge-${sort.id}`,
        ...shared,
        filter: ["all", ofKinds(sort.kinds) as ExpressionSpecification, ["!", isSchematic]],
        paint,
      },
      {
        id: `zone-schematic-${sort.id}`,
        ...shared,
        filter: ["all", ofKinds(sort.kinds) as ExpressionSpecification, isSchematic],
        paint: { ...paint, "line-dasharray": [4, 2.2] },
      },
    ];
  });
}

export function zoneLabels(brush: Brush): LayerSpecification[] {
  const { palette, name } = brush;
  return shownSorts(brush).map((sort) => ({
    id: `zone-name-${sort.id}`,
    type: "symbol",
    source: "zone-names",
    minzoom: sort.minzoom,
    maxzoom: sort.maxLabelZoom,
    filter: ofKinds(sort.kinds),
    layout: {
      "text-field": name,
      "text-font": MEDIUM_FONT,
      "text-size": ["interpolate", ["linear"], ["zoom"], 11, 11, 15, 14],
      "text-letter-spacing": 0.12,
      "text-max-width": 8,
      "text-padding": 8,
    },
    paint: { "text-color": palette[sort.colour], "text-halo-color": palette.halo, "text-halo-width": 1.6 },
  }));
}

/** Named walkways and stretches of bank. */
export function walkwayLayers({ input, palette, name }: Brush): LayerSpecification[] {
  const line = (id: string, colour: string, width: number): LayerSpecification[] => [
    {
      id,
      type: "line",
      source: id,
      "source-layer": id,
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": colour,
        "line-width": ["interpolate", ["linear"], ["zoom"], 11, width * 0.6, 15, width, 18, width * 2],
        "line-opacity": 0.75,
      },
    },
    {
      id: `${id}-name`,
      type: "symbol",
      source: id,
      "source-layer": id,
      minzoom: 13.5,
      layout: { "symbol-placement": "line", "text-field": name, "text-font": MEDIUM_FONT, "text-size": 12 },
      paint: { "text-color": colour, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
  return [
    ...(input.shown.has("riverfront") ? line("riverfront-segment", palette.riverfront, 2.6) : []),
    ...(input.shown.has("walkways") ? line("walkway", palette.walkway, 2.6) : []),
  ];
}

/** Lifts of the walking network, which have a place but no length. */
export function liftLayers({ input, palette }: Brush): LayerSpecification[] {
  if (!input.shown.has("walking")) return [];
  return [
    {
      id: "lift",
      type: "circle",
      source: "walk-edge",
      "source-layer": "walk-edge",
      minzoom: 14,
      filter: ["in", ["get", "kind"], ["literal", ["lift", "cableway"]]],
      paint: {
        "circle-color": palette.lift,
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 14, 2.5, 18, 6],
        "circle-stroke-color": palette.halo,
        "circle-stroke-width": 1.5,
      },
    },
  ];
}

/** Metro lines in their own colours with stations and entrances. */
export function metroLayers({ input, palette, name }: Brush): LayerSpecification[] {
  if (!input.shown.has("metro")) return [];
  return [
    {
      id: "metro-line",
      type: "line",
      source: "metro-line",
      "source-layer": "metro-line",
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": ["to-color", ["coalesce", ["get", "colour"], palette.metroOther], palette.metroOther],
        "line-width": ["interpolate", ["linear"], ["zoom"], 10, 1.4, 14, 3, 18, 6],
        "line-opacity": 0.8,
      },
    },
    {
      id: "metro-entrance",
      type: "circle",
      source: "metro-entrance",
      "source-layer": "metro-entrance",
      minzoom: 15,
      paint: {
        "circle-radius": 3,
        "circle-color": palette.stationStroke,
        "circle-stroke-color": palette.stationFill,
        "circle-stroke-width": 1,
      },
    },
    {
      id: "metro-station",
      type: "circle",
      source: "metro-station",
      "source-layer": "metro-station",
      minzoom: 11,
      paint: {
        "circle-radius": ["interpolate", ["linear"], ["zoom"], 11, 2.4, 15, 5.5, 18, 8],
        "circle-color": palette.stationFill,
        "circle-stroke-color": palette.stationStroke,
        "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 11, 1.2, 15, 2.2],
      },
    },
    {
      id: "metro-station-name",
      type: "symbol",
      source: "metro-station",
      "source-layer": "metro-station",
      minzoom: 12.5,
      layout: {
        "text-field": name,
        "text-font": MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 12, 10.5, 16, 13],
        "text-variable-anchor": ["top", "bottom", "left", "right"],
        "text-radial-offset": 0.8,
        "text-optional": true,
      },
      paint: { "text-color": palette.text, "text-halo-color": palette.halo, "text-halo-width": 1.6 },
    },
  ];
}

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
