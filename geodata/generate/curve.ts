import { type ControlRow, lineIn } from "./control.ts";
import { distanceM, type Line, type Plane, type Point, toPlane } from "./plane.ts";

/** Length of the straight pieces a curve is made of, metres. */
const PIECE_M = 12;

const mix = (a: Point, b: Point, from: number, to: number, at: number): Point => {
  const share = (at - from) / (to - from);
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
};

// The mirror of b at a: an open line goes on as it began.
const mirrored = (a: Point, b: Point): Point => [2 * a[0] - b[0], 2 * a[1] - b[1]];

// Points from b (left out) to c of the curve through a, b, c and d (P. Barry and R. Goldman 1988).
function piece(a: Point, b: Point, c: Point, d: Point): Point[] {
  const t1 = Math.sqrt(distanceM(a, b));
  const t2 = t1 + Math.sqrt(distanceM(b, c));
  const t3 = t2 + Math.sqrt(distanceM(c, d));
  const parts = Math.max(1, Math.ceil(distanceM(b, c) / PIECE_M));
  const points = Array.from({ length: parts - 1 }, (_, at): Point => {
    const t = t1 + ((t2 - t1) * (at + 1)) / parts;
    const [ab, bc, cd] = [mix(a, b, 0, t1, t), mix(b, c, t1, t2, t), mix(c, d, t2, t3, t)];
    return mix(mix(ab, bc, 0, t2, t), mix(bc, cd, t1, t3, t), t1, t2, t);
  });
  return [...points, c];
}

/**
 * A curve through every point of a polyline, a ring where its last point is its first: the centripetal Catmull-Rom spline,
 * which makes no loops (C. Yuksel et al. 2011). Neighbouring points must differ.
 */
export function curveThrough(line: Line): Point[] {
  if (line.length < 3) return [...line];
  const [first, last] = [line[0]!, line.at(-1)!];
  const closed = distanceM(first, last) === 0;
  const before = closed ? line.at(-2)! : mirrored(first, line[1]!);
  const after = closed ? line[1]! : mirrored(last, line.at(-2)!);
  const known = [before, ...line, after];
  return [
    first,
    ...line.slice(1).flatMap((_, at) => piece(known[at]!, known[at + 1]!, known[at + 2]!, known[at + 3]!)),
  ];
}

/** The course in a row's column "line" as a curve in the plane. */
export const courseIn = (row: ControlRow, plane: Plane): Point[] =>
  curveThrough(lineIn(row, "line").map((place) => toPlane(plane, place)));
