import { centroidOf, distanceM, isInside, type Line, type Point, simplify } from "./plane.ts";

/** A turned frame on a site: u along its main side, v across. */
export interface Frame {
  readonly toFrame: (place: Point) => Point;
  readonly toPlane: (place: Point) => Point;
}

/** The frame on a ring whose u runs in a direction (a unit vector). */
export function frameAlong(ring: Line, [c, s]: Point): Frame {
  const [ox, oy] = centroidOf(ring);
  return {
    toFrame: ([x, y]) => [(x - ox) * c + (y - oy) * s, -(x - ox) * s + (y - oy) * c],
    toPlane: ([u, v]) => [ox + u * c - v * s, oy + u * s + v * c],
  };
}

/** The frame along the longest side of a ring. */
export function frameOf(ring: Line): Frame {
  const plain = simplify([...ring, ring[0]!], 2);
  let [direction, longest] = [[1, 0] as Point, 0];
  for (let at = 1; at < plain.length; at++) {
    const [a, b] = [plain[at - 1]!, plain[at]!];
    const length = distanceM(a, b);
    if (length > longest) [direction, longest] = [[(b[0] - a[0]) / length, (b[1] - a[1]) / length], length];
  }
  return frameAlong(ring, direction);
}

/** Stretches [from, to] of the horizontal at `v` inside a ring, in order. */
export function stretchesAt(ring: Line, v: number): (readonly [number, number])[] {
  const cuts: number[] = [];
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [u1, v1] = ring[at]!;
    const [u2, v2] = ring[before]!;
    if (v1 > v !== v2 > v) cuts.push(((u2 - u1) * (v - v1)) / (v2 - v1) + u1);
  }
  cuts.sort((a, b) => a - b);
  return cuts
    .slice(0, cuts.length - (cuts.length % 2))
    .flatMap((cut, at) => (at % 2 === 0 ? [[cut, cuts[at + 1]!] as const] : []));
}

/** Stretches common to two lists. */
export function commonStretches(
  a: readonly (readonly [number, number])[],
  b: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  return a.flatMap(([from, to]) =>
    b.flatMap(([low, high]) => {
      const both = [Math.max(from, low), Math.min(to, high)] as const;
      return both[1] > both[0] ? [both] : [];
    }),
  );
}

/** A rectangle by its corner and sides, counter-clockwise. */
export const rectangle = (u: number, v: number, width: number, depth: number): Point[] => [
  [u, v],
  [u + width, v],
  [u + width, v + depth],
  [u, v + depth],
];

/** Whether a rectangle of the frame lies within a ring of the frame: corners inside, no corner of the ring in it. */
export function fits(corners: Line, ring: Line): boolean {
  if (!corners.every((corner) => isInside(corner, ring))) return false;
  const [low, high] = [corners[0]!, corners[2]!];
  return !ring.some(([u, v]) => u > low[0] && u < high[0] && v > low[1] && v < high[1]);
}

/** Whether two convex rings share area (separating axes). */
export function convexOverlap(a: Line, b: Line, marginM: number): boolean {
  for (const ring of [a, b]) {
    for (let at = 0; at < ring.length; at++) {
      const [x1, y1] = ring[at]!;
      const [x2, y2] = ring[(at + 1) % ring.length]!;
      const length = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) || 1;
      const normal: Point = [(y2 - y1) / length, -(x2 - x1) / length];
      const along = (line: Line) => line.map(([x, y]) => x * normal[0] + y * normal[1]);
      const [own, others] = [along(a), along(b)];
      if (Math.max(...own) + marginM <= Math.min(...others)) return false;
      if (Math.max(...others) + marginM <= Math.min(...own)) return false;
    }
  }
  return true;
}
