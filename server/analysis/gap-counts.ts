import type { GapCount } from "../contract/service-gap.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import { knownSum } from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";

/** Counts some of the buildings of an area by the share inside; `members` are positions within them. */
export type Counter = (members: Iterable<number>) => GapCount;

/** Makes the counter of an area: residents and dwellings are null where the data or all of those counted lack them. */
export function counterOf(inside: BuildingsInside, facts: DatasetFacts): Counter {
  const { shares } = inside;
  return (members) => {
    const sums = { buildings: 0, residents: 0, dwellings: 0 };
    const known = { residents: false, dwellings: false };
    for (const at of members) {
      const share = shares[at]!;
      sums.buildings += share;
      for (const measure of ["residents", "dwellings"] as const) {
        const value = inside[measure][at]!;
        if (value < 0) continue;
        known[measure] = true;
        sums[measure] += share * value;
      }
    }
    const sumOf = (measure: "residents" | "dwellings", has: boolean) =>
      knownSum(has, known[measure] ? sums[measure] : null, sums.buildings);
    return {
      buildings: sums.buildings,
      residents: sumOf("residents", facts.hasResidents),
      dwellings: sumOf("dwellings", facts.hasDwellings),
    };
  };
}

/** What the ranking goes by: people where any are known to live in the area, else buildings; with the weight of each. */
export function rankingOf(
  inside: BuildingsInside,
  facts: DatasetFacts,
): { rankedBy: "residents" | "buildings"; weight: Float64Array } {
  const { shares, residents } = inside;
  const people = shares.map((share, at) => share * Math.max(0, residents[at]!));
  const isPeople = facts.hasResidents && people.some((each) => each > 0);
  return isPeople ? { rankedBy: "residents", weight: people } : { rankedBy: "buildings", weight: shares };
}

/** The positions of the buildings by some number of theirs; a negative one is a group as well. */
export function positionsBy(numbers: Int32Array): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (const [at, number] of numbers.entries()) {
    const list = positions.get(number);
    if (list) list.push(at);
    else positions.set(number, [at]);
  }
  return positions;
}
