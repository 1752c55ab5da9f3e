import type { CoverageShares } from "../contract/life-circle-coverage.ts";
import type { KeptCategoryReach } from "./reach-cache.ts";

/** What a share may be of. */
export type Measure = "residents" | "buildings" | "dwellings" | "group";

/** Weight of each building inside per measure, in the order of `ordinals`; null where the measure is not known. */
export interface CountedBuildings {
  readonly ordinals: Int32Array;
  readonly weights: Readonly<Record<Measure, Float64Array | null>>;
}

/** How far a facility may be; `metres` null where nothing says. Both inclusive. */
export interface Limits {
  readonly seconds: number;
  readonly metres: number | null;
}

export type MeasuredShares = Readonly<Record<Measure, CoverageShares | null>>;

const IN_TIME = 1;
const IN_DISTANCE = 2;
const IN_BOTH = IN_TIME | IN_DISTANCE;
const MAX_SECONDS = 3600;

/** Share × value per building, unknown values (-1) as nothing; null where none is known. */
export function weigh(shares: Float64Array, values: Int32Array | null): Float64Array | null {
  if (values === null) return null;
  return shares.map((share, index) => share * Math.max(0, values[index]!));
}

/** The sum of weights. */
export function totalOf(weights: Float64Array): number {
  return weights.reduce((sum, weight) => sum + weight, 0);
}

/**
 * Which buildings are covered, a mask each: in time if both the walk there and the walk back are within the limit, in
 * distance if the shortest walk is.
 */
export function coverageMasks(ordinals: Int32Array, reach: KeptCategoryReach, limits: Limits): Uint8Array {
  const masks = new Uint8Array(ordinals.length);
  const metresLimit = limits.metres ?? -1;
  for (let index = 0; index < ordinals.length; index++) {
    const ordinal = ordinals[index]!;
    const seconds = worseSeconds(reach, ordinal);
    const metres = reach.metres[ordinal]!;
    const inTime = seconds >= 0 && seconds <= limits.seconds ? IN_TIME : 0;
    masks[index] = inTime | (metres >= 0 && metres <= metresLimit ? IN_DISTANCE : 0);
  }
  return masks;
}

/** Keeps in `all` what holds for `masks` as well. */
export function intersectMasks(all: Uint8Array, masks: Uint8Array): void {
  for (let index = 0; index < all.length; index++) all[index]! &= masks[index]!;
}

/** Adds one to each building that is not covered in time. */
export function countMissing(missing: Uint8Array, masks: Uint8Array): void {
  for (let index = 0; index < missing.length; index++) missing[index]! += masks[index]! & IN_TIME ? 0 : 1;
}

/** The shares of each measure that the masks cover; null where the measure is unknown or there is nothing to measure. */
export function sharesOf(
  { weights }: CountedBuildings,
  masks: Uint8Array,
  hasDistance: boolean,
): MeasuredShares {
  const of = (measure: Measure): CoverageShares | null => {
    const weight = weights[measure];
    if (weight === null) return null;
    const sums = new Float64Array(IN_BOTH + 1);
    for (let index = 0; index < weight.length; index++) sums[masks[index]!]! += weight[index]!;
    const total = sums[0]! + sums[IN_TIME]! + sums[IN_DISTANCE]! + sums[IN_BOTH]!;
    if (total <= 0) return null;
    const share = (part: number) => Math.min(1, part / total);
    return {
      byTime: share(sums[IN_TIME]! + sums[IN_BOTH]!),
      byDistance: hasDistance ? share(sums[IN_DISTANCE]! + sums[IN_BOTH]!) : null,
      byBoth: hasDistance ? share(sums[IN_BOTH]!) : null,
    };
  };
  return {
    residents: of("residents"),
    buildings: of("buildings"),
    dwellings: of("dwellings"),
    group: of("group"),
  };
}

/** Shares of a weight by number of missing categories, 0 … categories; null where there is nothing to measure. */
export function shareByMissing(
  weight: Float64Array | null,
  missing: Uint8Array,
  categories: number,
): (number | null)[] {
  const sums = new Float64Array(categories + 1);
  if (weight) for (let index = 0; index < weight.length; index++) sums[missing[index]!]! += weight[index]!;
  const total = totalOf(sums);
  return Array.from(sums, (sum) => (total > 0 ? Math.min(1, sum / total) : null));
}

/**
 * The weighted median of the worse of there and back, whole seconds: the least that at least half of the weight is within.
 * Unreachable counts as infinite; null if the median is.
 */
export function medianSeconds(
  ordinals: Int32Array,
  weight: Float64Array,
  reach: KeptCategoryReach,
): number | null {
  const bySecond = new Float64Array(MAX_SECONDS + 1);
  let total = 0;
  for (let index = 0; index < ordinals.length; index++) {
    total += weight[index]!;
    const seconds = worseSeconds(reach, ordinals[index]!);
    if (seconds >= 0 && seconds <= MAX_SECONDS) bySecond[seconds]! += weight[index]!;
  }
  // half a billionth of slack: sums of shares are rounded
  const half = (total / 2) * (1 - 1e-9);
  let within = 0;
  for (let seconds = 0; seconds <= MAX_SECONDS && total > 0; seconds++) {
    within += bySecond[seconds]!;
    if (within >= half) return seconds;
  }
  return null;
}

/** The worse of there and back, whole seconds; -1 = one of the two ways is out of reach. */
export function worseSeconds({ toS, fromS }: KeptCategoryReach, ordinal: number): number {
  const [to, from] = [toS[ordinal]!, fromS[ordinal]!];
  return to < 0 || from < 0 ? -1 : Math.max(to, from);
}
