import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { ZoneKind } from "../../server/contract/catalogue.ts";
import type { Palette } from "../cartography/palette.ts";
import type { LayerGroup } from "../state/appearance-state.ts";
import { type Brush, MEDIUM_FONT, TEXT_FONT } from "./style-input.ts";
import { hatchImage } from "./symbol-images.ts";

/** Zones of one kind: in which colour, from which group of layers, and how much of them is drawn. */
interface ZoneSort {
  readonly kind: ZoneKind;
  readonly group: LayerGroup;
  readonly colour: keyof Palette;
  /** Of the veil over the whole zone, 0 to 1; what has none is still there to be clicked. */
  readonly veil: number;
  /** Diagonal lines instead of a veil, where zones of this sort lie over others. */
  readonly hatched?: boolean;
  /** Of the outline at z15, in pixels, with its opacity. */
  readonly line: readonly [widthPx: number, opacity: number];
  /** Lowest zoom of face and outline. */
  readonly minzoom: number;
  /** Zooms between which names stand, the upper end exclusive; their size at z12 and z16, in pixels. */
  readonly label: { readonly zooms: readonly [number, number]; readonly sizes: readonly [number, number] };
}

// the broadest first: what is drawn later is clicked first
const ZONE_SORTS: readonly ZoneSort[] = [
  {
    kind: "district",
    group: "boundaries",
    colour: "districtEdge",
    veil: 0,
    line: [1.6, 0.75],
    minzoom: 0,
    label: { zooms: [0, 11.8], sizes: [15, 18] },
  },
  {
    kind: "subdistrict",
    group: "boundaries",
    colour: "boundary",
    veil: 0,
    line: [0.9, 0.8],
    minzoom: 11.5,
    label: { zooms: [11.8, 15.2], sizes: [11.5, 15] },
  },
  {
    kind: "community",
    group: "boundaries",
    colour: "boundary",
    veil: 0,
    line: [0.7, 0.6],
    minzoom: 14.8,
    label: { zooms: [15.2, 17.5], sizes: [11, 12.5] },
  },
  {
    kind: "estate",
    group: "boundaries",
    colour: "boundary",
    veil: 0,
    line: [0.6, 0.45],
    minzoom: 16.5,
    label: { zooms: [17, 21], sizes: [11, 11.5] },
  },
  {
    kind: "belt",
    group: "structure",
    colour: "belt",
    veil: 0.9,
    hatched: true,
    line: [1, 0.5],
    minzoom: 9,
    label: { zooms: [11, 16], sizes: [12, 15] },
  },
  {
    kind: "wing",
    group: "structure",
    colour: "wing",
    veil: 0.2,
    line: [1.2, 0.7],
    minzoom: 9,
    label: { zooms: [11, 16], sizes: [13, 16] },
  },
  {
    kind: "area",
    group: "structure",
    colour: "area",
    veil: 0.3,
    line: [1.2, 0.7],
    minzoom: 9,
    label: { zooms: [12, 16], sizes: [11.5, 14] },
  },
  {
    kind: "core",
    group: "structure",
    colour: "core",
    veil: 0.36,
    line: [2, 0.95],
    minzoom: 9,
    label: { zooms: [11, 16], sizes: [14, 17] },
  },
  {
    kind: "renewal-district",
    group: "renewal-districts",
    colour: "renewalDistrict",
    veil: 0.12,
    line: [1.5, 0.85],
    minzoom: 11,
    label: { zooms: [13, 18], sizes: [11, 13.5] },
  },
];

const ZONES = { source: "zone", "source-layer": "zone" } as const;
const isKind = ({ kind }: ZoneSort): ExpressionSpecification => ["==", ["get", "kind"], kind];
const shownSorts = ({ input }: Brush) => ZONE_SORTS.filter(({ group }) => input.shown.has(group));

/** The faces of zones: a veil or hatch for those one asks to see, for the rest nothing but a place to click. */
export function zoneFaces(brush: Brush): LayerSpecification[] {
  return shownSorts(brush).map((sort) => ({
    id: `zone-face-${sort.kind}`,
    type: "fill",
    ...ZONES,
    minzoom: sort.minzoom,
    filter: isKind(sort),
    paint: {
      ...(sort.hatched
        ? { "fill-pattern": hatchImage(brush.palette[sort.colour]) }
        : { "fill-color": brush.palette[sort.colour] }),
      // near by, the houses below matter more
      "fill-opacity": ["interpolate", ["linear"], ["zoom"], 13, sort.veil, 16, sort.veil * 0.5],
      "fill-antialias": false,
    },
  }));
}

function edgeWidth([widthPx]: ZoneSort["line"]): ExpressionSpecification {
  return ["interpolate", ["linear"], ["zoom"], 11, widthPx * 0.7, 15, widthPx, 18, widthPx * 1.6];
}

/** Outlines of zones: dashed where the boundary is schematic. */
export function zoneEdges(brush: Brush): LayerSpecification[] {
  const isSchematic: ExpressionSpecification = ["==", ["get", "boundaryStatus"], "schematic"];
  return shownSorts(brush).flatMap((sort): LayerSpecification[] => {
    const kinds = isKind(sort);
    const shared = { type: "line" as const, ...ZONES, minzoom: sort.minzoom };
    const paint = {
      "line-color": brush.palette[sort.colour],
      "line-width": edgeWidth(sort.line),
      "line-opacity": sort.line[1],
    };
    return [
      { id: `zone-edge-${sort.kind}`, ...shared, filter: ["all", kinds, ["!", isSchematic]], paint },
      {
        id: `zone-schematic-${sort.kind}`,
        ...shared,
        filter: ["all", kinds, isSchematic],
        paint: { ...paint, "line-dasharray": [3.5, 2] },
      },
    ];
  });
}

const FINE: readonly ZoneKind[] = ["community", "estate"];

/** Names of communities and estates, which give way to those of streets and stations. */
export function fineZoneLabels(brush: Brush): LayerSpecification[] {
  return namesOf(
    brush,
    shownSorts(brush).filter(({ kind }) => FINE.includes(kind)),
  );
}

/** Names of all broader zones, one for each; what one asks to see stands before what is always there. */
export function zoneLabels(brush: Brush): LayerSpecification[] {
  return namesOf(
    brush,
    shownSorts(brush).filter(({ kind }) => !FINE.includes(kind)),
  );
}

function namesOf({ palette, name }: Brush, sorts: readonly ZoneSort[]): LayerSpecification[] {
  return sorts.map((sort) => {
    const isBoundary = sort.group === "boundaries";
    return {
      id: `zone-name-${sort.kind}`,
      type: "symbol",
      source: "zone-names",
      minzoom: sort.label.zooms[0],
      maxzoom: sort.label.zooms[1],
      filter: isKind(sort),
      layout: {
        "text-field": name,
        "text-font": isBoundary ? TEXT_FONT : MEDIUM_FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 12, sort.label.sizes[0], 16, sort.label.sizes[1]],
        "text-letter-spacing": isBoundary ? 0.22 : 0.08,
        "text-max-width": 8,
        "text-padding": 6,
      },
      paint: {
        "text-color": isBoundary ? palette.quietText : palette[sort.colour],
        "text-halo-color": palette.halo,
        "text-halo-width": 1.8,
      },
    };
  });
}
