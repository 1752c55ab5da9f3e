import type { Graph } from "./graph.ts";

/** The cost of a node that no seed reaches within the limit. */
export const UNREACHED = 0x7fffffff;

/** Where a search starts: nodes with the cost already spent when there (>= 0). A node may occur more than once. */
export interface Seeds {
  readonly nodes: ArrayLike<number>;
  readonly costs: ArrayLike<number>;
}

/** Reusable memory of the bucket search. */
export interface BucketScratch {
  heads: Int32Array;
  entryNode: Int32Array;
  entryNext: Int32Array;
}

/** Makes the memory of the bucket search; it grows with the graphs and limits it is used for. */
export function createBucketScratch(): BucketScratch {
  return { heads: new Int32Array(0), entryNode: new Int32Array(0), entryNext: new Int32Array(0) };
}

function ensureBuckets(scratch: BucketScratch, buckets: number, entries: number): void {
  if (scratch.heads.length < buckets) scratch.heads = new Int32Array(buckets).fill(-1);
  if (scratch.entryNode.length < entries) {
    scratch.entryNode = new Int32Array(entries);
    scratch.entryNext = new Int32Array(entries);
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
 * Cost from the nearest seed to every node: bucket search (R. Dial 1969, CACM 12, Algorithm 360) with one bucket per
 * unit of cost, exact on whole numbers, arcs of cost 0 allowed. For many seeds; use searchHeap for one.
 */
export function searchBuckets(graph: Graph, seeds: Seeds, options: BucketOptions): Int32Array {
  const { limit, scratch, owners } = options;
  const costs = options.costs ?? new Int32Array(graph.nodeCount);
  costs.fill(UNREACHED);
  ensureBuckets(scratch, limit + 1, graph.arcCount + seeds.nodes.length);
  const { heads, entryNode, entryNext } = scratch;
  const { start, arcs } = graph;
  let entries = 0;
  let waiting = 0;
  const reach = (node: number, cost: number, owner: number) => {
    if (cost > limit || cost >= costs[node]!) return;
    costs[node] = cost;
    if (owners) owners[node] = owner;
    entryNode[entries] = node;
    entryNext[entries] = heads[cost]!;
    heads[cost] = entries++;
    waiting++;
  };
  const settle = (node: number, cost: number) => {
    const owner = owners ? owners[node]! : 0;
    const end = 2 * start[node + 1]!;
    for (let arc = 2 * start[node]!; arc < end; arc += 2) reach(arcs[arc]!, cost + arcs[arc + 1]!, owner);
  };
  for (let seed = 0; seed < seeds.nodes.length; seed++) reach(seeds.nodes[seed]!, seeds.costs[seed]!, seed);
  // every entry put into a bucket is taken out again, so the heads are all -1 when the search ends
  for (let cost = 0; waiting > 0; cost++) {
    for (let entry = heads[cost]!; entry !== -1; entry = heads[cost]!) {
      heads[cost] = entryNext[entry]!;
      waiting--;
      // an entry is stale where its node was reached more cheaply since
      if (costs[entryNode[entry]!] === cost) settle(entryNode[entry]!, cost);
    }
  }
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
  /** The nodes reached, in the order they were first seen. */
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
    if (costs[node] === UNREACHED) touched[touchedCount++] = node;
    costs[node] = cost;
    push(scratch, size++, node, cost);
  };
  for (let seed = 0; seed < seeds.nodes.length; seed++) reach(seeds.nodes[seed]!, seeds.costs[seed]!);
  while (size > 0) {
    const node = scratch.heapNode[0]!;
    const cost = scratch.heapCost[0]!;
    sink(scratch, --size);
    if (costs[node] !== cost) continue;
    const end = 2 * start[node + 1]!;
    for (let arc = 2 * start[node]!; arc < end; arc += 2) reach(arcs[arc]!, cost + arcs[arc + 1]!);
  }
  scratch.touchedCount = touchedCount;
  return { costs, reached: touched.subarray(0, touchedCount) };
}
