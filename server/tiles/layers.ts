import { loadSql } from "../database/sql.ts";
import type { LinesFrom } from "./columnar-builder.ts";
import { waterCourse } from "./water-course.ts";

export type TileLayer = {
  readonly name: string;
  readonly geometryType: "point" | "line" | "polygon" | "mixed";
  /** Lowest zoom that has tiles; below it every tile is empty. */
  readonly minZoom: number;
  /** What tiles carry beside `id`; lengths and heights in metres, null left out. */
  readonly attributes: readonly string[];
  /** How far geometry reaches over the edge of a tile, in tile units of 1/4096; more where labels stand on it. */
  readonly buffer: number;
  /** Its rows, a batch after the other (see the file). */
  readonly sql: string;
  /** Makes the lines that are drawn of what the rows hold, where that is something else. */
  readonly linesFrom?: LinesFrom;
  /** The layer of whose rows this one is made: their changes are its own. */
  readonly madeOf?: string;
  /** A higher lowest zoom for some values of one attribute. */
  readonly minZoomBy?: { readonly attribute: string; readonly zooms: Readonly<Record<string, number>> };
};

/** Highest zoom worth asking for: there a tile unit is 15 cm; the map enlarges it for closer views. */
export const TILE_MAX_ZOOM = 16;

const NAMES = ["nameZh", "nameEn"] as const;
const AREA_BUFFER = 64;
const LINE_BUFFER = 128;
const POINT_BUFFER = 256;

// by which zoom a class of street is needed to find one's way
const ROAD_MIN_ZOOMS = {
  motorway: 8,
  trunk: 8,
  primary: 10,
  secondary: 11,
  rail: 11,
  tertiary: 12,
  residential: 13,
  pedestrian: 13,
  stairs: 13,
  escalator: 13,
  lift: 13,
  service: 14,
  footway: 14,
  cycleway: 14,
  track: 14,
};

const areas = (name: string, minZoom: number, attributes: readonly string[]) =>
  describe({ name, geometryType: "polygon", minZoom, attributes, buffer: AREA_BUFFER });
const lines = (name: string, minZoom: number, attributes: readonly string[]) =>
  describe({ name, geometryType: "line", minZoom, attributes, buffer: LINE_BUFFER });
const points = (name: string, minZoom: number, attributes: readonly string[]) =>
  describe({ name, geometryType: "point", minZoom, attributes, buffer: POINT_BUFFER });

function describe(layer: Omit<TileLayer, "sql">): TileLayer {
  return { ...layer, sql: loadSql(`./rows/${layer.name}.sql`, import.meta.url) };
}

/** Every layer that has vector tiles; a new one needs an entry here and its rows/<name>.sql. */
export const TILE_LAYERS: readonly TileLayer[] = [
  areas("zone", 0, ["kind", "code", ...NAMES, "boundaryStatus"]),
  areas("water", 0, ["kind", ...NAMES]),
  { ...lines("water-course", 8, ["kind", ...NAMES]), linesFrom: waterCourse, madeOf: "water" },
  areas("green", 8, ["kind", ...NAMES]),
  areas("land-use", 8, ["class", "construction", ...NAMES]),
  areas("parcel", 13, ["landUse", "tenure", "permittedPlotRatio", "heightLimitM"]),
  areas("control-zone", 8, ["kind", ...NAMES, "heightLimitM"]),
  areas("building", 12, [
    "ordinal",
    "use",
    "floors",
    "heightM",
    "yearBuilt",
    "safetyGrade",
    "disposition",
    "inSums",
  ]),
  {
    ...lines("road", 8, ["class", "bridge", "tunnel", "layer", ...NAMES]),
    minZoomBy: { attribute: "class", zooms: ROAD_MIN_ZOOMS },
  },
  lines("walkway", 10, NAMES),
  lines("walk-edge", 14, ["kind", "stepFree", "oneWay", "layer", "context"]),
  lines("riverfront-segment", 10, [...NAMES, "river", "accessPoints"]),
  lines("metro-line", 8, ["ref", "colour", ...NAMES]),
  points("metro-station", 10, [...NAMES, "lines"]),
  points("metro-entrance", 13, ["ref", ...NAMES]),
  points("landmark", 12, ["kind", ...NAMES]),
  points("facility", 12, ["category", "certainty", ...NAMES, "context"]),
  describe({
    name: "project",
    geometryType: "mixed",
    minZoom: 8,
    attributes: ["code", "stage", ...NAMES],
    buffer: 128,
  }),
];

const layersByName = new Map(TILE_LAYERS.map((layer) => [layer.name, layer]));

/** The layer of a name, or undefined. */
export function tileLayer(name: string): TileLayer | undefined {
  return layersByName.get(name);
}

/** The layer whose changes make new tiles of one. */
export function changedWith({ name, madeOf = name }: Pick<TileLayer, "name" | "madeOf">): string {
  return madeOf;
}

/** Lowest zoom at which a row of the layer is drawn. */
export function minZoomOf(layer: TileLayer, row: Readonly<Record<string, unknown>>): number {
  const value = layer.minZoomBy && row[layer.minZoomBy.attribute];
  return (typeof value === "string" ? layer.minZoomBy?.zooms[value] : undefined) ?? layer.minZoom;
}
