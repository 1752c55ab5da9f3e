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

/** What one question to a lane search is told beside the seeds. */
export interface LanesOptions {
  /** Greatest cost still reached, inclusive; less than UNREACHED. */
  readonly limit: number;
  /** Receive the costs, one array a set of seeds; made anew where absent. */
  readonly costs?: readonly Int32Array[];
}

/**
 * For each of many sets of seeds the cost from its nearest seed to every node, UNREACHED beyond the limit: what
 * searchBuckets answers for each.
 */
export type LaneSearch = (seedSets: readonly Seeds[], options: LanesOptions) => readonly Int32Array[];

// labels lie in the order of positions: the sweep then writes one after the other, and reads near what it read before

// Carries the seeds of all lanes up to the nodes that outlast theirs, first removed first: what reaches a node is final by then.
function sweepUp(hierarchy: Hierarchy, labels: Int32Array, lanes: readonly Seeds[]): void {
  const { positionOf, removedCount, linkStart, arriving, leaving } = hierarchy;
  lanes.forEach(({ nodes, costs }, lane) => {
    for (let seed = 0; seed < nodes.length; seed++) {
      const own = LANES * positionOf[nodes[seed]!]! + lane;
      labels[own] = Math.min(labels[own]!, costs[seed]!);
    }
  });
  for (let position = 0; position < removedCount; position++) {
    const own = LANES * position;
    const a = labels[own]!;
    const b = labels[own + 1]!;
    const c = labels[own + 2]!;
    const d = labels[own + 3]!;
    // most nodes lie above no seed
    if (Math.min(a, b, c, d) === UNREACHED) continue;
    for (let link = linkStart[position]!; link < linkStart[position + 1]!; link++) {
      const other = LANES * arriving[2 * link]!;
      const cost = leaving[link]!;
      labels[other] = Math.min(labels[other]!, a + cost);
      labels[other + 1] = Math.min(labels[other + 1]!, b + cost);
      labels[other + 2] = Math.min(labels[other + 2]!, c + cost);
      labels[other + 3] = Math.min(labels[other + 3]!, d + cost);
    }
  }
}

interface Core {
  readonly costs: Int32Array;
  readonly limit: number;
  readonly scratch: BucketScratch;
}

// Searches the core of one lane from the labels that climbed into it.
function searchCore(
  { removedCount, coreGraph }: Hierarchy,
  labels: Int32Array,
  lane: number,
  core: Core,
): void {
  const { costs, limit, scratch } = core;
  const first = LANES * removedCount + lane;
  clearBuckets(scratch, limit);
  for (let number = 0; number < costs.length; number++) {
    const cost = labels[first + LANES * number]!;
    costs[number] = cost <= limit ? cost : UNREACHED;
    if (cost <= limit) putIntoBucket(scratch, number, cost);
  }
  drainBuckets(coreGraph, core);
  for (let number = 0; number < costs.length; number++) labels[first + LANES * number] = costs[number]!;
}

// Brings the labels down to every node taken out, last removed first: its neighbours are final by then.
function sweepDown(
  { removedCount, linkStart, arriving }: Hierarchy,
  labels: Int32Array,
  limit: number,
): void {
  for (let position = removedCount - 1; position >= 0; position--) {
    const own = LANES * position;
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

// The labels of all lanes by node.
function takeApart(
  { nodeCount, positionOf }: Hierarchy,
  labels: Int32Array,
  lanes: readonly Int32Array[],
): void {
  const [a, b, c, d] = lanes as [Int32Array, Int32Array, Int32Array, Int32Array];
  for (let node = 0; node < nodeCount; node++) {
    const own = LANES * positionOf[node]!;
    a[node] = labels[own]!;
    b[node] = labels[own + 1]!;
    c[node] = labels[own + 2]!;
    d[node] = labels[own + 3]!;
  }
}

/**
 * Makes the search over a hierarchy: exact, and several times as fast as buckets once the hierarchy is there. Up from the
 * seeds, a bucket search of the core, and down, in sweeps for four sets at a time (after D. Delling, A. Goldberg,
 * A. Nowatzyk, R. Werneck 2011, PHAST, with the upper levels left as a graph).
 */
export function createLaneSearch(hierarchy: Hierarchy, scratch: BucketScratch): LaneSearch {
  const { nodeCount, coreGraph } = hierarchy;
  const labels = new Int32Array(LANES * nodeCount);
  const coreCosts = new Int32Array(coreGraph.nodeCount);
  // what the lanes without seeds of a last group are written to
  const spare = new Int32Array(nodeCount);
  return (seedSets, { limit, costs }) => {
    const answers = costs ?? seedSets.map(() => new Int32Array(nodeCount));
    for (let first = 0; first < seedSets.length; first += LANES) {
      labels.fill(UNREACHED);
      const group = seedSets.slice(first, first + LANES);
      sweepUp(hierarchy, labels, group);
      for (let lane = 0; lane < group.length; lane++) {
        searchCore(hierarchy, labels, lane, { costs: coreCosts, limit, scratch });
      }
      sweepDown(hierarchy, labels, limit);
      const lanes = Array.from({ length: LANES }, (_, lane) => answers[first + lane] ?? spare);
      takeApart(hierarchy, labels, lanes);
    }
    return answers.slice(0, seedSets.length);
  };
}
