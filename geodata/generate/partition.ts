import { distanceM, type Point } from "./plane.ts";

/** Things to be shared out among zones: where each lies and how much it weighs. */
export interface PartitionInputs {
  readonly places: readonly Point[];
  readonly weights: readonly number[];
  readonly neighbours: readonly (readonly number[])[];
  readonly centres: readonly Point[];
  /** Share of the whole weight each zone should get. */
  readonly shares: readonly number[];
}

const ROUNDS = 120;

/**
 * Shares things out among zones so that each gets about its share and lies near its centre: a power diagram whose
 * weights are adjusted round by round (F. Aurenhammer 1998). Pieces cut off from their zone go to the zone around them.
 */
export function partition(inputs: PartitionInputs): number[] {
  const { places, weights, centres, shares } = inputs;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bonus = centres.map(() => 0);
  const nearestZone = (place: Point): number => {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    centres.forEach((centre, zone) => {
      const cost = distanceM(place, centre) ** 2 - bonus[zone]!;
      if (cost < least) [best, least] = [zone, cost];
    });
    return best;
  };
  let zones: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    zones = places.map(nearestZone);
    const got = centres.map(() => 0);
    zones.forEach((zone, at) => {
      got[zone]! += weights[at]!;
    });
    const stepSqm = 900_000 * (1 - round / ROUNDS);
    centres.forEach((_, zone) => {
      const excess = got[zone]! / total / shares[zone]! - 1;
      bonus[zone]! -= stepSqm * Math.min(1, Math.max(-1, excess)) * 0.2;
    });
  }
  return joinStrays(zones, inputs);
}

// Connected pieces of equal zone, as lists of members.
function piecesOf(zones: readonly number[], neighbours: readonly (readonly number[])[]): number[][] {
  const seen = new Set<number>();
  return [...zones.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const piece = [start];
    seen.add(start);
    for (let at = 0; at < piece.length; at++) {
      for (const next of neighbours[piece[at]!]!) {
        if (seen.has(next) || zones[next] !== zones[start]) continue;
        seen.add(next);
        piece.push(next);
      }
    }
    return [piece];
  });
}

function joinStrays(given: readonly number[], { neighbours }: PartitionInputs): number[] {
  const zones = [...given];
  for (let round = 0; round < 6; round++) {
    const strays = straysOf(zones, neighbours);
    for (const piece of strays) {
      const into = zoneAround(piece, zones, neighbours);
      for (const member of piece) zones[member] = into;
    }
    if (strays.length === 0) break;
  }
  return zones;
}

// All pieces of a zone but its largest.
function straysOf(zones: readonly number[], neighbours: readonly (readonly number[])[]): number[][] {
  const pieces = piecesOf(zones, neighbours);
  const largest = new Map<number, number[]>();
  for (const piece of pieces) {
    const zone = zones[piece[0]!]!;
    if (piece.length > (largest.get(zone)?.length ?? 0)) largest.set(zone, piece);
  }
  return pieces.filter((piece) => largest.get(zones[piece[0]!]!) !== piece);
}

// The zone a piece borders most; its own where it borders none.
function zoneAround(
  piece: readonly number[],
  zones: readonly number[],
  neighbours: readonly (readonly number[])[],
): number {
  const own = zones[piece[0]!]!;
  const counts = new Map<number, number>();
  for (const next of piece.flatMap((member) => neighbours[member]!)) {
    const zone = zones[next]!;
    if (zone !== own) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return most?.[0] ?? own;
}
