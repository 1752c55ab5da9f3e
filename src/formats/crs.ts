import { bd09ToWgs84, gcj02ToWgs84 } from "../geometry/gcj-02.ts";
import type { Bounds, Position } from "../geometry/position.ts";

/** A coordinate system: easting or longitude first, whatever its authority says. */
export interface Crs {
  /** `EPSG:4545`, `GCJ-02`, `BD-09`, or the name a .prj gives it. */
  readonly id: string;
  /** Central meridian in degrees east; null where there is none, or only the definition tells. */
  readonly meridian: number | null;
  /** PROJ string or WKT; null where no projection is needed. */
  readonly definition: string | null;
  /** Where its coordinates can lie, in its own units; null where only trying tells. */
  readonly bounds: Bounds | null;
}

const DEGREES: Bounds = [-180, -90, 180, 90];
const geographic = (id: string): Crs => ({ id, meridian: null, definition: null, bounds: DEGREES });

/** WGS 84 and CGCS2000 differ by less than a metre and are taken as equal (PROJ does the same). */
export const WGS_84 = geographic("EPSG:4326");
const CGCS_2000 = geographic("EPSG:4490");
/** Coordinates that map providers shift; nothing in a file tells them, so only a person can say so. */
const GCJ_02 = geographic("GCJ-02");
const BD_09 = geographic("BD-09");

const MERCATOR_HALF_M = 20_037_508.4;
export const WEB_MERCATOR: Crs = {
  id: "EPSG:3857",
  meridian: null,
  definition: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +no_defs",
  bounds: [-MERCATOR_HALF_M, -MERCATOR_HALF_M, MERCATOR_HALF_M, MERCATOR_HALF_M],
};

/** Half the width searched around a central meridian: 3.6° at the equator, more than a 6° zone has. */
const HALF_ZONE_M = 400_000;
/** Northings of China, 3° to 54° north. */
const [CHINA_SOUTH_M, CHINA_NORTH_M] = [300_000, 6_000_000];

interface Zone {
  readonly code: number;
  readonly meridian: number;
  /** The number before the easting, 0 where it has none. */
  readonly prefix: number;
}

function gaussKruger({ code, meridian, prefix }: Zone): Crs {
  const falseEasting = prefix * 1_000_000 + 500_000;
  return {
    id: `EPSG:${code}`,
    meridian,
    definition: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=1 +x_0=${falseEasting} +y_0=0 +ellps=GRS80 +units=m +no_defs`,
    bounds: [falseEasting - HALF_ZONE_M, CHINA_SOUTH_M, falseEasting + HALF_ZONE_M, CHINA_NORTH_M],
  };
}

function utmNorth(zone: number): Crs {
  return {
    id: `EPSG:${32600 + zone}`,
    meridian: 6 * zone - 183,
    definition: `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`,
    bounds: [500_000 - HALF_ZONE_M, 0, 500_000 + HALF_ZONE_M, 9_400_000],
  };
}

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

// EPSG's CGCS2000 / Gauss-Kruger families: 3° zones 25–45 (meridian 3n) and 6° zones 13–23 (meridian 6n − 3)
const THREE_DEGREE_BY_MERIDIAN = range(25, 45).map((n) =>
  gaussKruger({ code: 4534 + n - 25, meridian: 3 * n, prefix: 0 }),
);
const THREE_DEGREE_BY_ZONE = range(25, 45).map((n) =>
  gaussKruger({ code: 4513 + n - 25, meridian: 3 * n, prefix: n }),
);
const SIX_DEGREE_BY_MERIDIAN = range(13, 23).map((n) =>
  gaussKruger({ code: 4502 + n - 13, meridian: 6 * n - 3, prefix: 0 }),
);
const SIX_DEGREE_BY_ZONE = range(13, 23).map((n) =>
  gaussKruger({ code: 4491 + n - 13, meridian: 6 * n - 3, prefix: n }),
);

/**
 * What unnamed coordinates are tried as. The 6° systems without a prefix are the 3° ones of the same meridian, and UTM
 * lies so near to these that no value tells them apart: both must be named.
 */
export const RECOGNISABLE: readonly Crs[] = [
  WGS_84,
  ...THREE_DEGREE_BY_MERIDIAN,
  ...THREE_DEGREE_BY_ZONE,
  ...SIX_DEGREE_BY_ZONE,
  WEB_MERCATOR,
];

/** What a person may name: all that differ from each other by more than a metre. */
export const NAMEABLE: readonly Crs[] = [GCJ_02, BD_09, ...RECOGNISABLE, ...range(1, 60).map(utmNorth)];

const KNOWN_CRS: ReadonlyMap<string, Crs> = new Map(
  [...NAMEABLE, CGCS_2000, ...SIX_DEGREE_BY_MERIDIAN].map((crs) => [crs.id, crs]),
);

/** The system of an id such as `EPSG:4545` or `GCJ-02`, or null where it is not one we know. */
export const crsOfId = (id: string): Crs | null => KNOWN_CRS.get(id) ?? null;

/** The system of an EPSG code, or null where it is not one we know. */
export const crsOfCode = (code: number): Crs | null => crsOfId(`EPSG:${code}`);

/** How positions of a CRS become lon, lat of EPSG:4326; a position outside the projection becomes NaN. */
export async function lonLatFrom({ id, definition }: Crs): Promise<(position: Position) => Position> {
  if (id === GCJ_02.id) return gcj02ToWgs84;
  if (id === BD_09.id) return bd09ToWgs84;
  if (definition === null) return (position) => position;
  const { default: proj4 } = await import("proj4");
  const projection = proj4(definition);
  return ([x, y]) => {
    const [lon = Number.NaN, lat = Number.NaN] = projection.inverse([x, y]);
    return [lon, lat];
  };
}
