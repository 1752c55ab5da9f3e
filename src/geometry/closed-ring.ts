import type { Position, Ring } from "./position.ts";

const isSame = (a: Position, b: Position) => a[0] === b[0] && a[1] === b[1];

/** The ring closed, corners set twice in a row taken once; null where fewer than three corners differ. */
export function closedRing(corners: Ring): Ring | null {
  const kept = corners.filter((corner, index) => index === 0 || !isSame(corner, corners[index - 1]!));
  const [first] = kept;
  if (!first) return null;
  if (kept.length > 1 && isSame(first, kept.at(-1)!)) kept.pop();
  const distinct = new Set(kept.map(([x, y]) => `${x},${y}`));
  return distinct.size < 3 ? null : [...kept, first];
}

/** Length of a line and the gap between its ends, both in the units of its positions. */
export function lineMeasure(line: Ring): { readonly length: number; readonly gap: number } {
  const length = line
    .slice(1)
    .reduce((sum, [x, y], index) => sum + Math.hypot(x - line[index]![0], y - line[index]![1]), 0);
  const [first, last] = [line[0], line.at(-1)];
  return { length, gap: first && last ? Math.hypot(last[0] - first[0], last[1] - first[1]) : 0 };
}
