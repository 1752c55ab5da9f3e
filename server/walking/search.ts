import type { Graph } from "./graph.ts";

/** The cost of a node that no seed reaches within the limit: so large that no search ends there, so small that a cost may be added. */
export const UNREACHED = 0x3fffffff;

/** Where a search starts: nodes with the cost already spent when there (>= 0). A node may occur more than once. */
export interface Seeds {
  readonly nodes: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}

/** A bucket is this power of two of cost units wide: the heads of all buckets then stay in the nearest cache. */
const BUCKET_SHIFT = 8;

/** Reusable memory of the bucket search: lists of nodes by bucket of cost. */
export interface BucketScratch {
  heads: Int32Array;
  entryNode: Int32Array;
  entryNext: Int32Array;
  entries: number;
}

/** Makes the memory of the bucket search; it grows with the graphs and limits it is used for. */
export function createBucketScratch(): BucketScratch {
  return {
    heads: new Int32Array(0),
    entryNode: new Int32Array(1024),
    entryNext: new Int32Array(1024),
    entries: 0,
  };
}

/** Empties the buckets and makes room for costs up to `limit`. */
export function clearBuckets(scratch: BucketScratch, limit: number): void {
  const buckets = (limit >> BUCKET_SHIFT) + 1;
  // every entry put into a bucket is taken out again, so the heads are all -1 when a search ends
  if (scratch.heads.length < buckets) scratch.heads = new Int32Array(buckets).fill(-1);
  scratch.entries = 0;
}

function growEntries(scratch: BucketScratch): void {
  const grow = (values: Int32Array) => {
    const grown = new Int32Array(2 * values.length);
    grown.set(values);
    return grown;
  };
  scratch.entryNode = grow(scratch.entryNode);
  scratch.entryNext = grow(scratch.entryNext);
}

/** Puts a node into the bucket of its cost (at most the limit the buckets were cleared for). */
export function putIntoBucket(scratch: BucketScratch, node: number, cost: number): void {
  const { heads } = scratch;
  const entry = scratch.entries++;
  if (entry === scratch.entryNode.length) growEntries(scratch);
  scratch.entryNode[entry] = node;
  scratch.entryNext[entry] = heads[cost >> BUCKET_SHIFT]!;
  heads[cost >> BUCKET_SHIFT] = entry;
}

/** What drainBuckets works on: `costs` holds the cost of every node that was put into a bucket. */
export interface Drain {
  readonly costs: Int32Array;
  readonly limit: number;
  readonly scratch: BucketScratch;
  readonly owners?: Int32Array | undefined;
}

/**
 * Spreads the costs of the nodes in the buckets over the graph. A node improved while its own bucket is being emptied
 * is put into it again, so buckets wider than the cheapest arc change nothing but the order of the work.
 */
export function drainBuckets(graph: Graph, drain: Drain): void {
  const { costs, limit, scratch } = drain;
  const { heads } = scratch;
  const lastBucket = limit >> BUCKET_SHIFT;
  for (let bucket = 0; bucket <= lastBucket; bucket++) {
    for (let entry = heads[bucket]!; entry !== -1; entry = heads[bucket]!) {
      heads[bucket] = scratch.entryNext[entry]!;
      const node = scratch.entryNode[entry]!;
      // stale where the node was reached in an earlier bucket since
      if (costs[node]! >> BUCKET_SHIFT === bucket) spread(graph, drain, node);
    }
  }
}

function spread({ start, arcs }: Graph, { costs, limit, scratch, owners }: Drain, node: number): void {
  const cost = costs[node]!;
  const end = 2 * start[node + 1]!;
  for (let arc = 2 * start[node]!; arc < end; arc += 2) {
    const target = arcs[arc]!;
    const through = cost + arcs[arc + 1]!;
    if (through > limit || through >= costs[target]!) continue;
    costs[target] = through;
    if (owners) owners[target] = owners[node]!;
    putIntoBucket(scratch, target, through);
  }
}

/** What a search may be told beside graph and seeds. */
export interface BucketOptions {
  /** Greatest cost still reached, inclusive. */
  readonly limit: number;
  readonly scratch: BucketScratch;
  /** Receives the costs; made anew where absent. One entry per node, UNREACHED beyond the limit. */
  readonly costs?: Int32Array;
  /** Receives, per reached node, the position of the seed that reaches it first. */
  readonly owners?: Int32Array;
}

/**
 * Cost from the nearest seed to every node: bucket search (R. Dial 1969, CACM 12, Algorithm 360) with buckets of many
 * units of cost (E. Denardo, B. Fox 1979), exact on whole numbers, arcs of cost 0 allowed. For many seeds; use
 * searchHeap for one.
 */
