import type { Archetype } from "./archetype.ts";
import { inset } from "./clip.ts";
import { convexOverlap } from "./frame.ts";
import { type Placed, plain } from "./placed.ts";
import { distanceM, isInside, type Line, type Point } from "./plane.ts";
import type { Random } from "./random.ts";

const SETBACK_M = 1.5;

/** How houses stand along the street: so many wall to wall, then a gap. */
export interface Run {
  readonly houses: readonly [low: number, high: number];
  readonly gapM: readonly [low: number, high: number];
}

/** Houses wall to wall along the sides of a site, in runs, clear of what stands there. */
export function alongSides(
  site: Line,
  standing: readonly Placed[],
  archetype: Archetype,
  run: Run,
  random: Random,
): Placed[] {
  const placed: Placed[] = [];
  for (const ring of inset(site, SETBACK_M)) {
    for (let at = 0; at < ring.length; at++) {
      const [a, b] = [ring[at]!, ring[(at + 1) % ring.length]!];
      for (const box of boxesAlong(a, b, archetype, run, random)) {
        const clear = [...standing, ...placed].every((other) => !convexOverlap(box, other.box, 0.05));
        if (clear && liesIn(box, ring)) placed.push(plain(box));
      }
    }
  }
  return placed;
}

// corners inside, and no corner of the ring juts into it
const liesIn = (box: Line, ring: Line) =>
  box.every((corner) => isInside(corner, ring)) && !ring.some((corner) => isInside(corner, box));

function boxesAlong(a: Point, b: Point, archetype: Archetype, run: Run, random: Random): Point[][] {
  const lengthM = distanceM(a, b);
  const boxes: Point[][] = [];
  let along = random.between(0.5, Math.min(9, run.gapM[1]));
  while (along + archetype.widthM[0] < lengthM) {
    // a run is built as one: its houses are equally deep, their fronts differ
    const depth = random.between(...archetype.depthM);
    for (let house = random.whole(...run.houses); house > 0; house--) {
      const width = random.between(...archetype.widthM);
      if (along + width > lengthM) break;
      boxes.push(boxBeside(a, b, along / lengthM, width, depth * random.between(0.92, 1)));
      along += width + 0.2;
    }
    along += random.between(...run.gapM);
  }
  return boxes;
}

function boxBeside(a: Point, b: Point, fraction: number, width: number, depth: number): Point[] {
  const length = distanceM(a, b);
  const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  // the ring runs counter-clockwise, so its inside is to the left; a hand's breadth keeps the corners inside
  const start: Point = [
    a[0] + (b[0] - a[0]) * fraction - dy * 0.1,
    a[1] + (b[1] - a[1]) * fraction + dx * 0.1,
  ];
  return [
    start,
    [start[0] + dx * width, start[1] + dy * width],
    [start[0] + dx * width - dy * depth, start[1] + dy * width + dx * depth],
    [start[0] - dy * depth, start[1] + dx * depth],
  ];
}
