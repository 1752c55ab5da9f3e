import { rectangle } from "./frame.ts";
import type { Point } from "./plane.ts";
import type { Random } from "./random.ts";

/** A rectangle of a frame: its corner, width along u and depth along v, metres. */
export interface Box {
  readonly u: number;
  readonly v: number;
  readonly width: number;
  readonly depth: number;
}

/** The plan of a building in its box; slabs step up the slope by `stepM` over their length. */
export type Body = (box: Box, random: Random, stepM: number) => Point[];

/** A plain rectangle. */
export const rectangleBody: Body = ({ u, v, width, depth }) => rectangle(u, v, width, depth);

/** A tower's plan: a cross of four flats a floor, a plate with notched ends, or a plain shaft. */
export function towerBody(box: Box, random: Random): Point[] {
  const form = random.next();
  if (form < 0.5) return cross(box, random.between(0.16, 0.3), random.between(0.14, 0.28));
  if (form < 0.8) return plate(box, random.between(0.12, 0.3));
  return rectangle(box.u, box.v, box.width, box.depth);
}

function cross({ u, v, width, depth }: Box, shareU: number, shareV: number): Point[] {
  const [nu, nv] = [width * shareU, depth * shareV];
  return [
    [u + nu, v],
    [u + width - nu, v],
    [u + width - nu, v + nv],
    [u + width, v + nv],
    [u + width, v + depth - nv],
    [u + width - nu, v + depth - nv],
    [u + width - nu, v + depth],
    [u + nu, v + depth],
    [u + nu, v + depth - nv],
    [u, v + depth - nv],
    [u, v + nv],
    [u + nu, v + nv],
  ];
}

// Two wings and the core between them set back on both fronts.
function plate({ u, v, width, depth }: Box, back: number): Point[] {
  const [left, right] = [u + width * 0.38, u + width * 0.62];
  const [low, high] = [v + depth * back, v + depth * (1 - back)];
  return [
    [u, v],
    [left, v],
    [left, low],
    [right, low],
    [right, v],
    [u + width, v],
    [u + width, v + depth],
    [right, v + depth],
    [right, high],
    [left, high],
    [left, v + depth],
    [u, v + depth],
  ];
}

/** An office tower's plan: a plain shaft, or one with its corners cut. */
export const officeBody: Body = (box, random) => {
  if (random.chance(0.6)) return rectangleBody(box, random, 0);
  const { u, v, width, depth } = box;
  const cut = Math.min(width, depth) * random.between(0.14, 0.29);
  return [
    [u + cut, v],
    [u + width - cut, v],
    [u + width, v + cut],
    [u + width, v + depth - cut],
    [u + width - cut, v + depth],
    [u + cut, v + depth],
    [u, v + depth - cut],
    [u, v + cut],
  ];
};

/** Length of the stretch a stair serves in a slab, metres. */
const STAIR_M = 12.5;

/** A slab of one stair after another, each a little further up the slope: steps of `stepM` in all within the depth. */
export function slabBody({ u, v, width, depth }: Box, _random: Random, stepM: number): Point[] {
  const units = Math.max(1, Math.round(width / STAIR_M));
  const eachU = width / units;
  const stepV = units > 1 ? Math.abs(stepM) / (units - 1) : 0;
  const thick = depth - stepV * (units - 1);
  const low = (unit: number) => v + stepV * (stepM < 0 ? units - 1 - unit : unit);
  if (stepV < 0.4) return rectangle(u, v, width, depth);
  const front: Point[] = [];
  const back: Point[] = [];
  for (let unit = 0; unit < units; unit++) {
    const [from, to] = [u + eachU * unit, u + eachU * (unit + 1)];
    front.push([from, low(unit)], [to, low(unit)]);
    back.push([from, low(unit) + thick], [to, low(unit) + thick]);
  }
  return [...front, ...back.reverse()];
}

/** A hall: a plain body, an L, or a T. */
export function hallBody(box: Box, random: Random): Point[] {
  const { u, v, width, depth } = box;
  const form = random.next();
  if (form < 0.45) return rectangle(u, v, width, depth);
  const [nu, nv] = [width * random.between(0.3, 0.6), depth * random.between(0.3, 0.5)];
  const right: Point[] = [
    [u, v],
    [u + width, v],
    [u + width, v + depth - nv],
  ];
  if (form < 0.75) {
    return [...right, [u + width - nu, v + depth - nv], [u + width - nu, v + depth], [u, v + depth]];
  }
  const [from, to] = [u + width * 0.32, u + width * 0.68];
  return [
    ...right,
    [to, v + depth - nv],
    [to, v + depth],
    [from, v + depth],
    [from, v + depth - nv],
    [u, v + depth - nv],
  ];
}

/** A convex lot with one corner left open as a yard: shares of the two sides that meet there. */
export function cornerless(
  lot: readonly Point[],
  corner: number,
  shares: readonly [number, number],
): Point[] {
  const [before, at, after] = [-1, 0, 1].map((step) => lot[(corner + step + lot.length) % lot.length]!) as [
    Point,
    Point,
    Point,
  ];
  const back: Point = [(before[0] - at[0]) * shares[0], (before[1] - at[1]) * shares[0]];
  const ahead: Point = [(after[0] - at[0]) * shares[1], (after[1] - at[1]) * shares[1]];
  return [
    ...lot.slice(0, corner),
    [at[0] + back[0], at[1] + back[1]],
    [at[0] + back[0] + ahead[0], at[1] + back[1] + ahead[1]],
    [at[0] + ahead[0], at[1] + ahead[1]],
    ...lot.slice(corner + 1),
  ];
}
