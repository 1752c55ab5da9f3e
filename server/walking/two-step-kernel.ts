/** The demand places that one supply place reaches, with what the walk costs; a place occurs at most once. */
export interface CostRow {
  /** Positions of demand places. */
  readonly places: ArrayLike<number>;
  /** In the order of `places`, any unit, >= 0. */
  readonly costs: ArrayLike<number>;
}

/** How much of a person a walk of so much cost still counts, 0 … 1; asked only of costs up to the limit. */
export type Decay = (cost: number) => number;

/** Everybody within the limit counts alike: the two-step method (Luo & Wang 2003, Environment and Planning B 30). */
export const withoutDecay: Decay = () => 1;

/**
 * The weights of equal parts of the limit, the nearest first, an upper end belonging to its part: the enhanced method
 * (Luo & Qi 2009, Health & Place 15(4): 1, 0.68, 0.22 over three parts).
 */
export function decayByZone(weights: readonly number[], limit: number): Decay {
  return (cost) => {
    const zone = Math.ceil((cost * weights.length) / limit - 1e-9);
    return weights[Math.min(weights.length, Math.max(1, zone)) - 1]!;
  };
}

/** 1 at the door, falling as a bell to 0 at the limit (Dai 2010, Health & Place 16(5)). */
export function gaussianDecay(limit: number): Decay {
  const edge = Math.exp(-0.5);
  return (cost) => Math.max(0, (Math.exp(-0.5 * (cost / limit) ** 2) - edge) / (1 - edge));
}

/** What is given: a row of costs per supply place, in the order of `supply`. */
export interface Catchments {
  /** Read once, in order, so that rows can be made one at a time. */
  readonly rows: Iterable<CostRow>;
  /** People of each demand place, >= 0; NaN = not known: they take no part, and what they could reach is answered all the same. */
  readonly demand: Float64Array;
  /** What each supply place holds, >= 0; NaN = not known. */
  readonly supply: Float64Array;
  /** Costs beyond it (exclusive) are out of reach. */
  readonly limit: number;
  readonly decay: Decay;
}

/** What a supply place meets. */
export interface Competition {
  /** All known demand within the limit, unweighted. */
  readonly people: number;
  /** The same by weight: the divisor. */
  readonly weighted: number;
  /** Supply per person by weight; NaN where the supply is not known or nobody asks for it. */
  readonly ratio: number;
}

export interface CatchmentAnswer {
  /** Supply per person at each demand place; 0 = nothing in reach. Of places with `unknown`, at least so much. */
  readonly accessibility: Float64Array;
  /** 1 = some supply place within the limit, whatever it holds. */
  readonly reached: Uint8Array;
  /** 1 = a supply place in reach has no ratio, so that more may be there than `accessibility` says. */
  readonly unknown: Uint8Array;
  readonly competition: readonly Competition[];
}

/**
 * Two-step floating catchment areas over a given matrix. First, what each supply place j holds for a person within its
 * reach, R_j = S_j / Σ_i P_i W(c_ij); then for each demand place i what all places in its reach hold, A_i = Σ_j R_j W(c_ij).
 * Wherever every supply has demand in reach, nothing is lost or made up: Σ_i P_i A_i = Σ_j S_j. Any unit of supply, demand
 * and cost; pure. Throws RangeError where the rows are not as many as the supplies.
 */
export function twoStepCatchment({ rows, demand, supply, limit, decay }: Catchments): CatchmentAnswer {
  const answer = {
    accessibility: new Float64Array(demand.length),
    reached: new Uint8Array(demand.length),
    unknown: new Uint8Array(demand.length),
  };
  const competition: Competition[] = [];
  for (const row of rows) {
    const held = supply[competition.length];
    if (held === undefined) throw new RangeError(`There are more rows than the ${supply.length} supplies.`);
    const { weights, people, weighted } = meet(row, { demand, limit, decay });
    const ratio = weighted > 0 ? held / weighted : Number.NaN;
    share(answer, { row, weights, ratio });
    competition.push({ people, weighted, ratio });
  }
  if (competition.length < supply.length)
    throw new RangeError(`There are ${competition.length} rows for ${supply.length} supplies.`);
  return { ...answer, competition };
}

interface Shared {
  readonly row: CostRow;
  readonly weights: Float64Array;
  readonly ratio: number;
}

// the second step, as far as one supply place goes
function share(
  { accessibility, reached, unknown }: Omit<CatchmentAnswer, "competition">,
  { row, weights, ratio }: Shared,
): void {
  for (let at = 0; at < weights.length; at++) {
    // beyond the limit
    if (weights[at]! < 0) continue;
    const place = row.places[at]!;
    reached[place] = 1;
    if (Number.isNaN(ratio)) unknown[place] = 1;
    else accessibility[place]! += ratio * weights[at]!;
  }
}

// the weight of each place of a row, -1 beyond the limit, and who competes
function meet({ places, costs }: CostRow, { demand, limit, decay }: Omit<Catchments, "rows" | "supply">) {
  const weights = new Float64Array(places.length).fill(-1);
  let people = 0;
  let weighted = 0;
  for (let at = 0; at < places.length; at++) {
    if (costs[at]! > limit) continue;
    weights[at] = decay(costs[at]!);
    const living = demand[places[at]!]!;
    if (Number.isNaN(living)) continue;
    people += living;
    weighted += living * weights[at]!;
  }
  return { weights, people, weighted };
}
