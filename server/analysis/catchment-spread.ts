import type { CatchmentSpread, CatchmentZone } from "../contract/two-step-catchment.ts";
import type { Grounds } from "./building-grounds.ts";
import { ratio, shareOf } from "./data-quality.ts";
import { positionsBy } from "./gap-counts.ts";

/** People of the buildings of an area and what is held for each of them; one order, NaN = not known. */
export interface Held {
  readonly people: Float64Array;
  /** Supply per 1,000 people. */
  readonly perThousand: Float64Array;
  /** 1 = there may be more than that. */
  readonly atLeast: Uint8Array;
}

const NOBODY_KNOWN: CatchmentSpread = {
  demand: null,
  perThousand: null,
  none: null,
  unknown: null,
  atLeast: null,
};

/** How supply is spread over some of the buildings; all null where the people of none of them are known. */
export function spreadOver(
  { people, perThousand, atLeast }: Held,
  members: readonly number[],
): CatchmentSpread {
  const sums = { demand: 0, known: 0, held: 0, none: 0, unknown: 0, atLeast: 0 };
  let isAnyKnown = members.length === 0;
  for (const at of members) {
    const living = people[at]!;
    if (Number.isNaN(living)) continue;
    isAnyKnown = true;
    sums.demand += living;
    const value = perThousand[at]!;
    if (Number.isNaN(value)) sums.unknown += living;
    else {
      sums.known += living;
      sums.held += living * value;
      if (value === 0) sums.none += living;
      if (atLeast[at] === 1) sums.atLeast += living;
    }
  }
  if (!isAnyKnown) return NOBODY_KNOWN;
  return {
    demand: sums.demand,
    perThousand: ratio(sums.held, sums.known),
    none: { demand: sums.none, share: sums.demand > 0 ? shareOf(sums.none, sums.demand) : null },
    unknown: sums.unknown,
    atLeast: sums.atLeast,
  };
}

const HUNDREDTHS = Array.from({ length: 21 }, (_, step) => step / 20);

/** What so many hundredths of the people have at most, 0, 5, … 100, and how unequal it is; null where nobody is known. */
export function inequality({ people, perThousand }: Held): {
  quantiles: number[] | null;
  gini: number | null;
} {
  const order = [...people.keys()]
    .filter((at) => people[at]! > 0 && !Number.isNaN(perThousand[at]!))
    .sort((a, b) => perThousand[a]! - perThousand[b]!);
  const total = order.reduce((sum, at) => sum + people[at]!, 0);
  if (total <= 0) return { quantiles: null, gini: null };
  const quantiles: number[] = [];
  let living = 0;
  let held = 0;
  let below = 0;
  for (const at of order) {
    const before = held;
    living += people[at]!;
    held += people[at]! * perThousand[at]!;
    // twice the area under the Lorenz curve, times both totals
    below += people[at]! * (before + held);
    while (
      quantiles.length < HUNDREDTHS.length &&
      living >= HUNDREDTHS[quantiles.length]! * total * (1 - 1e-12)
    )
      quantiles.push(perThousand[at]!);
  }
  return { quantiles, gini: held > 0 ? Math.min(1, Math.max(0, 1 - below / (total * held))) : null };
}

/**
 * The communities and subdistricts in the area, a row each and one for what lies in none; those with least for each person
 * first. `positionOf` says where a building of the area stands in the grounds.
 */
export function spreadByZone(grounds: Grounds, positionOf: Int32Array, held: Held): CatchmentZone[] {
  const kinds = (["community", "subdistrict"] as const).filter((kind) =>
    grounds.zones.some((zone) => zone.kind === kind),
  );
  const rows = kinds.flatMap((kind) => {
    const zoneOf = positionOf.map((position) => (position < 0 ? -1 : grounds[kind][position]!));
    return [...positionsBy(zoneOf)].map(([number, members]): CatchmentZone => {
      const zone = grounds.zones[number];
      return {
        id: zone?.id ?? null,
        kind,
        nameZh: zone?.nameZh ?? null,
        nameEn: zone?.nameEn ?? null,
        ...spreadOver(held, members),
      };
    });
  });
  return rows.sort((a, b) => (a.perThousand ?? Infinity) - (b.perThousand ?? Infinity));
}
