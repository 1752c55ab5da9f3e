import type { Archetype } from "./archetype.ts";
import { cutAlong, inset } from "./clip.ts";
import { commonStretches, convexOverlap, fits, frameOf, rectangle, stretchesAt } from "./frame.ts";
import { distanceM, isInside, type Line, type Point, signedAreaSqm } from "./plane.ts";
import type { Random } from "./random.ts";

/** A footprint on a site, and the rectangle it stands in. */
export interface Placed {
  readonly ring: Line;
  readonly box: Line;
}

const SETBACK_M = 1.5;

// Footprints are not all boxes: towers have notched corners, halls an L, the rest a plain rectangle.
function shapeIn(
  u: number,
  v: number,
  width: number,
  depth: number,
  archetype: Archetype,
  random: Random,
): Point[] {
  if (archetype.id.startsWith("tower")) {
    const [nu, nv] = [width * random.between(0.16, 0.26), depth * random.between(0.14, 0.24)];
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
  if ((archetype.id === "public-hall" || archetype.id === "office-slab") && random.chance(0.4)) {
    const [nu, nv] = [width * random.between(0.3, 0.6), depth * random.between(0.3, 0.5)];
    return [
      [u, v],
      [u + width, v],
      [u + width, v + depth - nv],
      [u + width - nu, v + depth - nv],
      [u + width - nu, v + depth],
      [u, v + depth],
    ];
  }
  return rectangle(u, v, width, depth);
}

/** Buildings in rows along the main side of a site, `roominess` (1 = as usual) times the usual gaps apart. */
export function inRows(site: Line, archetype: Archetype, random: Random, roominess: number): Placed[] {
  const frame = frameOf(site);
  const options = { archetype, random, gapM: archetype.gapM * roominess };
  return inset(site, SETBACK_M)
    .flatMap((piece) => rowsIn(piece.map(frame.toFrame), options))
    .map(({ ring, box }) => ({ ring: ring.map(frame.toPlane), box: box.map(frame.toPlane) }));
}

function rowsIn(ring: Line, options: RowOptions): Placed[] {
  const { archetype, random, gapM } = options;
  const vs = ring.map(([, v]) => v);
  const last = Math.max(...vs);
  const placed: Placed[] = [];
  let v = Math.min(...vs) + random.between(0.2, 2.5);
  while (v < last) {
    const depth = random.between(...archetype.depthM);
    const row = rowAt(ring, v, depth, options);
    placed.push(...row);
    v += row.length > 0 ? depth + gapM * random.between(1.1, 1.5) : 3;
  }
  return placed;
}

// What fits between the horizontals at v and v + depth.
function rowAt(ring: Line, v: number, depth: number, options: RowOptions): Placed[] {
  const sides = commonStretches(stretchesAt(ring, v + 0.01), stretchesAt(ring, v + depth - 0.01));
  return commonStretches(sides, stretchesAt(ring, v + depth / 2))
    .flatMap((stretch) => boxesAlong(stretch, v, depth, options))
    .filter((box) => fits(box, ring))
    .map((box) => {
      const [u, low] = box[0]!;
      return {
        ring: shapeIn(u, low, box[1]![0] - u, depth, options.archetype, options.random),
        box,
      };
    });
}

interface RowOptions {
  readonly archetype: Archetype;
  readonly gapM: number;
  readonly random: Random;
}

function boxesAlong(
  [from, to]: readonly [number, number],
  v: number,
  depth: number,
  { archetype, gapM, random }: RowOptions,
): Point[][] {
  const boxes: Point[][] = [];
  let u = from + random.between(0.1, 1.5);
  while (u < to) {
    const room = to - u - 0.1;
    const width = Math.min(random.between(...archetype.widthM), room);
    if (width < archetype.widthM[0] * 0.8) break;
    boxes.push(rectangle(u, v, width, depth));
    u += width + gapM * random.between(0.8, 1.3);
  }
  return boxes;
}

/** Houses on lots: the site is halved again and again until lots have the size of a house and its yard. */
export function onLots(site: Line, archetype: Archetype, random: Random): Placed[] {
  const lotSqm =
    ((archetype.widthM[0] + archetype.widthM[1]) / 2 + archetype.gapM) *
    ((archetype.depthM[0] + archetype.depthM[1]) / 2 + archetype.gapM) *
    1.15;
  const placed: Placed[] = [];
  const open: Line[] = [site];
  for (let lot = open.pop(); lot; lot = open.pop()) {
    if (signedAreaSqm(lot) > lotSqm * random.between(1, 1.7)) {
      const parts = halve(lot, random);
      if (parts.length > 1) {
        open.push(...parts);
        continue;
      }
    }
    if (random.chance(0.1)) continue;
    for (const ring of inset(lot, archetype.gapM / 2 + random.between(0, 0.5))) {
      if (signedAreaSqm(ring) >= 24) placed.push({ ring, box: ring });
    }
  }
  return placed;
}

function halve(lot: Line, random: Random): Line[] {
  const frame = frameOf(lot);
  const corners = lot.map(frame.toFrame);
  const us = corners.map(([u]) => u);
  const vs = corners.map(([, v]) => v);
  const [width, depth] = [Math.max(...us) - Math.min(...us), Math.max(...vs) - Math.min(...vs)];
  const along = random.between(0.42, 0.58);
  const u = width >= depth ? Math.min(...us) + width * along : 0;
  const v = width >= depth ? 0 : Math.min(...vs) + depth * along;
  const place = frame.toPlane([u, v]);
  const ahead = frame.toPlane(width >= depth ? [u, v + 1] : [u + 1, v]);
  const [left, right] = cutAlong(lot, place, [ahead[0] - place[0], ahead[1] - place[1]]);
  return [...left, ...right];
}

/** Small buildings along the sides of a site, clear of what stands there. */
export function alongSides(
  site: Line,
  standing: readonly Placed[],
  archetype: Archetype,
  random: Random,
): Placed[] {
  const placed: Placed[] = [];
  for (const ring of inset(site, SETBACK_M)) {
    for (let at = 0; at < ring.length; at++) {
      const [a, b] = [ring[at]!, ring[(at + 1) % ring.length]!];
      const length = distanceM(a, b);
      let along = random.between(1, 8);
      while (along + archetype.widthM[1] + 1 < length) {
        const width = random.between(...archetype.widthM);
        const box = boxBeside(a, b, along / length, width, random.between(...archetype.depthM));
        const clear = [...standing, ...placed].every((other) => !convexOverlap(box, other.box, 0.8));
        if (clear && box.every((corner) => isInside(corner, ring))) placed.push({ ring: box, box });
        along += width + random.between(2, 16);
      }
    }
  }
  return placed;
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
