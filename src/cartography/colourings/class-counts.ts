import type { Colouring } from "./colouring.ts";

/**
 * How many values fall into each class of a colouring by steps, the unknown last. Below −1 is unknown, −1 is farther
 * than was searched and belongs to the last class, as in the contract of /api/reach.
 */
export function countByClass({ scale, classes }: Colouring, values: Int16Array): number[] {
  const counts = new Array<number>(classes.length + 1).fill(0);
  if (scale.kind !== "steps") return counts;
  for (const value of values) {
    const at = value < -1 ? classes.length : classOf(scale.breaks, value);
    counts[at]!++;
  }
  return counts;
}

function classOf(breaks: readonly number[], value: number): number {
  if (value === -1) return breaks.length;
  const at = breaks.findIndex((limit) => value < limit);
  return at < 0 ? breaks.length : at;
}
