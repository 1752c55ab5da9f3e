import { along, type Ends, type Measure } from "./access.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { facilityEntries } from "./facility-entries.ts";
import type { Graph } from "./graph.ts";
import { type Direction, facilitySeeds, type Places } from "./nearest.ts";
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
  ends: readonly (Ends | null)[],
  visit: (node: number, building: number, cost: number) => void,
) {
  ends.forEach((end, building) => {
    if (!end) return;
    if (end.fromCost !== FORBIDDEN) visit(end.fromNode, building, end.fromCost);
    if (end.toCost !== FORBIDDEN) visit(end.toNode, building, end.toCost);
  });
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

/** What the searches of one question share. */
export interface RowSearch {
  readonly index: SnapIndex;
  readonly homes: Readonly<Partial<Record<Direction, Homes>>>;
  readonly limit: number;
  readonly scratch: HeapScratch;
  /** 1 = the node lies outside the district. */
  readonly outside: Uint8Array;
}

/**
 * The row of one facility, which may stand at several places: the walk to it (homes "to"), the walk from it ("from"), or the
 * worse of both where homes of both are given.
 */
export function facilityRow(search: RowSearch, facility: readonly FacilityPlace[]): FacilityRow {
  const entries = facility.flatMap((place) => facilityEntries(search.index, place));
  const onNetwork = entries.length > 0;
  const found = (["to", "from"] as const).flatMap((direction) => {
    const homes = search.homes[direction];
    return homes && onNetwork ? [walksOf(homes, entries, search)] : [];
  });
  const [one, other] = found;
  if (!one) return { places: new Int32Array(0), costs: new Int32Array(0), onNetwork, outsideCost: UNREACHED };
  const outsideCost = Math.min(...found.map((each) => each.outsideCost));
  return { ...(other ? worseOf(one, other) : listed(one)), onNetwork, outsideCost };
}

interface Walks {
  readonly best: Map<number, number>;
  readonly outsideCost: number;
}

function listed({ best }: Walks): { places: Int32Array; costs: Int32Array } {
  return { places: Int32Array.from(best.keys()), costs: Int32Array.from(best.values()) };
}

function worseOf(one: Walks, other: Walks): { places: Int32Array; costs: Int32Array } {
  const both = new Map<number, number>();
  for (const [building, cost] of one.best) {
    const back = other.best.get(building);
    if (back !== undefined) both.set(building, Math.max(cost, back));
  }
  return listed({ best: both, outsideCost: UNREACHED });
}

function walksOf(homes: Homes, entries: readonly Snap[], { limit, scratch, outside }: RowSearch): Walks {
  const { places, graph } = homes;
  const { costs, reached } = searchHeap(graph, facilitySeeds(places, entries), limit, scratch);
  const best = new Map<number, number>();
  const offer = (building: number, cost: number) => {
    if (cost > limit) return;
    const known = best.get(building);
    if (known === undefined || cost < known) best.set(building, cost);
  };
  let outsideCost = UNREACHED;
  for (const node of reached) {
    const cost = costs[node]!;
    if (outside[node] === 1 && cost < outsideCost) outsideCost = cost;
    for (let at = homes.start[node]!; at < homes.start[node + 1]!; at++)
      offer(homes.building[at]!, cost + homes.cost[at]!);
  }
  for (const entry of entries) {
    for (const building of places.onEdge.get(entry.edge) ?? []) {
      const direct = directCost(places, places.snaps[building]!, entry);
      if (direct !== FORBIDDEN) offer(building, direct);
    }
  }
  return { best, outsideCost };
}

function directCost(
  { measure, direction }: { measure: Measure; direction: Direction },
  home: Snap,
  entry: Snap,
) {
  return direction === "to" ? along(measure, home, entry) : along(measure, entry, home);
}
