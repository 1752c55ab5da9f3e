import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette } from "../cartography/palette.ts";
import type { LayerGroup } from "../state/app-state.ts";
import { type Brush, MEDIUM_FONT } from "./style-input.ts";

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
