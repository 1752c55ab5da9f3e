import type { Graph } from "./graph.ts";
import { buildHierarchy } from "./hierarchy.ts";
import { type BucketScratch, type Seeds, searchBuckets } from "./search.ts";
import { LANES, searchLanes } from "./search-lanes.ts";

/** Searches that share a graph and a limit are asked this many at a time, so that they can be swept together. */
export const FIELDS_AT_ONCE = LANES;

/**
 * For each of up to FIELDS_AT_ONCE sets of seeds the cost from the nearest seed to every node, UNREACHED beyond the
 * limit. The answers stand until the next question.
 */
export type FieldSearch = (seedSets: readonly Seeds[]) => readonly Int32Array[];

// A hierarchy takes longer to make than it saves where a bucket search takes a millisecond: measured, districts of
// 13,000 arcs gain nothing, a city of 183,000 arcs a third, twelve times that two thirds.
const HIERARCHY_FROM_ARCS = 100_000;

/** The search that suits the size of the graph: buckets, or above 100,000 arcs a hierarchy made here once. */
export function createFieldSearch(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  return graph.arcCount < HIERARCHY_FROM_ARCS
    ? overBuckets(graph, limit, scratch)
    : overHierarchy(graph, limit, scratch);
}

function overBuckets(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  const costs = Array.from({ length: FIELDS_AT_ONCE }, () => new Int32Array(graph.nodeCount));
  return (seedSets) =>
    seedSets.map((seeds, lane) => searchBuckets(graph, seeds, { limit, scratch, costs: costs[lane]! }));
}

function overHierarchy(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  const hierarchy = buildHierarchy(graph);
  return (seedSets) => searchLanes(hierarchy, seedSets, { limit, scratch });
}