export function searchBuckets(graph: Graph, seeds: Seeds, options: BucketOptions): Int32Array {
  const { limit, scratch, owners } = options;
  const costs = options.costs ?? new Int32Array(graph.nodeCount);
  costs.fill(UNREACHED);
  clearBuckets(scratch, limit);
  for (let seed = 0; seed < seeds.nodes.length; seed++) {
    const node = seeds.nodes[seed]!;
    const cost = seeds.costs[seed]!;
    if (cost > limit || cost >= costs[node]!) continue;
    costs[node] = cost;
    if (owners) owners[node] = seed;
    putIntoBucket(scratch, node, cost);
  }
  drainBuckets(graph, { costs, limit, scratch, owners });
  return costs;
}

/** Reusable memory of the heap search for graphs of one size; only what a search touched is cleared after it. */
export interface HeapScratch {
  readonly costs: Int32Array;
  readonly touched: Int32Array;
  touchedCount: number;
  heapNode: Int32Array;
  heapCost: Int32Array;
}

/** Makes the memory of the heap search for a graph of so many nodes. */
export function createHeapScratch(nodeCount: number): HeapScratch {
  return {
    costs: new Int32Array(nodeCount).fill(UNREACHED),
    touched: new Int32Array(nodeCount),
    touchedCount: 0,
    heapNode: new Int32Array(1024),
    heapCost: new Int32Array(1024),
  };
}

function push(scratch: HeapScratch, size: number, node: number, cost: number): void {
  if (size === scratch.heapNode.length) {
    const { heapNode, heapCost } = scratch;
    scratch.heapNode = new Int32Array(2 * size);
    scratch.heapCost = new Int32Array(2 * size);
    scratch.heapNode.set(heapNode);
    scratch.heapCost.set(heapCost);
  }
  const { heapNode, heapCost } = scratch;
  let at = size;
  while (at > 0) {
    const parent = (at - 1) >> 2;
    if (heapCost[parent]! <= cost) break;
    heapCost[at] = heapCost[parent]!;
    heapNode[at] = heapNode[parent]!;
    at = parent;
  }
  heapCost[at] = cost;
  heapNode[at] = node;
}

// Removes the top of a heap that has `size` entries left after it: the entry at `size` sinks from the top.
function sink(scratch: HeapScratch, size: number): void {
  const { heapNode, heapCost } = scratch;
  const node = heapNode[size]!;
  const cost = heapCost[size]!;
  let at = 0;
  for (;;) {
    const first = 4 * at + 1;
    if (first >= size) break;
    let least = first;
    const end = Math.min(first + 4, size);
    for (let child = first + 1; child < end; child++) {
      if (heapCost[child]! < heapCost[least]!) least = child;
    }
    if (heapCost[least]! >= cost) break;
    heapCost[at] = heapCost[least]!;
    heapNode[at] = heapNode[least]!;
    at = least;
  }
  heapCost[at] = cost;
  heapNode[at] = node;
}

/** What one heap search reached; valid until the scratch is used again. */
export interface HeapResult {
  /** Per node, UNREACHED where not within the limit. */
  readonly costs: Int32Array;
  /** The nodes reached, in the order of their costs. */
  readonly reached: Int32Array;
}

/**
 * Cost from the nearest seed to every node within the limit (inclusive): Dijkstra with a 4-ary heap that touches only
 * what it reaches. For one origin; use searchBuckets where most of the graph is reached.
 */
export function searchHeap(graph: Graph, seeds: Seeds, limit: number, scratch: HeapScratch): HeapResult {
  const { costs, touched } = scratch;
  const { start, arcs } = graph;
  for (let index = 0; index < scratch.touchedCount; index++) costs[touched[index]!] = UNREACHED;
  let touchedCount = 0;
  let size = 0;
  const reach = (node: number, cost: number) => {
    if (cost > limit || cost >= costs[node]!) return;
    costs[node] = cost;
    push(scratch, size++, node, cost);
  };
  for (let seed = 0; seed < seeds.nodes.length; seed++) reach(seeds.nodes[seed]!, seeds.costs[seed]!);
  while (size > 0) {
    const node = scratch.heapNode[0]!;
    const cost = scratch.heapCost[0]!;
    sink(scratch, --size);
    // stale where the node was reached at less since: each node reached comes by once
    if (costs[node] !== cost) continue;
    touched[touchedCount++] = node;
    const end = 2 * start[node + 1]!;
    for (let arc = 2 * start[node]!; arc < end; arc += 2) reach(arcs[arc]!, cost + arcs[arc + 1]!);
  }
  scratch.touchedCount = touchedCount;
  return { costs, reached: touched.subarray(0, touchedCount) };
}
