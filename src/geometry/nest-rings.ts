import { booleanPointInPolygon } from "@turf/turf";
import type { Ring } from "./position.ts";

/** Twice the enclosed area by the shoelace formula, always positive; in squared units of the positions. */
function doubleArea(ring: Ring): number {
  const [originX, originY] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let index = 1; index < ring.length; index++) {
    const [x0, y0] = ring[index - 1]!;
    const [x1, y1] = ring[index]!;
    sum += (x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY);
  }
  return Math.abs(sum);
}

/** Polygons of closed rings in any order: a ring inside another is its hole, an island in a hole a polygon again. */
export function nestRings(rings: readonly Ring[]): Ring[][] {
  const polygons: Ring[][] = [];
  const bySize = [...rings].sort((a, b) => doubleArea(b) - doubleArea(a));
  for (const ring of bySize) {
    const around = polygons.findLast(([outer]) => outer !== undefined && lies(ring, outer));
    const inHole = around?.slice(1).some((hole) => lies(ring, hole)) ?? false;
    if (around && !inHole) around.push(ring);
    else polygons.push([ring]);
  }
  return polygons;
}

const lies = (inner: Ring, outer: Ring): boolean =>
  booleanPointInPolygon([...inner[0]!], {
    type: "Polygon",
    coordinates: [outer.map((corner) => [...corner])],
  });
