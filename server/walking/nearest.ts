import { along, arrive, type Ends, leave, type Measure, seedsOf } from "./access.ts";
import { type Seeds, UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { FORBIDDEN } from "./speed-model.ts";

/** Which way the walk goes: from the place to the facility, or from the facility to the place. */
export type Direction = "to" | "from";

/** Places asked about again and again: their ends for one measure and direction, and which of them share an edge. */
export interface Places {
  readonly direction: Direction;
  readonly measure: Measure;
  /** The ways onto the network of each place. */
  readonly snaps: readonly (readonly Snap[])[];
  /** In the order of the snaps. */
  readonly ends: readonly (readonly Ends[])[];
  readonly onEdge: ReadonlyMap<number, readonly { readonly place: number; readonly snap: Snap }[]>;
}

/** Prepares places (none = not on the network) for nearestFacility. */
export function preparePlaces(
  measure: Measure,
  direction: Direction,
  snaps: readonly (readonly Snap[])[],
): Places {
  const onEdge = new Map<number, { place: number; snap: Snap }[]>();
  for (const [place, own] of snaps.entries()) {
    for (const snap of own) {
      const others = onEdge.get(snap.edge);
      if (others) others.push({ place, snap });
      else onEdge.set(snap.edge, [{ place, snap }]);
    }
  }
  const access = direction === "to" ? leave : arrive;
  return {
    direction,
    measure,
    snaps,
    ends: snaps.map((own) => own.map((snap) => access(measure, snap))),
    onEdge,
  };
}

// The cost between a place and the seeds by way of an end of its edge.
function throughNode(costs: Int32Array, node: number, endCost: number): number {
  const nodeCost = costs[node]!;
  return endCost === FORBIDDEN || nodeCost === UNREACHED ? UNREACHED : nodeCost + endCost;
}

/** The seeds of a search for facilities from which the walk to (or, searched the other way, from) every place is known. */
export function facilitySeeds({ measure, direction }: Places, entries: readonly Snap[]): Seeds {
  return seedsOf(entries.map((entry) => (direction === "to" ? arrive : leave)(measure, entry)));
}

/**
 * For every place the cost of the walk to (or from) the nearest entry of any facility, both connectors included, in the
 * unit of the measure; -1 where none is within the limit (inclusive). `costs` is what a search from facilitySeeds answers
 * by node: over the reverse graph for direction "to", the forward graph for "from". Entry and place on one edge are
 * joined along it.
 */
export function nearestFacility(
  { measure, direction, snaps, ends, onEdge }: Places,
  entries: readonly Snap[],
  { costs, limit }: { readonly costs: Int32Array; readonly limit: number },
): Int32Array {
  const nearest = new Int32Array(snaps.length).fill(UNREACHED);
  for (const [place, own] of ends.entries()) {
    for (const end of own) {
      nearest[place] = Math.min(
        nearest[place]!,
        throughNode(costs, end.fromNode, end.fromCost),
        throughNode(costs, end.toNode, end.toCost),
      );
    }
  }
  for (const entry of entries) {
    for (const { place, snap } of onEdge.get(entry.edge) ?? []) {
      const direct = direction === "to" ? along(measure, snap, entry) : along(measure, entry, snap);
      if (direct !== FORBIDDEN && direct < nearest[place]!) nearest[place] = direct;
    }
  }
  return nearest.map((cost) => (cost <= limit ? cost : -1));
}
