import type { Bounds } from "./edge-cells.ts";
import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/** The edges of an outline, EPSG:4326: outer rings counter-clockwise and holes clockwise, so that the inside lies to their left. */
export function outlineEdges(outline: MultiPolygonCoordinates): Bounds {
  const ends = endsOf(outline);
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let at = 0; at < ends.length; at += 2) {
    box.west = Math.min(box.west, ends[at]!);
    box.east = Math.max(box.east, ends[at]!);
    box.south = Math.min(box.south, ends[at + 1]!);
    box.north = Math.max(box.north, ends[at + 1]!);
  }
  return { ...box, ends };
}

function endsOf(outline: MultiPolygonCoordinates): Float64Array {
  const rings = outline.flat();
  const ends = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  let at = 0;
  for (const ring of rings) {
    for (let point = 1; point < ring.length; point++) {
      ends.set(ring[point - 1]!, at);
      ends.set(ring[point]!, at + 2);
      at += 4;
    }
  }
  return ends;
}
