import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/**
 * An outline as two arrays, which pass from one thread to another as they are: lon and lat of every place interleaved; and of
 * each polygon how many rings it has, followed by how many places each of them has.
 */
export interface PackedOutline {
  readonly places: Float64Array<ArrayBuffer>;
  readonly counts: Int32Array<ArrayBuffer>;
}

/** Lays an outline out as arrays. */
export function packOutline(outline: MultiPolygonCoordinates): PackedOutline {
  const rings = outline.flat();
  const places = new Float64Array(2 * rings.reduce((sum, ring) => sum + ring.length, 0));
  let at = 0;
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      places[at++] = lon;
      places[at++] = lat;
    }
  }
  const counts = outline.flatMap((polygon) => [polygon.length, ...polygon.map((ring) => ring.length)]);
  return { places, counts: Int32Array.from(counts) };
}

/** The outline that packOutline laid out. */
export function unpackOutline({ places, counts }: PackedOutline): MultiPolygonCoordinates {
  const outline: MultiPolygonCoordinates = [];
  let at = 0;
  for (let next = 0; next < counts.length; ) {
    const polygon: MultiPolygonCoordinates[number] = [];
    for (let rings = counts[next++]!; rings > 0; rings--) {
      const ring: [number, number][] = [];
      for (let left = counts[next++]!; left > 0; left--, at += 2) ring.push([places[at]!, places[at + 1]!]);
      polygon.push(ring);
    }
    outline.push(polygon);
  }
  return outline;
}
