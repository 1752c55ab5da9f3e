import { distanceM, type Line, lengthM, type Point } from "./plane.ts";
import type { Random } from "./random.ts";
import { spatialHash } from "./spatial-hash.ts";
import type { StreetField } from "./street-field.ts";

/** Length of one traced step, metres. */
const STEP_M = 12;
const LONGEST_CONTOUR_M = 900;
const SHORTEST_M = 45;
const SHORTEST_CLIMB_M = 20;
/** Streets count as parallel below an angle with this cosine (35°). */
const PARALLEL = 0.82;

interface DrawingOptions {
  readonly field: StreetField;
  /** Distance wanted between parallel streets at a place, metres. */
  readonly spacingAt: (place: Point) => number;
  readonly buildable: (place: Point) => boolean;
  /** Lines at which a street ends for good. */
  readonly walls: readonly Line[];
  readonly random: Random;
}

/** A street plan in the making. */
export interface Drawing {
  /** Takes a street as it is. */
  readonly addGiven: (line: Line) => void;
  /** Draws streets along the field, evenly spaced (B. Jobard and W. Lefer 1997), until no room is left. */
  readonly drawContours: () => Line[];
  /** Draws climbs from street to street across the field. */
  readonly drawClimbs: () => Line[];
}

interface Stretch {
  readonly a: Point;
  readonly b: Point;
}

