/** What became of the lines of a polygon. */
export interface JoinedRings {
  /** Closed lists of places: the first is repeated at the end. */
  readonly rings: readonly (readonly number[])[];
  /** Lines that could not be closed. */
  readonly open: number;
}

/** Joins lines (lists of place numbers) end to end into closed rings, in whatever order and direction they come. */
export function joinRings(lines: readonly (readonly number[])[]): JoinedRings {
  const rings: (readonly number[])[] = [];
  const waiting = new Set<readonly number[]>();
  for (const line of lines) {
    if (line.length >= 4 && line[0] === line.at(-1)) rings.push(line);
    else if (line.length >= 2) waiting.add(line);
  }
  const byEnd = linesByEnd(waiting);
  let open = lines.length - rings.length - waiting.size;
  for (const line of waiting) {
    waiting.delete(line);
    const ring = follow(line, waiting, byEnd);
    if (ring) rings.push(ring);
    else open++;
  }
  return { rings, open };
}

function linesByEnd(lines: ReadonlySet<readonly number[]>): Map<number, (readonly number[])[]> {
  const byEnd = new Map<number, (readonly number[])[]>();
  for (const line of lines) {
    for (const end of [line[0]!, line.at(-1)!]) {
      const list = byEnd.get(end) ?? [];
      list.push(line);
      byEnd.set(end, list);
    }
  }
  return byEnd;
}

function follow(
  start: readonly number[],
  waiting: Set<readonly number[]>,
  byEnd: ReadonlyMap<number, readonly (readonly number[])[]>,
): readonly number[] | null {
  const ring = [...start];
  while (ring[0] !== ring.at(-1)) {
    const end = ring.at(-1)!;
    const next = byEnd.get(end)?.find((line) => waiting.has(line));
    if (!next) return null;
    waiting.delete(next);
    ring.push(...(next[0] === end ? next : [...next].reverse()).slice(1));
  }
  return ring.length >= 4 ? ring : null;
}
