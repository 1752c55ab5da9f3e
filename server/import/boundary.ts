import { readFile } from "node:fs/promises";
import type { MultiPolygon, Polygon } from "geojson";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { StartupError } from "../startup-error.ts";
import { projectionAt } from "../walking/projection.ts";
import { type PointInArea, pointInArea } from "./point-in-area.ts";

const areaSql = loadSql("./boundary-area.sql", import.meta.url);

/** How far outside the district network and facilities are kept. */
export const CONTEXT_M = 2_000;

/** west, south, east, north in degrees. */
export type Extent = readonly [number, number, number, number];

/** The district an import is for, and the ring of context around it; EPSG:4326. */
export interface DistrictArea {
  /** WKB MultiPolygon. */
  readonly wkb: Buffer;
  readonly areaSqm: number;
  readonly extent: Extent;
  /** The extent of district and context. */
  readonly contextExtent: Extent;
  readonly isInside: PointInArea;
  /** Inside the district or within CONTEXT_M of it. */
  readonly isInContext: PointInArea;
}

const Position = z.array(z.number()).min(2);
const PolygonShape = z.object({ type: z.literal("Polygon"), coordinates: z.array(z.array(Position)) });
const MultiPolygonShape = z.object({
  type: z.literal("MultiPolygon"),
  coordinates: z.array(z.array(z.array(Position))),
});
const Shape = z.union([PolygonShape, MultiPolygonShape]);

interface AreaRow {
  readonly invalidReason: string | null;
  readonly wkb: Buffer;
  readonly areaSqm: number;
  readonly context: Polygon | MultiPolygon;
}

/**
 * Reads a boundary: a GeoJSON Polygon or MultiPolygon, bare, as a Feature, or as the only feature of a FeatureCollection.
 * Throws StartupError naming the file and what would be right.
 */
export async function readBoundary(database: Database, file: string): Promise<DistrictArea> {
  const shape = requireShape(parseJson(await readText(file), file), file);
  requireRings(shape, file);
  const [, south, , north] = extentOf(shape);
  const { metresPerLonDegree, metresPerLatDegree } = projectionAt((south + north) / 2);
  const { rows } = await database.query<AreaRow>(areaSql, [
    JSON.stringify(shape),
    CONTEXT_M,
    metresPerLonDegree,
    metresPerLatDegree,
  ]);
  const row = rows[0]!;
  if (row.invalidReason !== null) {
    throw new StartupError(
      `${file} is not a valid polygon (${row.invalidReason}); its ring must not cross itself.`,
    );
  }
  return {
    wkb: row.wkb,
    areaSqm: row.areaSqm,
    extent: extentOf(shape),
    contextExtent: extentOf(row.context),
    isInside: pointInArea(shape),
    isInContext: pointInArea(row.context),
  };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new StartupError(`${file} cannot be read; --boundary takes a GeoJSON file.`);
  }
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartupError(`${file} is not JSON; --boundary takes a GeoJSON polygon.`);
  }
}

const RIGHT = "a boundary is one GeoJSON Polygon or MultiPolygon, bare or as a feature";

function requireShape(json: unknown, file: string): Polygon | MultiPolygon {
  const geometry = geometryOf(json, file);
  const type = typeOf(geometry);
  if (type === undefined) throw new StartupError(`${file} is not GeoJSON; ${RIGHT}.`);
  if (type !== "Polygon" && type !== "MultiPolygon") {
    throw new StartupError(`${file} holds a ${type}; ${RIGHT}.`);
  }
  const parsed = Shape.safeParse(geometry);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join(".") ?? "";
    throw new StartupError(`${file} has a coordinate that is not a pair of numbers (${where}); ${RIGHT}.`);
  }
  return parsed.data;
}

function geometryOf(json: unknown, file: string): unknown {
  if (typeOf(json) === "Feature") return (json as { geometry?: unknown }).geometry;
  if (typeOf(json) !== "FeatureCollection") return json;
  const { features } = json as { features?: unknown };
  const count = Array.isArray(features) ? features.length : 0;
  if (!Array.isArray(features) || count !== 1) {
    throw new StartupError(`${file} holds ${count} features; ${RIGHT}.`);
  }
  return geometryOf(features[0], file);
}

function typeOf(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || !("type" in json)) return undefined;
  return typeof json.type === "string" ? json.type : undefined;
}

function requireRings(shape: Polygon | MultiPolygon, file: string): void {
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  if (polygons.length === 0 || polygons.some((rings) => rings.length === 0)) {
    throw new StartupError(`${file} is an empty polygon; ${RIGHT}.`);
  }
  for (const ring of polygons.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (ring.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) {
      throw new StartupError(`${file} has a ring that is not closed; its last point must repeat its first.`);
    }
    for (const place of ring) requirePlace(place, file);
  }
}

function requirePlace([lon, lat]: readonly number[], file: string): void {
  if (Math.abs(lon!) <= 180 && Math.abs(lat!) <= 90) return;
  const swapped = Math.abs(lon!) <= 90 && Math.abs(lat!) <= 180;
  throw new StartupError(
    `${file} has the point ${lon}, ${lat}, which is no longitude and latitude; ${
      swapped
        ? "they look swapped: longitude comes first."
        : "coordinates are degrees, longitude first (EPSG:4326)."
    }`,
  );
}

function extentOf(area: Polygon | MultiPolygon): Extent {
  const places = (area.type === "Polygon" ? [area.coordinates] : area.coordinates).flat(2);
  const start: Extent = [180, 90, -180, -90];
  return places.reduce<Extent>(
    ([west, south, east, north], [lon, lat]) => [
      Math.min(west, lon!),
      Math.min(south, lat!),
      Math.max(east, lon!),
      Math.max(north, lat!),
    ],
    start,
  );
}
