import { addVertex, type Outline } from "./outline.ts";

export type SimplifyScratch = { keep: Uint8Array; stack: number[] };

/**
 * Drops vertices of a line that lie within `tolerance` tile units of the simplified line, in place
 * (Douglas and Peucker 1973); the ends stay.
 */
export function simplifyLine(line: Outline, tolerance: number, scratch: SimplifyScratch): void {
  if (line.length < 3) return;
  const keep = clearedKeep(scratch, line.length);
  markKept(line, 0, line.length - 1, tolerance, scratch);
  compact(line, keep);
}

/** The same for a ring stored open: it is cut at its first vertex and at the vertex farthest from that. */
export function simplifyRing(ring: Outline, tolerance: number, scratch: SimplifyScratch): void {
  if (ring.length < 5) return;
  addVertex(ring, ring.xs[0]!, ring.ys[0]!);
  const keep = clearedKeep(scratch, ring.length);
  const far = farthestFromFirst(ring);
  markKept(ring, 0, far, tolerance, scratch);
  markKept(ring, far, ring.length - 1, tolerance, scratch);
  ring.length -= 1;
  compact(ring, keep);
}

function clearedKeep(scratch: SimplifyScratch, length: number): Uint8Array {
  if (scratch.keep.length < length) scratch.keep = new Uint8Array(length * 2);
  else scratch.keep.fill(0, 0, length);
  return scratch.keep;
}

function farthestFromFirst({ xs, ys, length }: Outline): number {
  let far = 0;
  let largest = -1;
  for (let vertex = 1; vertex < length; vertex++) {
    const distance = (xs[vertex]! - xs[0]!) ** 2 + (ys[vertex]! - ys[0]!) ** 2;
    if (distance > largest) {
      largest = distance;
      far = vertex;
    }
  }
  return far;
}

function markKept(
  shape: Outline,
  first: number,
  last: number,
  tolerance: number,
  scratch: SimplifyScratch,
): void {
  const { keep, stack } = scratch;
  keep[first] = 1;
  keep[last] = 1;
  stack.push(first, last);
  while (stack.length > 0) {
    const end = stack.pop()!;
    const start = stack.pop()!;
    const far = farthestFromSegment(shape, start, end, tolerance * tolerance);
    if (far === 0) continue;
    keep[far] = 1;
    stack.push(start, far, far, end);
  }
}

/** The vertex between `start` and `end` (exclusive) farthest from their segment, or 0 where all lie within the limit. */
function farthestFromSegment({ xs, ys }: Outline, start: number, end: number, limitSquared: number): number {
  const startX = xs[start]!;
  const startY = ys[start]!;
  const deltaX = xs[end]! - startX;
  const deltaY = ys[end]! - startY;
  const lengthSquared = deltaX * deltaX + deltaY * deltaY;
  let far = 0;
  let largest = limitSquared;
  for (let vertex = start + 1; vertex < end; vertex++) {
    const x = xs[vertex]! - startX;
    const y = ys[vertex]! - startY;
    const along =
      lengthSquared === 0 ? 0 : Math.max(0, Math.min(1, (x * deltaX + y * deltaY) / lengthSquared));
    const distance = (x - along * deltaX) ** 2 + (y - along * deltaY) ** 2;
    if (distance > largest) {
      largest = distance;
      far = vertex;
    }
  }
  return far;
}

function compact(shape: Outline, keep: Uint8Array): void {
  let kept = 0;
  for (let vertex = 0; vertex < shape.length; vertex++) {
    if (keep[vertex] !== 1) continue;
    shape.xs[kept] = shape.xs[vertex]!;
    shape.ys[kept++] = shape.ys[vertex]!;
  }
  shape.length = kept;
}
