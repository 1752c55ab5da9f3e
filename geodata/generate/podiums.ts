import type { Archetype } from "./archetype.ts";
import { officeBody, towerBody } from "./bodies.ts";
import { common, inset, without } from "./clip.ts";
import { convexOverlap, type Frame, fits, rectangle } from "./frame.ts";
import { partsUpTo } from "./lots.ts";
import { moved, type Placed } from "./placed.ts";
import { distanceM, type Line, type Point, signedAreaSqm } from "./plane.ts";
import type { Random } from "./random.ts";

/** Larger blocks are several malls, m². */
const LARGEST_PODIUM_SQM = 13_000;
const SMALLEST_PODIUM_SQM = 700;
const PAVEMENT_M = 4;
/** A tower stands so far back from the edge of its podium, metres. */
const EDGE_M = 3;
const TRIES = 40;

interface TowerOptions {
  readonly archetype: Archetype;
  readonly frame: Frame;
  readonly random: Random;
}

const bounds = (ring: Line) => {
  const us = ring.map(([u]) => u);
  const vs = ring.map(([, v]) => v);
  return {
    low: [Math.min(...us), Math.min(...vs)] as const,
    high: [Math.max(...us), Math.max(...vs)] as const,
  };
};

// Towers where chance puts them within a ring of the frame, clear of its edge and of each other.
function towersWithin(ring: Line, count: number, { archetype, random }: TowerOptions): Placed[] {
  const { low, high } = bounds(ring);
  const towers: Placed[] = [];
  for (let attempt = 0; attempt < TRIES && towers.length < count; attempt++) {
    const [width, depth] = [random.between(...archetype.widthM), random.between(...archetype.depthM)];
    const [u, v] = [random.between(low[0], high[0] - width), random.between(low[1], high[1] - depth)];
    const room = rectangle(u - EDGE_M, v - EDGE_M, width + 2 * EDGE_M, depth + 2 * EDGE_M);
    if (!fits(room, ring) || !liesWithin(room, ring)) continue;
    const box = rectangle(u, v, width, depth);
    if (towers.some((other) => convexOverlap(box, other.box, archetype.gapM))) continue;
    towers.push({
      ring: (archetype.id === "cbd-tower" ? officeBody : towerBody)({ u, v, width, depth }, random, 0),
      holes: [],
      box,
      archetype: archetype.id,
    });
  }
  return towers;
}

/** Blocks of the centre: a podium over most of the ground, office and hotel towers rising through it. */
export function podiumBlocks(site: Line, options: TowerOptions): Placed[] {
  const { frame, random } = options;
  const parts = partsUpTo(site, random, () => LARGEST_PODIUM_SQM * random.between(0.35, 1));
  return parts.flatMap((part) =>
    inset(part, PAVEMENT_M * random.between(0.7, 1.6)).flatMap((piece) => {
      const ring = piece.map(frame.toFrame);
      const sizeSqm = signedAreaSqm(ring);
      const towers = towersWithin(ring, Math.max(1, Math.round(sizeSqm / 2_700)), options);
      const bare = random.chance(0.15) || sizeSqm < SMALLEST_PODIUM_SQM;
      const podium = { ring, holes: towers.map((tower) => tower.ring), box: ring, archetype: "podium" };
      return [...(bare ? [] : [podium]), ...towers].map((placed) => moved(placed, frame.toPlane));
    }),
  );
}

/** A shopping podium along the long side of a site with dwelling towers rising through it; nothing where none fits. */
export function podiumStrip(site: Line, options: TowerOptions): Placed[] {
  const { archetype, frame, random } = options;
  const depth = archetype.depthM[1] + 2 * EDGE_M + random.between(1, 8);
  return inset(site, PAVEMENT_M).flatMap((piece) => {
    const ring = piece.map(frame.toFrame);
    const { low, high } = bounds(ring);
    const strip = rectangle(low[0], random.chance(0.5) ? low[1] : high[1] - depth, high[0] - low[0], depth);
    return common(ring, strip)
      .flatMap((part) => inset(part, 0.1))
      .filter((part) => signedAreaSqm(part) > SMALLEST_PODIUM_SQM)
      .flatMap((part) => {
        const count = Math.max(
          1,
          Math.floor(signedAreaSqm(part) / depth / (archetype.widthM[1] + archetype.gapM)),
        );
        const towers = towersWithin(part, count, options);
        if (towers.length === 0) return [];
        return [
          { ring: part, holes: towers.map((tower) => tower.ring), box: part, archetype: "podium" },
          ...towers,
        ];
      })
      .map((placed) => moved(placed, frame.toPlane));
  });
}

/** Towers along the edge of a large site around a green, each turned to the side it stands on. */
export function roundGreen(site: Line, { archetype, random }: TowerOptions): Placed[] {
  const placed: Placed[] = [];
  for (const ring of inset(site, PAVEMENT_M + random.between(0, 5))) {
    for (let at = 0; at < ring.length; at++) {
      const [a, b] = [ring[at]!, ring[(at + 1) % ring.length]!];
      const length = distanceM(a, b);
      const [dx, dy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
      const toPlane = ([u, v]: Point): Point => [a[0] + dx * u - dy * v, a[1] + dy * u + dx * v];
      let u = random.between(0.5, 6);
      while (u + archetype.widthM[0] < length) {
        const [width, depth] = [random.between(...archetype.widthM), random.between(...archetype.depthM)];
        const box = rectangle(u, 0.2, width, depth).map(toPlane);
        const free = placed.every((other) => !convexOverlap(box, other.box, archetype.gapM * 0.7));
        if (free && liesWithin(box, ring)) {
          const body = towerBody({ u, v: 0.2, width, depth }, random).map(toPlane);
          placed.push({ ring: body, holes: [], box });
        }
        u += width + archetype.gapM * random.between(0.9, 1.6);
      }
    }
  }
  return placed;
}

// a turned box lies within a ring where nothing of it is left outside
const liesWithin = (box: Line, ring: Line) => without(box, [ring]).length === 0;
