import { along, type Ends, leave, type Measure } from "./access.ts";
import type { Graph } from "./graph.ts";
import { type BucketScratch, searchBuckets, UNREACHED } from "./search.ts";
import type { Snap } from "./snap.ts";
import { FORBIDDEN } from "./speed-model.ts";

/** What clusters are formed over: distances in the unit of the measure, which is the same both ways. */
export interface ClusterGround {
  readonly measure: Measure;
  readonly graph: Graph;
  readonly scratch: BucketScratch;
}

/** Sets of places that grow together; the number of a set is its least member. */
function growingSets(size: number) {
  const parent = Int32Array.from({ length: size }, (_, index) => index);
  const find = (place: number): number => {
    let root = place;
    while (parent[root] !== root) root = parent[root]!;
    parent[place] = root;
    return root;
  };
  const join = (one: number, other: number) => {
    const [a, b] = [find(one), find(other)];
    parent[Math.max(a, b)] = Math.min(a, b);
  };
  return { find, join };
}

/**
 * Gathers places into clusters: two belong together if steps of at most `link` (inclusive) along the network lead from one
 * to the other by way of places of the same list (single linkage; P. Sneath 1957). Answers per place the least index of its
 * cluster. Exact without measuring every pair: a shortest link between clusters is seen where the regions nearest to two
 * places meet (K. Mehlhorn 1988, doi:10.1016/0020-0190(88)90066-X).
 */
export function clusterAlongNetwork(ground: ClusterGround, snaps: readonly Snap[], link: number): Int32Array {
  const { measure, graph } = ground;
  const { find, join } = growingSets(snaps.length);
  const ends = snaps.map((snap) => leave(measure, snap));
  const costs = new Int32Array(graph.nodeCount);
  const owners = regionsOf(ground, ends, { link, costs });
  joinAcrossArcs(graph, { costs, owners, link }, join);
  ends.forEach(({ fromNode, fromCost, toNode, toCost }, place) => {
    if (fromCost !== FORBIDDEN && costs[fromNode]! + fromCost <= link) join(owners[fromNode]!, place);
    if (toCost !== FORBIDDEN && costs[toNode]! + toCost <= link) join(owners[toNode]!, place);
  });
  joinOnEdges(measure, snaps, (one, other, distance) => distance <= link && join(one, other));
  return Int32Array.from(snaps, (_, place) => find(place));
}

// the place whose door is nearest to each node, within the link
function regionsOf(
  { graph, scratch }: ClusterGround,
  ends: readonly Ends[],
  { link, costs }: { readonly link: number; readonly costs: Int32Array },
): Int32Array {
  const seeds = ends.flatMap(({ fromNode, fromCost, toNode, toCost }, place) =>
    [
      { node: fromNode, cost: fromCost, place },
      { node: toNode, cost: toCost, place },
    ].filter(({ cost }) => cost !== FORBIDDEN),
  );
  const owners = new Int32Array(graph.nodeCount);
  const nodes = seeds.map(({ node }) => node);
  searchBuckets(
    graph,
    { nodes, costs: seeds.map(({ cost }) => cost) },
    { limit: link, scratch, costs, owners },
  );
  return owners.map((seed) => seeds[seed]?.place ?? 0);
}

interface Regions {
  readonly costs: Int32Array;
  readonly owners: Int32Array;
  readonly link: number;
}

function joinAcrossArcs(
  { nodeCount, start, arcs }: Graph,
  { costs, owners, link }: Regions,
  join: (one: number, other: number) => void,
): void {
  for (let node = 0; node < nodeCount; node++) {
    if (costs[node] === UNREACHED) continue;
    for (let arc = start[node]!; arc < start[node + 1]!; arc++) {
      const target = arcs[2 * arc]!;
      const across = costs[node]! + arcs[2 * arc + 1]! + costs[target]!;
      if (across <= link) join(owners[node]!, owners[target]!);
    }
  }
}

// neighbours on one edge need no way over its ends
function joinOnEdges(
  measure: Measure,
  snaps: readonly Snap[],
  meet: (one: number, other: number, distance: number) => void,
): void {
  const inOrder = snaps
    .map((snap, place) => ({ snap, place }))
    .sort((a, b) => a.snap.edge - b.snap.edge || a.snap.fraction - b.snap.fraction);
  // connectors count, so a farther neighbour may be nearer: each is measured to all within its edge that follow
  for (const [index, { snap, place }] of inOrder.entries()) {
    for (let next = index + 1; inOrder[next]?.snap.edge === snap.edge; next++) {
      const distance = along(measure, snap, inOrder[next]!.snap);
      if (distance !== FORBIDDEN) meet(place, inOrder[next]!.place, distance);
    }
  }
}