const unit = (a: Point, b: Point): Point => {
  const length = distanceM(a, b) || 1;
  return [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
};
const dot = (a: Point, b: Point) => a[0] * b[0] + a[1] * b[1];

/** Fractions along p–q and a–b at which they cross, or null. */
export function crossing(p: Point, q: Point, a: Point, b: Point): readonly [number, number] | null {
  const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
  const [ex, ey] = [b[0] - a[0], b[1] - a[1]];
  const cross = dx * ey - dy * ex;
  if (cross === 0) return null;
  const along = ((a[0] - p[0]) * ey - (a[1] - p[1]) * ex) / cross;
  const across = ((a[0] - p[0]) * dy - (a[1] - p[1]) * dx) / cross;
  return along >= 0 && along <= 1 && across >= 0 && across <= 1 ? [along, across] : null;
}

/** An empty plan over a field. */
export function startDrawing({ field, spacingAt, buildable, walls, random }: DrawingOptions): Drawing {
  const stretches = spatialHash<Stretch>(60);
  const climbs = spatialHash<Stretch>(60);
  const lines: Line[] = [];
  const file = (line: Line, into = stretches) => {
    for (let at = 1; at < line.length; at++) {
      const [a, b] = [line[at - 1]!, line[at]!];
      into.add({ a, b }, a, b);
    }
  };
  for (const wall of walls) file(wall);

  // the nearest place where the step p–q meets a street or wall
  const meets = (p: Point, q: Point): Point | null => {
    let nearest = 2;
    for (const { a, b } of stretches.near(p, distanceM(p, q) + 1)) {
      const cut = crossing(p, q, a, b);
      if (cut && cut[0] > 1e-6) nearest = Math.min(nearest, cut[0]);
    }
    return nearest > 1 ? null : [p[0] + (q[0] - p[0]) * nearest, p[1] + (q[1] - p[1]) * nearest];
  };
  const isCrowded = (place: Point, direction: Point, roomM: number, among = stretches) =>
    among
      .near(place, roomM)
      .some(
        ({ a, b }) =>
          Math.abs(dot(unit(a, b), direction)) > PARALLEL &&
          (distanceM(a, place) < roomM || distanceM(b, place) < roomM),
      );
  const along = (place: Point, heading: Point): Point => {
    const direction = field(place);
    return dot(direction, heading) < 0 ? [-direction[0], -direction[1]] : direction;
  };
  const step = (from: Point, direction: Point, lengthM = STEP_M): Point => [
    from[0] + direction[0] * lengthM,
    from[1] + direction[1] * lengthM,
  ];

  // straight on until something is met, so that streets end at streets
  const finish = (end: Point, heading: Point): Point | null =>
    meets(end, step(end, heading, 1.3 * spacingAt(end)));

  function traceHalf(seed: Point, heading: Point, roomFactor: number): Point[] {
    const points: Point[] = [];
    let [at, direction] = [seed, heading];
    while (points.length * STEP_M < LONGEST_CONTOUR_M) {
      direction = along(at, direction);
      const middle = step(at, direction, STEP_M / 2);
      direction = along(middle, direction);
      const next = step(at, direction);
      if (!buildable(next) || isCrowded(next, direction, roomFactor * spacingAt(next))) {
        const met = finish(at, direction);
        if (met) points.push(met);
        return points;
      }
      points.push(next);
      at = next;
    }
    const met = finish(at, direction);
    if (met) points.push(met);
    return points;
  }

  function contourFrom(seed: Point): Line | null {
    const direction = field(seed);
    if (!buildable(seed) || isCrowded(seed, direction, 0.9 * spacingAt(seed))) return null;
    const ahead = traceHalf(seed, direction, 0.55);
    const behind = traceHalf(seed, [-direction[0], -direction[1]], 0.55);
    const line = [...behind.reverse(), seed, ...ahead];
    return lengthM(line) < SHORTEST_M ? null : line;
  }

  function drawContours(): Line[] {
    const drawn: Line[] = [];
    for (let number = 0; number < lines.length; number++) {
      const line = lines[number]!;
      for (let at = 1; at < line.length; at += 3) {
        const heading = unit(line[at - 1]!, line[at]!);
        for (const side of [1, -1]) {
          const offsetM = side * spacingAt(line[at]!) * random.between(0.95, 1.15);
          const seed: Point = [line[at]![0] - heading[1] * offsetM, line[at]![1] + heading[0] * offsetM];
          const contour = contourFrom(seed);
          if (!contour) continue;
          drawn.push(contour);
          lines.push(contour);
          file(contour);
        }
      }
    }
    return drawn;
  }

  function climbFrom(start: Point, heading: Point, longestM: number): Line | null {
    const points: Point[] = [start];
    let [at, direction] = [start, heading];
    while ((points.length - 1) * STEP_M < longestM) {
      const flat = field(at);
      const up: Point = [-flat[1], flat[0]];
      direction = dot(up, direction) < 0 ? [-up[0], -up[1]] : up;
      const next = step(at, direction);
      const met = meets(points.length === 1 ? step(at, direction, 0.5) : at, next);
      if (met) return [...points, met];
      if (!buildable(next) || isCrowded(next, direction, 0.4 * spacingAt(next), climbs)) return null;
      points.push(next);
      at = next;
    }
    return null;
  }

  // Up and down from one place of a street, where there is room for a climb.
  function climbsAt(start: Point, heading: Point): Line[] {
    return [1, -1].flatMap((side) => {
      const climb = climbFrom(start, [-heading[1] * side, heading[0] * side], 3.2 * spacingAt(start));
      if (!climb || lengthM(climb) < SHORTEST_CLIMB_M) return [];
      const middle = climb[Math.floor(climb.length / 2)]!;
      if (isCrowded(middle, unit(climb[0]!, climb.at(-1)!), 0.55 * spacingAt(middle), climbs)) return [];
      file(climb);
      file(climb, climbs);
      return [climb];
    });
  }

  function drawClimbs(): Line[] {
    return lines.flatMap((line) => {
      const drawn: Line[] = [];
      let wait = random.between(0.2, 1) * spacingAt(line[0]!);
      for (let at = 1; at < line.length; at++) {
        wait -= distanceM(line[at - 1]!, line[at]!);
        if (wait > 0) continue;
        wait = spacingAt(line[at]!) * random.between(0.75, 1.25);
        drawn.push(...climbsAt(line[at]!, unit(line[at - 1]!, line[at]!)));
      }
      return drawn;
    });
  }

  return {
    addGiven(line) {
      lines.push(line);
      file(line);
    },
    drawContours,
    drawClimbs,
  };
}
