import { along, type Ends } from "./access.ts";
import { type FacilityPlace, facilityEntries } from "./facility-entries.ts";
import type { Graph } from "./graph.ts";
import { facilitySeeds, type Places } from "./nearest.ts";
import { type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import type { Snap, SnapIndex } from "./snap.ts";
import { FORBIDDEN } from "./speed-model.ts";
import type { CostRow } from "./two-step-kernel.ts";

/** The walks between one facility and the buildings within the limit of it, in units of cost. */
export interface FacilityRow extends CostRow {
  readonly places: Int32Array;
  readonly costs: Int32Array;
  /** Whether any of its entries joins the network. */
  readonly onNetwork: boolean;
  /** Cost of the nearest node outside the district; UNREACHED beyond the limit. */
  readonly outsideCost: number;
}

/** The buildings as one way of walking finds them: which of them stand at each node, and what their ends cost. */
export interface Homes {
  readonly places: Places;
  readonly graph: Graph;
  /** The ends at node n are start[n] to start[n + 1] - 1 of `building` and `cost`. */
  readonly start: Int32Array;
  readonly building: Int32Array;
  readonly cost: Int32Array;
}

function eachEnd(
  ends: readonly (readonly Ends[])[],
  visit: (node: number, building: number, cost: number) => void,
) {
  for (const [building, own] of ends.entries()) {
    for (const end of own) {
      if (end.fromCost !== FORBIDDEN) visit(end.fromNode, building, end.fromCost);
      if (end.toCost !== FORBIDDEN) visit(end.toNode, building, end.toCost);
    }
  }
}

/** Lists prepared buildings by the nodes their ends are at. */
export function homesByNode(places: Places, graph: Graph): Homes {
  const start = new Int32Array(graph.nodeCount + 1);
  eachEnd(places.ends, (node) => {
    start[node + 1]!++;
  });
  for (let node = 0; node < graph.nodeCount; node++) start[node + 1]! += start[node]!;
  const count = start[graph.nodeCount]!;
  const building = new Int32Array(count);
  const cost = new Int32Array(count);
  const next = start.slice(0, graph.nodeCount);
  eachEnd(places.ends, (node, home, endCost) => {
    const at = next[node]!++;
    building[at] = home;
    cost[at] = endCost;
  });
  return { places, graph, start, building, cost };
}

/** Best walks by building, with the list of those that were written to; cleared by what was touched. */
interface Best {
  readonly cost: Int32Array;
  readonly touched: Int32Array;
  count: number;
}

const bestOf = (buildings: number): Best => ({
  cost: new Int32Array(buildings).fill(UNREACHED),
  touched: new Int32Array(buildings),
  count: 0,
});

function offer(best: Best, building: number, cost: number): void {
  if (cost >= best.cost[building]!) return;
  if (best.cost[building] === UNREACHED) best.touched[best.count++] = building;
  best.cost[building] = cost;
}

function clear(best: Best): void {
  for (let at = 0; at < best.count; at++) best.cost[best.touched[at]!] = UNREACHED;
  best.count = 0;
}

/** What the searches of one question share. */
export interface RowSearch {
  readonly index: SnapIndex;
  /** Homes of the walk to a facility, of the walk from it, or of both, of which the worse counts. */
  readonly homes: readonly Homes[];
  readonly limit: number;
  readonly scratch: HeapScratch;
  /** 1 = the node lies outside the district. */
  readonly outside: Uint8Array;
}

/** Makes the function that answers the row of one facility, which may stand at several places. */
export function facilityRows(search: RowSearch): (facility: readonly FacilityPlace[]) => FacilityRow {
  const bests = search.homes.map(({ places }) => bestOf(places.snaps.length));
  return (facility) => {
    const entries = facility.flatMap((place) => facilityEntries(search.index, place));
    const outsideCosts = search.homes.map((homes, at) => walk(homes, bests[at]!, { entries, search }));
    const row = worst(bests);
    for (const best of bests) clear(best);
    return { ...row, onNetwork: entries.length > 0, outsideCost: Math.min(...outsideCosts) };
  };
}

// the buildings that every walk reaches, with the longest of their walks
function worst([first, ...others]: readonly Best[]): { places: Int32Array; costs: Int32Array } {
  const places = first!.touched
    .slice(0, first!.count)
    .filter((building) => others.every(({ cost }) => cost[building] !== UNREACHED));
  const costs = places.map((building) =>
    others.reduce((most, { cost }) => Math.max(most, cost[building]!), first!.cost[building]!),
  );
  return { places, costs };
}

interface Walked {
  readonly entries: readonly Snap[];
  readonly search: RowSearch;
}

// writes the walks within the limit; answers the cost of the nearest node outside the district
function walk(homes: Homes, best: Best, { entries, search }: Walked): number {
  const { limit, scratch, outside } = search;
  const { places, graph, start, building, cost: endCost } = homes;
  const { costs, reached } = searchHeap(graph, facilitySeeds(places, entries), limit, scratch);
  let outsideCost = UNREACHED;
  for (const node of reached) {
    const cost = costs[node]!;
    if (outside[node] === 1) outsideCost = Math.min(outsideCost, cost);
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      const through = cost + endCost[at]!;
      if (through <= limit) offer(best, building[at]!, through);
    }
  }
  walkAlongEdges(places, best, { entries, search });
  return outsideCost;
}

// an entry and a building on one edge are joined along it
function walkAlongEdges(places: Places, best: Best, { entries, search }: Walked): void {
  for (const entry of entries) {
    for (const { place, snap } of places.onEdge.get(entry.edge) ?? []) {
      const direct = directCost(places, snap, entry);
      if (direct !== FORBIDDEN && direct <= search.limit) offer(best, place, direct);
    }
  }
}

function directCost({ measure, direction }: Places, home: Snap, entry: Snap): number {
  return direction === "to" ? along(measure, home, entry) : along(measure, entry, home);
}
