import type { NodePlaces } from "./node-places.ts";

/** With more gates than this the links would be thousands; the outline alone then carries the way round. */
const GATES_MAX = 24;

/**
 * Straight ways across a square: between each two gates (places of its rings that other lines share) whose connection
 * stays inside. Rings are closed lists of places.
 */
export function squareLinks(
  places: NodePlaces,
  rings: readonly (readonly number[])[],
  isGate: (place: number) => boolean,
): [number, number][] {
  const gates = [...new Set(rings.flat())].filter(isGate);
  if (gates.length < 2 || gates.length > GATES_MAX) return [];
  const sides = rings.flatMap((ring) => ring.slice(1).map((end, index): Side => [ring[index]!, end]));
  const links: [number, number][] = [];
  for (const [index, from] of gates.entries()) {
    for (const to of gates.slice(index + 1)) {
      if (staysInside(places, sides, from, to)) links.push([from, to]);
    }
  }
  return links;
}

type Side = readonly [number, number];

function staysInside(places: NodePlaces, sides: readonly Side[], from: number, to: number): boolean {
  // a side of the outline is a way already
  if (sides.some(([a, b]) => (a === from && b === to) || (a === to && b === from))) return false;
  const crosses = ([a, b]: Side) =>
    a !== from && a !== to && b !== from && b !== to && sidesCross(places, from, to, a, b);
  if (sides.some(crosses)) return false;
  const lon = (places.lonOf(from) + places.lonOf(to)) / 2;
  const lat = (places.latOf(from) + places.latOf(to)) / 2;
  return sides.filter((side) => isEastOf(places, side, lon, lat)).length % 2 === 1;
}

function sidesCross(places: NodePlaces, a: number, b: number, c: number, d: number): boolean {
  const turn = (p: number, q: number, r: number) =>
    Math.sign(
      (places.lonOf(q) - places.lonOf(p)) * (places.latOf(r) - places.latOf(p)) -
        (places.latOf(q) - places.latOf(p)) * (places.lonOf(r) - places.lonOf(p)),
    );
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

// whether a ray from the place to the east crosses the side
function isEastOf(places: NodePlaces, [a, b]: Side, lon: number, lat: number): boolean {
  const [y1, y2] = [places.latOf(a), places.latOf(b)];
  if (y1 > lat === y2 > lat) return false;
  return lon < places.lonOf(a) + ((lat - y1) / (y2 - y1)) * (places.lonOf(b) - places.lonOf(a));
}
