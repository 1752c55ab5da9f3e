import { projectionAt } from "../../server/walking/projection.ts";

/** A place in the local metric plane: metres east and north of the plane's origin. */
export type Point = readonly [x: number, y: number];
/** A polyline, or a ring without its first point repeated. */
export type Line = readonly Point[];
/** Longitude and latitude, EPSG:4326. */
export type LonLat = readonly [lon: number, lat: number];

/** The metric plane of a district: its origin and the size of a degree there. */
export interface Plane {
  readonly origin: LonLat;
  readonly metresPerLonDegree: number;
  readonly metresPerLatDegree: number;
}

/** The plane that touches the ellipsoid at a place; lengths are right to about 1e-4 within 10 km. */
export function planeAt(origin: LonLat): Plane {
  return { origin, ...projectionAt(origin[1]) };
}

/** From lon, lat to metres in the plane. */
export function toPlane(plane: Plane, [lon, lat]: LonLat): Point {
  return [
    (lon - plane.origin[0]) * plane.metresPerLonDegree,
    (lat - plane.origin[1]) * plane.metresPerLatDegree,
  ];
}

const round7 = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** From metres in the plane to lon, lat rounded to 1e-7 degrees (1 cm). */
export function toLonLat(plane: Plane, [x, y]: Point): LonLat {
  return [
    round7(plane.origin[0] + x / plane.metresPerLonDegree),
    round7(plane.origin[1] + y / plane.metresPerLatDegree),
  ];
}

export const distanceM = (a: Point, b: Point): number => Math.sqrt((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2);

/** The place a fraction of the way from a to b. */
export const between = (a: Point, b: Point, fraction: number): Point => [
  a[0] + (b[0] - a[0]) * fraction,
  a[1] + (b[1] - a[1]) * fraction,
];

/** Length of a polyline in metres. */
export function lengthM(line: Line): number {
  let sum = 0;
  for (let at = 1; at < line.length; at++) sum += distanceM(line[at - 1]!, line[at]!);
  return sum;
}

/** Signed area of a ring in m²; positive where it runs counter-clockwise. */
export function signedAreaSqm(ring: Line): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return twice / 2;
}

/** Whether a point lies within a ring (even-odd rule; the border belongs to one side only). */
export function isInside([x, y]: Point, ring: Line): boolean {
  let inside = false;
  for (let at = 0, before = ring.length - 1; at < ring.length; before = at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[before]!;
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** The place on the segment a–b nearest to p, with its fraction of the way and its distance in metres. */
export function nearestOnSegment(p: Point, a: Point, b: Point) {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const squared = dx * dx + dy * dy;
  const raw = squared === 0 ? 0 : ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared;
  const fraction = Math.min(1, Math.max(0, raw));
  const point = between(a, b, fraction);
  return { fraction, point, distanceM: distanceM(p, point) };
}

/** Distance in metres from a point to a polyline. */
export function distanceToLineM(p: Point, line: Line): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let at = 1; at < line.length; at++) {
    nearest = Math.min(nearest, nearestOnSegment(p, line[at - 1]!, line[at]!).distanceM);
  }
  return nearest;
}

/** Points along a polyline no further apart than `stepM`, its own points among them. */
export function densify(line: Line, stepM: number): Point[] {
  const dense: Point[] = [line[0]!];
  for (let at = 1; at < line.length; at++) {
    const parts = Math.max(1, Math.ceil(distanceM(line[at - 1]!, line[at]!) / stepM));
    for (let part = 1; part <= parts; part++) dense.push(between(line[at - 1]!, line[at]!, part / parts));
  }
  return dense;
}

/** A smoother polyline with the same ends: corners cut twice (G. Chaikin 1974). */
export function smooth(line: Line, rounds = 2): Point[] {
  let points = [...line];
  for (let round = 0; round < rounds; round++) {
    const cut: Point[] = [points[0]!];
    for (let at = 1; at < points.length; at++) {
      cut.push(between(points[at - 1]!, points[at]!, 0.25), between(points[at - 1]!, points[at]!, 0.75));
    }
    points = [...cut, points.at(-1)!];
  }
  return points;
}

/** Fewer points, none of those left out further than `toleranceM` from the line (D. Douglas and T. Peucker 1973). */
export function simplify(line: Line, toleranceM: number): Point[] {
  if (line.length < 3) return [...line];
  const [first, last] = [line[0]!, line.at(-1)!];
  let furthest = 0;
  let furthestM = toleranceM;
  for (let at = 1; at < line.length - 1; at++) {
    const away = nearestOnSegment(line[at]!, first, last).distanceM;
    if (away > furthestM) [furthest, furthestM] = [at, away];
  }
  if (furthest === 0) return [first, last];
  return [
    ...simplify(line.slice(0, furthest + 1), toleranceM).slice(0, -1),
    ...simplify(line.slice(furthest), toleranceM),
  ];
}

/** The line shifted to its left (positive) or right (negative) by `offsetM`, vertex by vertex along the mean normal. */
export function shift(line: Line, offsetM: number): Point[] {
  return line.map((point, at) => {
    const before = line[Math.max(0, at - 1)]!;
    const after = line[Math.min(line.length - 1, at + 1)]!;
    const length = distanceM(before, after) || 1;
    return [
      point[0] - ((after[1] - before[1]) / length) * offsetM,
      point[1] + ((after[0] - before[0]) / length) * offsetM,
    ];
  });
}

/** The middle of a ring's corners' area (centroid); of the corners where the area is nothing. */
export function centroidOf(ring: Line): Point {
  const area = signedAreaSqm(ring);
  if (Math.abs(area) < 1e-9) {
    const sum = ring.reduce<Point>((total, p) => [total[0] + p[0], total[1] + p[1]], [0, 0]);
    return [sum[0] / ring.length, sum[1] / ring.length];
  }
  const [ox, oy] = ring[0]!;
  let x = 0;
  let y = 0;
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = [ring[at]![0] - ox, ring[at]![1] - oy];
    const next = ring[(at + 1) % ring.length]!;
    const [x2, y2] = [next[0] - ox, next[1] - oy];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
  }
  return [ox + x / (6 * area), oy + y / (6 * area)];
}

/** A place well inside a ring: the middle of its widest stretch along the horizontal through its middle. */
export function placeInside(ring: Line): Point {
  const ys = ring.map(([, y]) => y);
  const y = (Math.min(...ys) + Math.max(...ys)) / 2 + 0.0037;
  const cuts: number[] = [];
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    if (y1 > y !== y2 > y) cuts.push(((x2 - x1) * (y - y1)) / (y2 - y1) + x1);
  }
  cuts.sort((a, b) => a - b);
  let [middle, widest] = [ring[0]![0], -1];
  for (let at = 0; at + 1 < cuts.length; at += 2) {
    const width = cuts[at + 1]! - cuts[at]!;
    if (width > widest) [middle, widest] = [(cuts[at]! + cuts[at + 1]!) / 2, width];
  }
  return [middle, y];
}

/** A polyline cut at so many metres from its start. */
export function splitLine(line: Line, atM: number): readonly [Point[], Point[]] {
  let walkedM = 0;
  for (let at = 1; at < line.length; at++) {
    const pieceM = distanceM(line[at - 1]!, line[at]!);
    if (walkedM + pieceM >= atM) {
      const cut = between(line[at - 1]!, line[at]!, (atM - walkedM) / pieceM);
      return [
        [...line.slice(0, at), cut],
        [cut, ...line.slice(at)],
      ];
    }
    walkedM += pieceM;
  }
  return [[...line], []];
}
