import type { Point as GeoPoint, LineString, MultiLineString, MultiPolygon, Position } from "geojson";
import { projectionAt } from "../../server/walking/projection.ts";
import type { PlanePolygon } from "./face-union.ts";
import { centroidOf, type Line, type Plane, type Point, signedAreaSqm, toLonLat } from "./plane.ts";

const position = (plane: Plane, place: Point): Position => [...toLonLat(plane, place)];

// Points that fall together when rounded to 1e-7 degrees are one point.
function positions(plane: Plane, line: Line): Position[] {
  const all = line.map((place) => position(plane, place));
  return all.filter(
    (at, number) => number === 0 || at[0] !== all[number - 1]![0] || at[1] !== all[number - 1]![1],
  );
}

function closed(plane: Plane, ring: Line): Position[] {
  const open = positions(plane, ring);
  return [...open, open[0]!];
}

/** A place of the plane as GeoJSON, EPSG:4326. */
export const geoPoint = (plane: Plane, place: Point): GeoPoint => ({
  type: "Point",
  coordinates: position(plane, place),
});

/** A polyline as GeoJSON; two points at least, even where they fall together. */
export function geoLine(plane: Plane, line: Line): LineString {
  const coordinates = positions(plane, line);
  return {
    type: "LineString",
    coordinates: coordinates.length > 1 ? coordinates : [coordinates[0]!, coordinates[0]!],
  };
}

/** Polylines as GeoJSON. */
export const geoLines = (plane: Plane, lines: readonly Line[]): MultiLineString => ({
  type: "MultiLineString",
  coordinates: lines.map((line) => positions(plane, line)),
});

/** Polygons as GeoJSON: rings closed, the outer one first. */
export const geoPolygons = (plane: Plane, polygons: readonly PlanePolygon[]): MultiPolygon => ({
  type: "MultiPolygon",
  coordinates: polygons.map((rings) => rings.map((ring) => closed(plane, ring))),
});

/** Area in m² on the ellipsoid: the plane's, corrected for the latitude of each polygon. */
export function areaSqm(plane: Plane, polygons: readonly PlanePolygon[]): number {
  return polygons.reduce((sum, rings) => {
    const flat = rings.reduce((area, ring) => area + signedAreaSqm(ring), 0);
    const lat = plane.origin[1] + centroidOf(rings[0]!)[1] / plane.metresPerLatDegree;
    const local = projectionAt(lat);
    const scale =
      (local.metresPerLonDegree * local.metresPerLatDegree) /
      (plane.metresPerLonDegree * plane.metresPerLatDegree);
    return sum + flat * scale;
  }, 0);
}

/** Rings as polygons of their own. */
export const eachAlone = (rings: readonly Line[]): PlanePolygon[] => rings.map((ring) => [ring]);

/** A hole runs against its ring. */
export const asHole = (ring: Line): Line => ring.toReversed();
