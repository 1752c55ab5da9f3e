import type { Graph } from "./graph.ts";
import { buildHierarchy } from "./hierarchy.ts";
import { type BucketScratch, type Seeds, searchBuckets } from "./search.ts";
import { createLaneSearch } from "./search-lanes.ts";

/**
 * Searches that share a graph and a limit are asked this many at a time, so that they can be swept together. Not all the
 * lanes of a sweep: what a million buildings answer for one category takes 12 MB, here, on its way and where it is written.
 */
export const FIELDS_AT_ONCE = 4;

/**
 * For each of up to FIELDS_AT_ONCE sets of seeds the cost from the nearest seed to every node, UNREACHED beyond the
 * limit. The answers stand until the next question.
 */
export type FieldSearch = (seedSets: readonly Seeds[]) => readonly Int32Array[];

// Making a hierarchy must pay within one persona's categories. Measured over 58, the making counted in: 13,000 arcs gain
// nothing, 213,000 take four fifths of the time of buckets, 2.6 million a third.
const HIERARCHY_FROM_ARCS = 100_000;

/** The search that suits the size of the graph: buckets, or above 100,000 arcs a hierarchy made here once. */
export function createFieldSearch(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  return graph.arcCount < HIERARCHY_FROM_ARCS
    ? overBuckets(graph, limit, scratch)
    : overHierarchy(graph, limit, scratch);
}

function overBuckets(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  const costs = fields(graph);
  return (seedSets) =>
    seedSets.map((seeds, lane) => searchBuckets(graph, seeds, { limit, scratch, costs: costs[lane]! }));
}

function overHierarchy(graph: Graph, limit: number, scratch: BucketScratch): FieldSearch {
  const search = createLaneSearch(buildHierarchy(graph), scratch);
  const costs = fields(graph);
  return (seedSets) => search(seedSets, { limit, costs });
}

const fields = ({ nodeCount }: Graph) =>
  Array.from({ length: FIELDS_AT_ONCE }, () => new Int32Array(nodeCount));
