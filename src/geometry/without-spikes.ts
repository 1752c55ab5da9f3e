import type { Position, Ring } from "./position.ts";

const isSame = (a: Position | undefined, b: Position | undefined) =>
  a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];

/** A closed ring without the ways that run out and straight back: they enclose nothing, and it would touch itself there. */
export function withoutSpikes(ring: Ring): Ring {
  const kept: Position[] = [];
  for (const corner of ring.slice(0, -1)) {
    if (isSame(corner, kept.at(-1))) continue;
    if (isSame(corner, kept.at(-2))) kept.pop();
    else kept.push(corner);
  }
  return closedWithoutSpikes(kept);
}

// the same over the place where the ring begins
function closedWithoutSpikes(corners: readonly Position[]): Ring {
  let [first, last] = [0, corners.length - 1];
  while (last - first >= 2) {
    if (isSame(corners[first], corners[last])) last--;
    else if (isSame(corners[first + 1], corners[last])) first++;
    else if (isSame(corners[first], corners[last - 1])) last--;
    else break;
  }
  const kept = corners.slice(first, last + 1);
  return kept.length === 0 ? [] : [...kept, kept[0]!];
}
