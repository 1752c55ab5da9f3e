import type { MultiPolygon, Polygon } from "geojson";

const SLABS = 1_024;

/** Whether a place (lon, lat, EPSG:4326) lies in an area; on the outline either answer is right. */
export type PointInArea = (lon: number, lat: number) => boolean;

/**
 * Prepares an area for many such questions: its sides are sorted into slabs of latitude, and a place is inside where a
 * ray to the east crosses an odd number of sides of its slab.
 */
export function pointInArea(area: Polygon | MultiPolygon): PointInArea {
  const polygons = area.type === "Polygon" ? [area.coordinates] : area.coordinates;
  const sides = polygons.flat().flatMap(sidesOf);
  const lats = sides.flatMap((side) => [side[1], side[3]]);
  const south = lats.reduce((least, lat) => Math.min(least, lat), Number.POSITIVE_INFINITY);
  const north = lats.reduce((most, lat) => Math.max(most, lat), Number.NEGATIVE_INFINITY);
  const slabOf = (lat: number) => Math.floor(((lat - south) / (north - south)) * SLABS);
  const slabs: Side[][] = Array.from({ length: SLABS + 1 }, () => []);
  for (const side of sides) {
    const first = slabOf(Math.min(side[1], side[3]));
    const last = slabOf(Math.max(side[1], side[3]));
    for (let slab = first; slab <= last; slab++) slabs[slab]!.push(side);
  }
  return (lon, lat) => {
    const slab = slabs[slabOf(lat)];
    return slab !== undefined && slab.filter((side) => crossesEast(side, lon, lat)).length % 2 === 1;
  };
}

type Side = readonly [number, number, number, number];

function sidesOf(ring: readonly (readonly number[])[]): Side[] {
  return ring.slice(1).map((end, index): Side => {
    const start = ring[index]!;
    return [start[0]!, start[1]!, end[0]!, end[1]!];
  });
}

function crossesEast([x1, y1, x2, y2]: Side, lon: number, lat: number): boolean {
  // a side's southern end belongs to it, its northern end does not: a ray through a corner counts once
  if (y1 > lat === y2 > lat) return false;
  return lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1);
}
