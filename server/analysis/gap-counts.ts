import type { GapCount, ServiceGapResult } from "../contract/service-gap.ts";
import type { BuildingsInside } from "./buildings-inside.ts";
import { knownSum } from "./data-quality.ts";
import type { DatasetFacts } from "./dataset-facts.ts";
import { ALL_AGES, type PersonaAges } from "./persona-ages.ts";

/** Counts some of the buildings of an area by the share inside; `members` are positions within them. */
export type Counter = (members: Iterable<number>) => GapCount;

/** Makes the counter of an area: residents and dwellings are null where the data or all of those counted lack them. */
export function counterOf(inside: BuildingsInside, facts: DatasetFacts): Counter {
  const { shares, residents, dwellings } = inside;
  return (members) => {
    let [buildings, people, homes] = [0, 0, 0];
    let [isPeopleKnown, isHomesKnown] = [false, false];
    for (const at of members) {
      const share = shares[at]!;
      buildings += share;
      if (residents[at]! >= 0) {
        isPeopleKnown = true;
        people += share * residents[at]!;
      }
      if (dwellings[at]! >= 0) {
        isHomesKnown = true;
        homes += share * dwellings[at]!;
      }
    }
    return {
      buildings,
      residents: knownSum(facts.hasResidents, isPeopleKnown ? people : null, buildings),
      dwellings: knownSum(facts.hasDwellings, isHomesKnown ? homes : null, buildings),
    };
  };
}

/** Of a persona of some ages: how many of those live in the area and how many of them lack it, null where no age is known. */
export function ownAgesOf(
  inside: BuildingsInside,
  { groupAges, group }: PersonaAges,
  lacking: Int32Array | null,
): ServiceGapResult["group"] {
  if (groupAges === null || groupAges === ALL_AGES) return null;
  const all = sumOwnAges(inside, group, inside.ordinals.keys());
  const without = lacking && sumOwnAges(inside, group, lacking);
  return {
    ages: groupAges,
    all: all.own,
    // where everyone of known age is in time, none of these ages lacks it
    lacking:
      all.own === null || without === null ? null : (without.own ?? (without.ofUnknownAge > 0 ? null : 0)),
    lackingOfUnknownAge: without?.ofUnknownAge ?? null,
  };
}

// by the share inside; own is null where no age is known
function sumOwnAges({ shares, residents }: BuildingsInside, group: Int32Array, members: Iterable<number>) {
  let own: number | null = null;
  let ofUnknownAge = 0;
  for (const at of members) {
    if (group[at]! >= 0) own = (own ?? 0) + shares[at]! * group[at]!;
    else ofUnknownAge += shares[at]! * Math.max(0, residents[at]!);
  }
  return { own, ofUnknownAge };
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
