import type { Graph } from "../../server/walking/graph.ts";
import { buildHierarchy } from "../../server/walking/hierarchy.ts";
import { createBucketScratch, type Seeds, searchBuckets } from "../../server/walking/search.ts";
import { createLaneSearch } from "../../server/walking/search-lanes.ts";
import { type BenchRow, measure } from "./bench-row.ts";
import { seededRandom } from "./seeded-random.ts";

const CATEGORIES = 12;
/** 1,800 s in units of 10 ms. */
export const REACH = 180_000;

/** 30 to 500 facilities, times `copies`, at random nodes for each of 12 categories. */
export function facilitiesOn(nodeCount: number, copies = 1): Seeds[] {
  const random = seededRandom(1);
  return Array.from({ length: CATEGORIES }, (_, category) => {
    const count = copies * Math.round(30 + (category * (500 - 30)) / (CATEGORIES - 1));
    const nodes = Array.from({ length: count }, () => Math.floor(random() * nodeCount));
    return { nodes, costs: nodes.map(() => 0) };
  });
}

/** A task of nearest facilities over one graph, and how often it is run. */
export interface NearestTask {
  readonly goal: string;
  readonly graph: Graph;
  readonly categories: readonly Seeds[];
  readonly times: number;
}

const taskOf = ({ nodeCount, arcCount }: Graph) =>
  `nearest of ${CATEGORIES} categories within 1,800 s, ${nodeCount} nodes, ${arcCount} arcs`;

const repeated = (times: number) => ({ times, warmUp: Math.ceil(times / 10) });

/** One bucket search a category, nothing prepared. */
export async function nearestByBuckets({ goal, graph, categories, times }: NearestTask): Promise<BenchRow> {
  const scratch = createBucketScratch();
  const costs = new Int32Array(graph.nodeCount);
  const ours = await measure(() => {
    for (const seeds of categories) searchBuckets(graph, seeds, { limit: REACH, scratch, costs });
  }, repeated(times));
  return { goal, task: `${taskOf(graph)}, bucket search`, ours };
}

/** All categories at once over a hierarchy made before; the costs found are given too, in the order of categories. */
export async function nearestByLanes({
  goal,
  graph,
  categories,
  times,
}: NearestTask): Promise<{ row: BenchRow; costs: readonly Int32Array[] }> {
  const started = performance.now();
  const hierarchy = buildHierarchy(graph);
  const note = `the hierarchy, made once for a graph, took ${(performance.now() - started).toFixed(0)} ms`;
  const search = createLaneSearch(hierarchy, createBucketScratch());
  const costs = categories.map(() => new Int32Array(graph.nodeCount));
  const ours = await measure(() => search(categories, { limit: REACH, costs }), repeated(times));
  const task = `${taskOf(graph)}, all categories at once over a hierarchy`;
  return { row: { goal, task, ours, note }, costs };
}
