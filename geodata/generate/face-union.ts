import type { Face } from "./faces.ts";
import { isInside, type Line, type Point, placeInside, signedAreaSqm } from "./plane.ts";

/** A polygon of the plane: its outer ring counter-clockwise, then its holes clockwise. */
export type PlanePolygon = readonly Line[];

interface Side {
  readonly from: number;
  readonly to: number;
  readonly place: Point;
}

// Sides of the faces that no other face of the set shares, by the node they start from.
function borderOf(faces: readonly Face[]): Map<number, Side[]> {
  const sides = new Map<string, Side>();
  for (const { nodes, ring } of faces) {
    nodes.forEach((from, at) => {
      const to = nodes[(at + 1) % nodes.length]!;
      if (!sides.delete(`${to} ${from}`)) sides.set(`${from} ${to}`, { from, to, place: ring[at]! });
    });
  }
  const leaving = new Map<number, Side[]>();
  for (const side of sides.values()) leaving.set(side.from, [...(leaving.get(side.from) ?? []), side]);
  return leaving;
}

function chain(leaving: Map<number, Side[]>): Side[][] {
  const rings: Side[][] = [];
  for (const start of [...leaving.keys()]) {
    while ((leaving.get(start)?.length ?? 0) > 0) {
      const ring: Side[] = [];
      for (let at = start; ; ) {
        const side = leaving.get(at)?.pop();
        if (!side) break;
        ring.push(side);
        at = side.to;
      }
      rings.push(ring);
    }
  }
  return rings;
}

// Where a ring comes through a node twice it is two rings.
function splitAtRepeats(ring: readonly Side[]): Line[] {
  const done: Line[] = [];
  const stack: Side[] = [];
  const at = new Map<number, number>();
  for (const side of ring) {
    const earlier = at.get(side.from);
    if (earlier !== undefined) {
      const loop = stack.splice(earlier);
      for (const { from } of loop) at.delete(from);
      done.push(loop.map(({ place }) => place));
    }
    at.set(side.from, stack.length);
    stack.push(side);
  }
  if (stack.length > 0) done.push(stack.map(({ place }) => place));
  return done;
}

/** The area a set of faces covers, along exactly their sides: neighbours share every point of their border. */
export function unionOf(faces: readonly Face[]): PlanePolygon[] {
  const rings = chain(borderOf(faces)).flatMap(splitAtRepeats);
  const outer = rings.filter((ring) => signedAreaSqm(ring) > 0);
  const holes = rings.filter((ring) => signedAreaSqm(ring) < 0);
  const polygons = outer.map((ring): Line[] => [ring]);
  for (const hole of holes) {
    const place = placeInside(hole);
    const around = polygons
      .filter(([ring]) => isInside(place, ring!))
      .sort((a, b) => signedAreaSqm(a[0]!) - signedAreaSqm(b[0]!))[0];
    around?.push(hole);
  }
  return polygons;
}

/** Which faces lie beside each other: numbers in the list given. */
export function neighboursOf(faces: readonly Face[]): number[][] {
  const owner = new Map<number, number[]>();
  faces.forEach(({ edges }, number) => {
    for (const edge of edges) owner.set(edge, [...(owner.get(edge) ?? []), number]);
  });
  const neighbours = faces.map(() => new Set<number>());
  for (const [a, b] of owner.values()) {
    if (a === undefined || b === undefined || a === b) continue;
    neighbours[a]!.add(b);
    neighbours[b]!.add(a);
  }
  return neighbours.map((set) => [...set].sort((x, y) => x - y));
}
