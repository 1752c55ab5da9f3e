import { FARTHER, OFF_NETWORK } from "../../server/contract/reach.ts";
import type { Buildings } from "./buildings.ts";
import type { MinutesRange } from "./colouring-state.ts";

/** Whole minutes that are told apart; what is longer is one. */
export const MINUTES = 60;
const OVER = MINUTES;
const SECONDS_OVER = MINUTES * 60 + 1;

/** What a building counts by: its residents, or as one where residents are not known. */
export interface Weights {
  readonly by: "residents" | "buildings";
  /** By ordinal; 0 for what is not counted. */
  readonly of: Float64Array;
}

/** Who walks how long. */
export interface MinutesHistogram {
  /** Minute i: more than i and at most i + 1 minutes (0 itself in the first); the last: over an hour. */
  readonly weights: Float64Array;
  readonly buildings: Uint32Array;
  /** Of buildings not joined to the walking network: of them nothing is known. */
  readonly offNetwork: number;
  readonly offNetworkBuildings: number;
  /** All of it, those off the network included. */
  readonly total: number;
  /** Whole seconds, half of the total walking at most so long; null if that is over an hour or unknown, or nobody is there. */
  readonly medianS: number | null;
}

/** By residents where those of any building are known, else by buildings; parts of buildings are not counted. */
export function weightsOf({ count, columns: { residents, inSums } }: Buildings): Weights {
  const isKnown = residents.some((each, ordinal) => inSums[ordinal] === 1 && !Number.isNaN(each));
  const of = new Float64Array(count);
  for (let ordinal = 0; ordinal < count; ordinal++) {
    if (inSums[ordinal] !== 1) continue;
    of[ordinal] = isKnown ? residents[ordinal] || 0 : 1;
  }
  return { by: isKnown ? "residents" : "buildings", of };
}

/** The minute of the histogram that so many seconds of the contract fall in; -1 = off the network. */
export function minuteOf(seconds: number): number {
  if (seconds === OFF_NETWORK) return -1;
  return seconds === FARTHER ? OVER : Math.max(0, Math.ceil(seconds / 60) - 1);
}

interface Folded {
  readonly seconds: Int16Array;
  readonly weights: Weights;
  /** 1 for a counted building, by ordinal; parts of buildings are 0. */
  readonly isInside: Uint8Array;
}

/** Folds the walking times of the buildings inside. */
export function foldMinutes({ seconds, weights, isInside }: Folded): MinutesHistogram {
  const byMinute = new Float64Array(MINUTES + 1);
  const buildings = new Uint32Array(MINUTES + 1);
  const bySecond = new Float64Array(SECONDS_OVER + 1);
  let [offNetwork, offNetworkBuildings, total] = [0, 0, 0];
  for (let ordinal = 0; ordinal < seconds.length; ordinal++) {
    if (isInside[ordinal] !== 1) continue;
    const weight = weights.of[ordinal]!;
    const minute = minuteOf(seconds[ordinal]!);
    total += weight;
    if (minute < 0) {
      offNetwork += weight;
      offNetworkBuildings++;
      continue;
    }
    byMinute[minute]! += weight;
    buildings[minute]!++;
    bySecond[minute === OVER ? SECONDS_OVER : seconds[ordinal]!]! += weight;
  }
  const medianS = secondsOfHalf(bySecond, total);
  return { weights: byMinute, buildings, offNetwork, offNetworkBuildings, total, medianS };
}

function secondsOfHalf(bySecond: Float64Array, total: number): number | null {
  if (total <= 0) return null;
  let reached = 0;
  for (let second = 0; second < SECONDS_OVER; second++) {
    reached += bySecond[second]!;
    if (reached >= total / 2) return second;
  }
  return null;
}

/** The share that walks at most so many whole minutes, of all with those off the network; null where nobody is. */
export function shareWithin({ weights, total }: MinutesHistogram, minutes: number): number | null {
  return total > 0 ? sum(weights.subarray(0, minutes)) / total : null;
}

/** How many walk so long, and in how many buildings. */
export function countInRange(
  { weights, buildings }: MinutesHistogram,
  { from, to }: MinutesRange,
): { readonly weight: number; readonly buildings: number } {
  const end = to ?? MINUTES + 1;
  return { weight: sum(weights.subarray(from, end)), buildings: sum(buildings.subarray(from, end)) };
}

/** Whether so many seconds of the contract are within a range; what is off the network never is. */
export function isInRange(seconds: number, { from, to }: MinutesRange): boolean {
  const minute = minuteOf(seconds);
  return minute >= from && minute < (to ?? MINUTES + 1);
}

const sum = (values: Float64Array | Uint32Array) => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** What changes between two sides for the buildings inside, by weight. */
export interface MinutesChange {
  /** Within the minutes on the first side and not on the other; and the other way round. */
  readonly lost: number;
  readonly gained: number;
  /** At least five minutes longer, or shorter, on the other side; over an hour counts as longer than any. */
  readonly slower: number;
  readonly faster: number;
  /** However little longer or shorter. */
  readonly differing: number;
}

const NOTABLE_S = 300;

/** Compares two sides building by building; one that is off the network on a side is out of reach there. */
export function compareMinutes(
  { seconds, weights, isInside }: Folded,
  beside: Int16Array,
  minutes: number,
): MinutesChange {
  const change = { lost: 0, gained: 0, slower: 0, faster: 0, differing: 0 };
  const timeOf = (each: number) => (each < 0 ? Number.POSITIVE_INFINITY : each);
  for (let ordinal = 0; ordinal < seconds.length; ordinal++) {
    if (isInside[ordinal] !== 1) continue;
    const weight = weights.of[ordinal]!;
    const [one, other] = [timeOf(seconds[ordinal]!), timeOf(beside[ordinal]!)];
    const [isFirst, isOther] = [one <= minutes * 60, other <= minutes * 60];
    if (isFirst && !isOther) change.lost += weight;
    if (isOther && !isFirst) change.gained += weight;
    if (other - one >= NOTABLE_S) change.slower += weight;
    if (one - other >= NOTABLE_S) change.faster += weight;
    if (one !== other) change.differing += weight;
  }
  return change;
}
