/** A rectangle of nodes a step apart; node n stands in column n % columns and row floor(n / columns), rows to the north. */
export interface Lattice {
  readonly columns: number;
  readonly rows: number;
}

/** How far the line runs from an inside node towards an outside one beside it: between 0 and 1, both exclusive. */
export type Crossing = (insideNode: number, outsideNode: number) => number;

/** A closed ring, x and y interleaved, the first point repeated at the end; the inside lies to its left. */
export type FlatRing = readonly number[];

const BOTTOM = 0;
const RIGHT = 1;
const TOP = 2;
const LEFT = 3;

// Per cell, by which of its corners are inside (1 south-west, 2 south-east, 4 north-east, 8 north-west): the sides at
// which pieces of the line enter and leave it. Corners across the diagonal are kept apart, so that rings never touch.
const PIECES: readonly (readonly number[])[] = [
  [],
  [BOTTOM, LEFT],
  [RIGHT, BOTTOM],
  [RIGHT, LEFT],
  [TOP, RIGHT],
  [BOTTOM, LEFT, TOP, RIGHT],
  [TOP, BOTTOM],
  [TOP, LEFT],
  [LEFT, TOP],
  [BOTTOM, TOP],
  [RIGHT, BOTTOM, LEFT, TOP],
  [RIGHT, TOP],
  [LEFT, RIGHT],
  [BOTTOM, RIGHT],
  [LEFT, BOTTOM],
  [],
];

// The line as a map from each crossed side to the next: 2 n is the side from node n to the east, 2 n + 1 to the north.
function linkSides(inside: Uint8Array, { columns, rows }: Lattice): Int32Array {
  const next = new Int32Array(2 * columns * rows).fill(-1);
  for (let row = 0; row + 1 < rows; row++) {
    for (let node = row * columns; node < (row + 1) * columns - 1; node++) {
      const corners =
        inside[node]! |
        (inside[node + 1]! << 1) |
        (inside[node + columns + 1]! << 2) |
        (inside[node + columns]! << 3);
      if (corners === 0 || corners === 15) continue;
      const pieces = PIECES[corners]!;
      const sideOf = [2 * node, 2 * (node + 1) + 1, 2 * (node + columns), 2 * node + 1];
      for (let piece = 0; piece < pieces.length; piece += 2) {
        next[sideOf[pieces[piece]!]!] = sideOf[pieces[piece + 1]!]!;
      }
    }
  }
  return next;
}

/**
 * The rings round the inside nodes (1 in `inside`, 0 outside; the outermost nodes must be outside), in units of the
 * lattice: marching squares (W. Lorensen, H. Cline 1987, in the plane). Every side is crossed once and strictly between
 * its nodes, so rings neither cross nor touch, and a greater set of nodes with farther crossings encloses a smaller.
 */
export function contourRings(inside: Uint8Array, lattice: Lattice, crossing: Crossing): FlatRing[] {
  const { columns } = lattice;
  const next = linkSides(inside, lattice);
  const pushPoint = (ring: number[], side: number) => {
    const node = side >> 1;
    const upward = (side & 1) === 1;
    const other = upward ? node + columns : node + 1;
    const along = inside[node] === 1 ? crossing(node, other) : 1 - crossing(other, node);
    ring.push((node % columns) + (upward ? 0 : along), Math.floor(node / columns) + (upward ? along : 0));
  };
  const rings: FlatRing[] = [];
  for (let start = 0; start < next.length; start++) {
    if (next[start] === -1) continue;
    const ring: number[] = [];
    for (let side = start; next[side] !== -1; ) {
      pushPoint(ring, side);
      const following = next[side]!;
      next[side] = -1;
      side = following;
    }
    ring.push(ring[0]!, ring[1]!);
    rings.push(ring);
  }
  return rings;
}

interface MeasuredRing {
  readonly ring: FlatRing;
  /** Positive where the ring runs counter-clockwise. */
  readonly signedArea: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

function measureRing(ring: FlatRing): MeasuredRing {
  let doubled = 0;
  let [west, south, east, north] = [ring[0]!, ring[1]!, ring[0]!, ring[1]!];
  for (let at = 2; at < ring.length; at += 2) {
    const x = ring[at]!;
    const y = ring[at + 1]!;
    doubled += ring[at - 2]! * y - x * ring[at - 1]!;
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return { ring, signedArea: doubled / 2, west, south, east, north };
}

function encloses({ ring, west, south, east, north }: MeasuredRing, x: number, y: number): boolean {
  if (x < west || x > east || y < south || y > north) return false;
  let within = false;
  for (let at = 2; at < ring.length; at += 2) {
    const [x1, y1, x2, y2] = [ring[at - 2]!, ring[at - 1]!, ring[at]!, ring[at + 1]!];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) within = !within;
  }
  return within;
}

/** Puts rings that neither cross nor touch together as polygons: each counter-clockwise ring with the holes right inside it. */
export function polygonsOf(rings: readonly FlatRing[]): FlatRing[][] {
  const measured = rings.map(measureRing);
  const outer = measured.filter(({ signedArea }) => signedArea > 0);
  // the smallest enclosing ring is the one a hole belongs to
  outer.sort((a, b) => a.signedArea - b.signedArea);
  const polygons = outer.map(({ ring }) => [ring]);
  for (const { ring, signedArea } of measured) {
    if (signedArea > 0) continue;
    const owner = outer.findIndex((candidate) => encloses(candidate, ring[0]!, ring[1]!));
    polygons[owner]?.push(ring);
  }
  return polygons;
}
