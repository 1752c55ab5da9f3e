import type { Tags } from "../tag-table.ts";
import type { NodePlaces } from "./node-places.ts";
import type { WalkLine } from "./walk-lines.ts";

/** A lift that is a node: the lines that share it arrive on so many storeys, 0 … storeys − 1. */
export interface LiftShaft {
  readonly place: number;
  readonly sourceId: string;
  readonly tags: Tags;
  readonly storeys: number;
}

interface Shafts {
  readonly shafts: readonly LiftShaft[];
  /** The storey on which a line arrives at a place; 0 where the place is no lift. */
  readonly storeyOf: (place: number, line: WalkLine) => number;
  /** Source ids of lifts where everything arrives on one storey: nothing to ride between. */
  readonly blind: readonly string[];
}

const GROUND = "0";

/**
 * Sorts the lines that share a lift node by storey: by their level or layer, untagged ones on the ground. Where no line
 * tells a level each is a storey of its own: people drew them to the lift because it joins them.
 */
export function liftShafts(
  lines: readonly WalkLine[],
  lifts: ReadonlyMap<number, Tags>,
  places: NodePlaces,
): Shafts {
  const arriving = linesAt(lines, lifts);
  const storeys = new Map<number, Map<WalkLine, number>>();
  const shafts: LiftShaft[] = [];
  const blind: string[] = [];
  for (const [place, tags] of lifts) {
    const storeyOfLine = sortByStorey(arriving.get(place) ?? []);
    const count = new Set(storeyOfLine.values()).size;
    const sourceId = `node/${places.idOf(place)}`;
    storeys.set(place, storeyOfLine);
    if (count >= 2) shafts.push({ place, sourceId, tags, storeys: count });
    else blind.push(sourceId);
  }
  return { shafts, storeyOf: (place, line) => storeys.get(place)?.get(line) ?? 0, blind };
}

function linesAt(lines: readonly WalkLine[], lifts: ReadonlyMap<number, Tags>): Map<number, WalkLine[]> {
  const arriving = new Map<number, WalkLine[]>();
  for (const line of lines) {
    for (const place of new Set(line.places)) {
      if (lifts.has(place)) arriving.set(place, [...(arriving.get(place) ?? []), line]);
    }
  }
  return arriving;
}

function sortByStorey(lines: readonly WalkLine[]): Map<WalkLine, number> {
  const told = lines.some(({ level }) => level !== null);
  const levels = new Map<string, number>();
  return new Map(
    lines.map((line, index) => {
      const level = told ? (line.level ?? GROUND) : String(index);
      if (!levels.has(level)) levels.set(level, levels.size);
      return [line, levels.get(level)!];
    }),
  );
}
