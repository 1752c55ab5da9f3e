import type { Persona } from "../contract/life-circle-coverage.ts";
import { BANK_CURVE_MINUTES, BANK_MINUTES, type BankWalkShares } from "../contract/riverfront-access.ts";
import type { BankWalk } from "../walking/bank-kernel.ts";
import type { BankOpenness } from "../walking/bank-openness.ts";
import { ratio } from "./data-quality.ts";

const SECONDS_PER_MINUTE = 60;

/** Lengths of bank with the shares of them, 0…1; null where there is no bank. */
export function opennessOf({ lengthM, openM, continuousM, longestM }: BankOpenness) {
  const share = (part: number) => clamped(ratio(part, lengthM));
  return {
    ...{ lengthM, openM, continuousM, longestM },
    openShare: share(openM),
    continuousShare: share(continuousM),
  };
}

/** Several banks as one; the longest part stays that of one of them. */
export function addUp(banks: readonly BankOpenness[]): BankOpenness {
  const sum = (of: "lengthM" | "openM" | "continuousM") => banks.reduce((total, each) => total + each[of], 0);
  return {
    lengthM: sum("lengthM"),
    openM: sum("openM"),
    continuousM: sum("continuousM"),
    longestM: Math.max(0, ...banks.map(({ longestM }) => longestM)),
  };
}

// sums of weights are rounded
const clamped = (share: number | null) => (share === null ? null : Math.min(1, Math.max(0, share)));

const MAX_SECONDS = 3600;

/** The weight of homes by whole seconds walked. */
export interface WalkSpread {
  /** 0 … 3,600. */
  readonly bySecond: Float64Array;
  readonly total: number;
}

/** How the weight of some homes, by their positions, spreads over the seconds walked; who cannot get there is in the total only. */
export function spreadOfWalks(
  { seconds }: BankWalk,
  homes: ArrayLike<number>,
  weight: Float64Array,
): WalkSpread {
  const bySecond = new Float64Array(MAX_SECONDS + 1);
  let total = 0;
  for (let at = 0; at < homes.length; at++) {
    const home = homes[at]!;
    total += weight[home]!;
    if (seconds[home]! >= 0) bySecond[seconds[home]!]! += weight[home]!;
  }
  return { bySecond, total };
}

const shareWithin = ({ bySecond, total }: WalkSpread, seconds: number): number | null =>
  clamped(
    ratio(
      bySecond.subarray(0, seconds + 1).reduce((sum, each) => sum + each, 0),
      total,
    ),
  );

/** What share of a spread is within the times, and half of it. */
export function walkShares(persona: string, spread: WalkSpread): BankWalkShares {
  const reached = shareWithin(spread, MAX_SECONDS);
  return {
    persona: persona as Persona,
    medianSeconds: medianOf(spread),
    within: BANK_MINUTES.map((minutes) => shareWithin(spread, minutes * SECONDS_PER_MINUTE)),
    unreachable: reached === null ? null : 1 - reached,
  };
}

/** What share of a spread is within 1, 2, … minutes. */
export function curveOf(spread: WalkSpread): (number | null)[] {
  return Array.from({ length: BANK_CURVE_MINUTES }, (_, at) =>
    shareWithin(spread, (at + 1) * SECONDS_PER_MINUTE),
  );
}

// half a billionth of slack: sums of shares are rounded
function medianOf({ bySecond, total }: WalkSpread): number | null {
  const half = (total / 2) * (1 - 1e-9);
  let within = 0;
  for (let seconds = 0; seconds <= MAX_SECONDS && total > 0; seconds++) {
    within += bySecond[seconds]!;
    if (within >= half) return seconds;
  }
  return null;
}
