/** Places that all searches of one question may meet: some four seconds of the thread that walks. */
const MAX_VISITS = 40_000_000;
const SECONDS_PER_MINUTE = 60;

/** What the cost of a question depends on. */
export interface CatchmentSize {
  /** One per facility and direction. */
  readonly searches: number;
  /** Nodes and buildings of the district. */
  readonly places: number;
  readonly districtSqm: number;
  /** Level speed of who walks. */
  readonly flatMps: number;
}

/**
 * The longest time of a walk, in whole minutes, at which so many searches stay within what one question may cost: a walk
 * leads no farther than a circle of its time, so a search meets at most the part of the places that such a circle is of the
 * district. Infinity where even searches of the whole district do.
 */
export function longestMinutes({ searches, places, districtSqm, flatMps }: CatchmentSize): number {
  const visits = searches * places;
  if (visits <= MAX_VISITS) return Number.POSITIVE_INFINITY;
  const radiusM = Math.sqrt(((MAX_VISITS / visits) * districtSqm) / Math.PI);
  return Math.floor(radiusM / (flatMps * SECONDS_PER_MINUTE));
}
