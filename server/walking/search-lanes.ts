import type { Hierarchy } from "./hierarchy.ts";
import {
  type BucketScratch,
  clearBuckets,
  drainBuckets,
  putIntoBucket,
  type Seeds,
  UNREACHED,
} from "./search.ts";

/** Searches swept together: four labels of a node lie side by side in a quarter of a cache line. */
export const LANES = 4;

/** What searchLanes may be told beside hierarchy and seeds. */
export interface LanesOptions {
  /** Greatest cost still reached, inclusive; less than UNREACHED. */
  readonly limit: number;
  readonly scratch: BucketScratch;
}

// Carries the seeds of one lane up to the nodes that outlast them; a node improved twice is carried on twice.
function climb(hierarchy: Hierarchy, labels: Int32Array, lane: number, seeds: Seeds): void {
  const { positionOf, linkStart, arriving, leaving } = hierarchy;
  const waiting: number[] = [];
  const lower = (node: number, cost: number) => {
    if (cost >= labels[LANES * node + lane]!) return;
    labels[LANES * node + lane] = cost;
    if (positionOf[node]! >= 0) waiting.push(node);
  };
  for (let seed = 0; seed < seeds.nodes.length; seed++) lower(seeds.nodes[seed]!, seeds.costs[seed]!);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const position = positionOf[node]!;
    const cost = labels[LANES * node + lane]!;
    for (let link = linkStart[position]!; link < linkStart[position + 1]!; link++) {
      lower(arriving[2 * link]!, cost + leaving[link]!);
    }
  }
}

interface Core {
  readonly costs: Int32Array;
  readonly options: LanesOptions;
}

// Searches the core of one lane from the labels that climbed into it.
function searchCore({ core, coreGraph }: Hierarchy, labels: Int32Array, lane: number, part: Core): void {
  const { costs } = part;
  const { limit, scratch } = part.options;
  clearBuckets(scratch, limit);
  for (let number = 0; number < core.length; number++) {
    const cost = labels[LANES * core[number]! + lane]!;
    costs[number] = cost <= limit ? cost : UNREACHED;
    if (cost <= limit) putIntoBucket(scratch, number, cost);
  }
  drainBuckets(coreGraph, { costs, limit, scratch });
  for (let number = 0; number < core.length; number++) labels[LANES * core[number]! + lane] = costs[number]!;
}

// Brings the labels down to every node taken out, last removed first: its neighbours are final by then.
function sweepDown({ removed, linkStart, arriving }: Hierarchy, labels: Int32Array, limit: number): void {
  for (let position = removed.length - 1; position >= 0; position--) {
    const own = LANES * removed[position]!;
    let a = labels[own]!;
    let b = labels[own + 1]!;
    let c = labels[own + 2]!;
    let d = labels[own + 3]!;
    const end = 2 * linkStart[position + 1]!;
    for (let link = 2 * linkStart[position]!; link < end; link += 2) {
      const other = LANES * arriving[link]!;
      const cost = arriving[link + 1]!;
      a = Math.min(a, labels[other]! + cost);
      b = Math.min(b, labels[other + 1]! + cost);
      c = Math.min(c, labels[other + 2]! + cost);
      d = Math.min(d, labels[other + 3]! + cost);
    }
    labels[own] = a <= limit ? a : UNREACHED;
    labels[own + 1] = b <= limit ? b : UNREACHED;
    labels[own + 2] = c <= limit ? c : UNREACHED;
    labels[own + 3] = d <= limit ? d : UNREACHED;
  }
}

/**
 * For each of many sets of seeds the cost from its nearest seed to every node, UNREACHED beyond the limit: what
 * searchBuckets answers for each, exactly, several times as fast once the hierarchy is there. Up from the seeds, a bucket
 * search of the core, and down in one sweep for four sets at a time (after D. Delling, A. Goldberg, A. Nowatzyk,
 * R. Werneck 2011, PHAST, with the upper levels left as a graph).
 */
export function searchLanes(
  hierarchy: Hierarchy,
  seedSets: readonly Seeds[],
  options: LanesOptions,
): Int32Array[] {
  const { nodeCount, core } = hierarchy;
  const labels = new Int32Array(LANES * nodeCount);
  const part: Core = { costs: new Int32Array(core.length), options };
  const answers: Int32Array[] = [];
  for (let first = 0; first < seedSets.length; first += LANES) {
    labels.fill(UNREACHED);
    const lanes = seedSets.slice(first, first + LANES);
    lanes.forEach((seeds, lane) => {
      climb(hierarchy, labels, lane, seeds);
      searchCore(hierarchy, labels, lane, part);
    });
    sweepDown(hierarchy, labels, options.limit);
    for (let lane = 0; lane < lanes.length; lane++) {
      const costs = new Int32Array(nodeCount);
      for (let node = 0; node < nodeCount; node++) costs[node] = labels[LANES * node + lane]!;
      answers.push(costs);
    }
  }
  return answers;
}
