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

/** How the weight of some homes spreads over seconds walked; `homes` are positions. */
export function walkShares(
  { persona, seconds }: BankWalk,
  homes: ArrayLike<number>,
  weight: Float64Array,
): BankWalkShares & { readonly curve: (number | null)[] } {
  const walked = Array.from(homes, (home) => ({ seconds: seconds[home]!, weight: weight[home]! }));
  const total = sumOf(walked);
  const within = (minutes: number) =>
    clamped(
      ratio(
        sumOf(walked.filter((each) => each.seconds >= 0 && each.seconds <= minutes * SECONDS_PER_MINUTE)),
        total,
      ),
    );
  return {
    persona: persona as Persona,
    medianSeconds: medianOf(walked, total),
    within: BANK_MINUTES.map(within),
    unreachable: clamped(ratio(sumOf(walked.filter((each) => each.seconds < 0)), total)),
    curve: Array.from({ length: BANK_CURVE_MINUTES }, (_, at) => within(at + 1)),
  };
}

type Walked = readonly { readonly seconds: number; readonly weight: number }[];

const sumOf = (walked: Walked) => walked.reduce((sum, each) => sum + each.weight, 0);

// half a billionth of slack: sums of shares are rounded
function medianOf(walked: Walked, total: number): number | null {
  const half = (total / 2) * (1 - 1e-9);
  let within = 0;
  for (const each of walked.filter(({ seconds }) => seconds >= 0).sort((a, b) => a.seconds - b.seconds)) {
    within += each.weight;
    if (total > 0 && within >= half) return each.seconds;
  }
  return null;
}
