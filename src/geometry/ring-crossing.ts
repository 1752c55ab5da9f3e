import type { Position, Ring } from "./position.ts";

interface Segment {
  readonly from: Position;
  readonly to: Position;
  readonly ring: number;
  readonly index: number;
  /** Segments of its ring. */
  readonly count: number;
}

const west = ({ from, to }: Segment) => Math.min(from[0], to[0]);
const east = ({ from, to }: Segment) => Math.max(from[0], to[0]);

/** A place where closed rings cross: a ring itself or another; null where they do not. Touching counts within one ring. */
export function ringCrossing(rings: readonly Ring[]): Position | null {
  const segments = rings.flatMap(segmentsOf).sort((a, b) => west(a) - west(b));
  for (const [index, segment] of segments.entries()) {
    const end = east(segment);
    for (let next = index + 1; next < segments.length; next++) {
      const other = segments[next]!;
      if (west(other) > end) break;
      const place = meetingPlace(segment, other);
      if (place) return place;
    }
  }
  return null;
}

function segmentsOf(ring: Ring, ringIndex: number): Segment[] {
  const count = ring.length - 1;
  return ring
    .slice(1)
    .map((to, index) => ({ from: ring[index]!, to, ring: ringIndex, index, count }))
    .filter(({ from, to }) => from[0] !== to[0] || from[1] !== to[1]);
}

function meetingPlace(a: Segment, b: Segment): Position | null {
  if (a.ring !== b.ring) return crossing(a, b, false);
  if ((a.index + 1) % a.count === b.index) return turnsBack(a, b);
  if ((b.index + 1) % b.count === a.index) return turnsBack(b, a);
  return crossing(a, b, true);
}

// neighbours share a corner; they overlap only where the line runs back on itself
function turnsBack(first: Segment, second: Segment): Position | null {
  const [ax, ay] = [first.to[0] - first.from[0], first.to[1] - first.from[1]];
  const [bx, by] = [second.to[0] - second.from[0], second.to[1] - second.from[1]];
  return ax * by - ay * bx === 0 && ax * bx + ay * by < 0 ? first.to : null;
}

// the side of a segment a point lies on: positive left, negative right, 0 on its line
const side = ({ from, to }: Segment, [x, y]: Position) =>
  (to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0]);

const isWithin = ({ from, to }: Segment, [x, y]: Position) =>
  x >= Math.min(from[0], to[0]) &&
  x <= Math.max(from[0], to[0]) &&
  y >= Math.min(from[1], to[1]) &&
  y <= Math.max(from[1], to[1]);

function crossing(a: Segment, b: Segment, touching: boolean): Position | null {
  const [fromSide, toSide] = [side(a, b.from), side(a, b.to)];
  const [aFromSide, aToSide] = [side(b, a.from), side(b, a.to)];
  if (fromSide * toSide < 0 && aFromSide * aToSide < 0) {
    const share = fromSide / (fromSide - toSide);
    return [b.from[0] + share * (b.to[0] - b.from[0]), b.from[1] + share * (b.to[1] - b.from[1])];
  }
  if (!touching) return null;
  if (fromSide === 0 && isWithin(a, b.from)) return b.from;
  if (toSide === 0 && isWithin(a, b.to)) return b.to;
  if (aFromSide === 0 && isWithin(b, a.from)) return a.from;
  return aToSide === 0 && isWithin(b, a.to) ? a.to : null;
}
