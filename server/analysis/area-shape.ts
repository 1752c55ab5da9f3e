import { MAX_AREA_VERTICES } from "../contract/geometry.ts";
import { type AppError, invalidGeometry, invalidParameter, tooManyVertices } from "../errors.ts";

type Position = [lon: number, lat: number];

/** What is asked about where no area is named: the district itself. */
export const WHOLE_DISTRICT = { district: "whole" } as const;

/** An area as asked for: a zone by id, or drawn rings that are closed, in range and few enough; heights dropped. */
export type AskedArea =
  | typeof WHOLE_DISTRICT
  | { readonly zone: string }
  | { readonly type: "MultiPolygon"; readonly coordinates: Position[][][] };

const EXPECTED = "a GeoJSON Polygon or MultiPolygon, or {zone: id}";
const MIN_POSITIONS = 4;

/**
 * Judges what a client sent as `area` in the order shape, ring, range of longitude and latitude, number of vertices.
 * Throws invalid-parameter, invalid-geometry or too-many-vertices; whether rings cross is asked of the database.
 */
export function readAskedArea(area: unknown): AskedArea {
  if (typeof area !== "object" || area === null) throw invalidParameter("area", area ?? null, EXPECTED);
  const { zone, type, coordinates } = area as Record<string, unknown>;
  if (zone !== undefined) {
    if (typeof zone !== "string" || zone === "")
      throw invalidParameter("area.zone", zone, "the id of a zone");
    return { zone };
  }
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw invalidParameter("area.type", type ?? null, EXPECTED);
  }
  const multi = type === "MultiPolygon";
  const polygons = (multi ? listAt(coordinates, ROOT) : [coordinates]).map((polygon, index) => {
    const at = multi ? `${ROOT}.${index}` : ROOT;
    return listAt(polygon, at).map((ring, number) => readRing(ring, `${at}.${number}`));
  });
  const rings = polygons.flat();
  requireRange(rings);
  const vertices = rings.reduce((sum, { positions }) => sum + positions.length - 1, 0);
  if (vertices > MAX_AREA_VERTICES) throw tooManyVertices(vertices, MAX_AREA_VERTICES);
  return {
    type: "MultiPolygon",
    coordinates: polygons.map((polygon) => polygon.map(({ positions }) => positions)),
  };
}

const ROOT = "area.coordinates";

interface Ring {
  readonly path: string;
  readonly positions: Position[];
}

function listAt(value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) throw invalidGeometry(path, `${path} should be a list.`);
  if (value.length === 0) throw invalidGeometry(path, `${path} is empty; an area needs at least one ring.`);
  return value;
}

function readRing(ring: unknown, path: string): Ring {
  const positions = listAt(ring, path).map((position, index) => readPosition(position, `${path}.${index}`));
  if (positions.length < MIN_POSITIONS) {
    const message = `The ring has ${positions.length} positions; it needs at least 4, the last equal to the first.`;
    throw invalidGeometry(path, message);
  }
  const [first, last] = [positions[0]!, positions.at(-1)!];
  if (first[0] !== last[0] || first[1] !== last[1]) {
    throw invalidGeometry(path, "The ring is not closed: its last position should equal its first.", {
      at: last,
    });
  }
  return { path, positions };
}

function readPosition(position: unknown, path: string): Position {
  const [lon, lat] = Array.isArray(position) ? position : [];
  if (!Number.isFinite(lon) || !Number.isFinite(lat)) {
    const shown = JSON.stringify(position)?.slice(0, 60);
    throw invalidGeometry(path, `The position ${shown} should be [longitude, latitude] in degrees.`);
  }
  return [lon, lat];
}

const inRange = ([lon, lat]: readonly [number, number]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

function requireRange(rings: readonly Ring[]): void {
  for (const { path, positions } of rings) {
    const index = positions.findIndex((position) => !inRange(position));
    if (index >= 0) throw outOfRange(rings, `${path}.${index}`, positions[index]!);
  }
}

function outOfRange(rings: readonly Ring[], path: string, at: Position): AppError {
  const swapped = rings.every(({ positions }) => positions.every(([lon, lat]) => inRange([lat, lon])));
  const message = swapped
    ? `The position [${at}] seems to be [latitude, longitude]; longitude comes first.`
    : `The position [${at}] is out of range: longitude −180…180, latitude −90…90, in degrees.`;
  return invalidGeometry(path, message, { at });
}
