import type { Archetype } from "./archetype.ts";
import { cornerless } from "./bodies.ts";
import { cutAlong, inset } from "./clip.ts";
import { frameOf } from "./frame.ts";
import { type Placed, plain } from "./placed.ts";
import { type Line, type Point, signedAreaSqm } from "./plane.ts";
import type { Random } from "./random.ts";

const SMALLEST_HOUSE_SQM = 24;

/** Houses on lots: the site is halved until lots have the size of a house and its yard; `empty` of them stay bare. */
export function onLots(site: Line, archetype: Archetype, random: Random, empty: number): Placed[] {
  const mean = (range: readonly [number, number]) => (range[0] + range[1]) / 2 + archetype.gapM;
  const lotSqm = mean(archetype.widthM) * mean(archetype.depthM) * 1.05;
  // one lot in seven is a large house, a hall or a workshop: sizes have a long tail
  return (
    partsUpTo(
      site,
      random,
      () => lotSqm * (random.chance(0.14) ? random.between(2.5, 5) : random.between(1, 1.7)),
    )
      .filter(() => !random.chance(empty))
      .flatMap((lot) => inset(lot, archetype.gapM / 2 + random.between(0, 0.5)))
      // a wedge between two lanes is a yard
      .filter((ring) => ring.length > 3 && signedAreaSqm(ring) >= SMALLEST_HOUSE_SQM)
      .map((ring) => houseOn(ring, random))
  );
}

function houseOn(ring: Point[], random: Random): Placed {
  const whole = plain(ring);
  if (ring.length !== 4 || !isConvex(ring) || !random.chance(0.45)) return whole;
  // the shares add up to less than one: the inner corner stays on this side of the diagonal
  const shares = [random.between(0.25, 0.48), random.between(0.25, 0.48)] as const;
  const body = cornerless(ring, random.whole(0, 3), shares);
  return signedAreaSqm(body) >= SMALLEST_HOUSE_SQM ? { ...whole, ring: body } : whole;
}

const isConvex = (ring: Line) =>
  ring.every((corner, at) => {
    const [next, after] = [1, 2].map((step) => ring[(at + step) % ring.length]!) as [Point, Point];
    return signedAreaSqm([corner, next, after]) > 0;
  });

/** The site cut in two again and again until no part is larger than the size drawn for it, m². */
export function partsUpTo(site: Line, random: Random, largestSqm: () => number): Line[] {
  const parts: Line[] = [];
  const open: Line[] = [site];
  for (let part = open.pop(); part; part = open.pop()) {
    const halves = signedAreaSqm(part) > largestSqm() ? halve(part, random.between(0.42, 0.58)) : [];
    if (halves.length > 1) open.push(...halves);
    else parts.push(part);
  }
  return parts;
}

/** A ring cut across its longer side at a share of it. */
export function halve(lot: Line, share: number): Line[] {
  const frame = frameOf(lot);
  const corners = lot.map(frame.toFrame);
  const us = corners.map(([u]) => u);
  const vs = corners.map(([, v]) => v);
  const [width, depth] = [Math.max(...us) - Math.min(...us), Math.max(...vs) - Math.min(...vs)];
  const u = width >= depth ? Math.min(...us) + width * share : 0;
  const v = width >= depth ? 0 : Math.min(...vs) + depth * share;
  const place = frame.toPlane([u, v]);
  const ahead = frame.toPlane(width >= depth ? [u, v + 1] : [u + 1, v]);
  const [left, right] = cutAlong(lot, place, [ahead[0] - place[0], ahead[1] - place[1]]);
  return [...left, ...right];
}
