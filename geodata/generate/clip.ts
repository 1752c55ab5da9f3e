import { Clipper, EndType, FillRule, JoinType, type Paths64 } from "clipper2-ts";
import { distanceM, type Line, type Point, signedAreaSqm } from "./plane.ts";

// Clipper works on whole numbers: centimetres of the plane.
const PER_M = 100;
const pack = (line: Line) => line.map(([x, y]) => ({ x: Math.round(x * PER_M), y: Math.round(y * PER_M) }));
const unpack = (path: readonly { x: number; y: number }[]): Point[] =>
  path.map(({ x, y }) => [x / PER_M, y / PER_M]);
/** Corners nearer than this are one, metres: they might be when rounded to degrees. */
const SAME_M = 0.03;
const isSame = (a: Point, b: Point) => distanceM(a, b) < SAME_M;

// A ring that comes through a corner twice is two rings.
function simpleRings(ring: readonly Point[]): Point[][] {
  const done: Point[][] = [];
  const open: Point[] = [];
  for (const place of ring) {
    const earlier = open.findIndex((passed) => isSame(passed, place));
    if (earlier >= 0) {
      const loop = open.splice(earlier);
      if (loop.length > 2) done.push(loop);
    }
    open.push(place);
  }
  return open.length > 2 ? [...done, open] : done;
}

// outer rings only: holes run the other way
const outer = (paths: readonly (readonly { x: number; y: number }[])[]): Point[][] =>
  paths
    .map(unpack)
    .flatMap(simpleRings)
    .filter((ring) => signedAreaSqm(ring) > 0);

// What only touches is drawn apart by a hand's breadth and necks thinner than a metre are cut: no ring touches itself when
// rounded to degrees. Where a cut corner comes back as a sharp one, what leaves the shape is taken off again.
function apart(paths: Paths64): Paths64 {
  const inset = Clipper.inflatePaths(paths, -0.1 * PER_M, JoinType.Miter, EndType.Polygon);
  const core = Clipper.inflatePaths(paths, -0.5 * PER_M, JoinType.Miter, EndType.Polygon);
  const opened = Clipper.inflatePaths(core, 0.4 * PER_M, JoinType.Miter, EndType.Polygon);
  return Clipper.intersect(opened, inset, FillRule.NonZero);
}

/** Lines as strips of the plane, each so wide to both sides, metres. */
export interface Strip {
  readonly line: Line;
  readonly halfWidthM: number;
}

/** What is left of a ring beside strips, without necks narrower than `neckM`; rings counter-clockwise, without holes. */
export function besideStrips(ring: Line, strips: readonly Strip[], neckM: number): Point[][] {
  const covered = strips.flatMap(({ line, halfWidthM }) =>
    Clipper.inflatePaths([pack(line)], halfWidthM * PER_M, JoinType.Square, EndType.Square),
  );
  const left = Clipper.difference([pack(ring)], covered, FillRule.NonZero);
  const half = (neckM / 2) * PER_M;
  const core = Clipper.inflatePaths(left, -half, JoinType.Miter, EndType.Polygon);
  const grown = Clipper.inflatePaths(core, half, JoinType.Miter, EndType.Polygon, 2);
  // mitred corners may reach further than what was left
  return outer(apart(Clipper.intersect(grown, left, FillRule.NonZero)));
}

/** The ring drawn in by `insetM` on all sides; may be nothing, or several pieces. */
export function inset(ring: Line, insetM: number): Point[][] {
  return outer(Clipper.inflatePaths([pack(ring)], -insetM * PER_M, JoinType.Miter, EndType.Polygon));
}

/** The ring cut in two along the line through a place in a direction: what lies to its left, and to its right. */
export function cutAlong(ring: Line, [x, y]: Point, [dx, dy]: Point): readonly [Point[][], Point[][]] {
  const far = 5_000;
  const side = (sign: number): Point[] => [
    [x - dx * far, y - dy * far],
    [x + dx * far, y + dy * far],
    [x + dx * far - sign * dy * far, y + dy * far + sign * dx * far],
    [x - dx * far - sign * dy * far, y - dy * far + sign * dx * far],
  ];
  const half = (sign: number) =>
    outer(Clipper.intersect([pack(ring)], [pack(side(sign))], FillRule.NonZero)).filter(
      (piece) => signedAreaSqm(piece) > 1,
    );
  return [half(1), half(-1)];
}

/** Area in m² that two rings share. */
export function sharedSqm(a: Line, b: Line): number {
  return Clipper.areaPaths(Clipper.intersect([pack(a)], [pack(b)], FillRule.NonZero)) / PER_M ** 2;
}

/** What others leave of a ring: outer rings only, slivers under 1 m² left out, the largest first. */
export function without(ring: Line, others: readonly Line[]): Point[][] {
  return outer(apart(Clipper.difference([pack(ring)], others.map(pack), FillRule.NonZero)))
    .filter((piece) => signedAreaSqm(piece) > 1)
    .sort((a, b) => signedAreaSqm(b) - signedAreaSqm(a));
}

/** The parts of a ring inside another: outer rings only. */
export function common(a: Line, b: Line): Point[][] {
  return outer(Clipper.intersect([pack(a)], [pack(b)], FillRule.NonZero));
}

/** The strip around a line as rings: round at bends and ends. */
export function around(line: Line, radiusM: number): Point[][] {
  const wide = Clipper.inflatePaths([pack(line)], radiusM * PER_M, JoinType.Round, EndType.Round, 2, 50);
  return outer(wide);
}
