import { type Bounds, boundsOf } from "./edge-cells.ts";
import type { MultiPolygonCoordinates } from "./outline-of-reach.ts";

/** The edges of an outline, EPSG:4326: outer rings counter-clockwise and holes clockwise, so that the inside lies to their left. */
export const outlineEdges = (outline: MultiPolygonCoordinates): Bounds => boundsOf(endsOf(outline));

function endsOf(outline: MultiPolygonCoordinates): Float64Array {
  const rings = outline.flat();
  const ends = new Float64Array(4 * rings.reduce((sum, ring) => sum + ring.length - 1, 0));
  let at = 0;
  for (const ring of rings) {
    for (let point = 1; point < ring.length; point++) {
      ends[at++] = ring[point - 1]![0];
      ends[at++] = ring[point - 1]![1];
      ends[at++] = ring[point]![0];
      ends[at++] = ring[point]![1];
    }
  }
  return ends;
}
