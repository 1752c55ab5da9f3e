import { addVertex, type ClipBox, type Outline } from "./outline.ts";

/**
 * The part of a ring inside the box, by Sutherland and Hodgman (1974), one side after the other. The result is in
 * `ring` (with `spare` as the second store); a concave ring may come back with edges running along the box.
 */
export function clipRing(ring: Outline, spare: Outline, { low, high }: ClipBox): void {
  clipHalf(ring, spare, "x", low, 1);
  clipHalf(spare, ring, "x", high, -1);
  clipHalf(ring, spare, "y", low, 1);
  clipHalf(spare, ring, "y", high, -1);
}

/** Keeps what lies at or beyond `limit` in the direction of `sign` along one axis. */
function clipHalf(from: Outline, to: Outline, axis: "x" | "y", limit: number, sign: 1 | -1): void {
  const along = axis === "x" ? from.xs : from.ys;
  to.length = 0;
  for (let vertex = 0, before = from.length - 1; vertex < from.length; before = vertex++) {
    const startDepth = (along[before]! - limit) * sign;
    const endDepth = (along[vertex]! - limit) * sign;
    if (startDepth >= 0 !== endDepth >= 0)
      addCrossing(from, to, { before, vertex, share: startDepth / (startDepth - endDepth), axis, limit });
    if (endDepth >= 0) addVertex(to, from.xs[vertex]!, from.ys[vertex]!);
  }
}

type Crossing = { before: number; vertex: number; share: number; axis: "x" | "y"; limit: number };

function addCrossing(from: Outline, to: Outline, { before, vertex, share, axis, limit }: Crossing): void {
  const x = from.xs[before]! + (from.xs[vertex]! - from.xs[before]!) * share;
  const y = from.ys[before]! + (from.ys[vertex]! - from.ys[before]!) * share;
  addVertex(to, axis === "x" ? limit : x, axis === "y" ? limit : y);
}

/** Calls `take` with each stretch of a line inside the box; `stretch` is the store the stretches are handed over in. */
export function clipLine(
  line: Outline,
  stretch: Outline,
  box: ClipBox,
  take: (stretch: Outline) => void,
): void {
  stretch.length = 0;
  for (let vertex = 1; vertex < line.length; vertex++) {
    const startX = line.xs[vertex - 1]!;
    const startY = line.ys[vertex - 1]!;
    const deltaX = line.xs[vertex]! - startX;
    const deltaY = line.ys[vertex]! - startY;
    const inside = insideShare(startX, startY, deltaX, deltaY, box);
    if (inside === undefined) continue;
    if (stretch.length === 0)
      addVertex(stretch, startX + deltaX * inside.from, startY + deltaY * inside.from);
    addVertex(stretch, startX + deltaX * inside.to, startY + deltaY * inside.to);
    if (inside.to < 1 || vertex === line.length - 1) {
      take(stretch);
      stretch.length = 0;
    }
  }
  if (stretch.length > 1) take(stretch);
  stretch.length = 0;
}

/** The stretch of a segment inside the box as shares of its length, by Liang and Barsky (1984). */
function insideShare(
  startX: number,
  startY: number,
  deltaX: number,
  deltaY: number,
  { low, high }: ClipBox,
): { from: number; to: number } | undefined {
  let from = 0;
  let to = 1;
  for (const [start, delta] of [
    [startX, deltaX],
    [startY, deltaY],
  ] as const) {
    if (delta === 0) {
      if (start < low || start > high) return undefined;
      continue;
    }
    const atLow = (low - start) / delta;
    const atHigh = (high - start) / delta;
    from = Math.max(from, Math.min(atLow, atHigh));
    to = Math.min(to, Math.max(atLow, atHigh));
  }
  return from < to ? { from, to } : undefined;
}
