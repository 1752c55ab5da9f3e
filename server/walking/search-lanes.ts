import { readFileSync } from "node:fs";
import type { Hierarchy } from "./hierarchy.ts";
import {
  type BucketScratch,
  clearBuckets,
  drainBuckets,
  putIntoBucket,
  type Seeds,
  UNREACHED,
} from "./search.ts";

/** Searches swept together: as many labels of a node lie side by side, in three vectors of four. */
export const LANES = 12;

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
interface Sweeps {
  readonly labels: Int32Array;
  /** Carries the labels up to the nodes that outlast theirs, first removed first: what reaches a node is final by then. */
  readonly up: (limit: number) => void;
  /** Brings the labels down to every node taken out, last removed first: its neighbours are final by then. */
  readonly down: (limit: number) => void;
}

interface SweepExports {
  sweepUp(removedCount: number, linkStart: number, arriving: number, leaving: number, limit: number): void;
  sweepDown(removedCount: number, linkStart: number, arriving: number, limit: number, unreached: number): void;
}

// lane-sweeps.wat says what it does: WebAssembly has the vectors of four numbers that JavaScript lacks
const sweepModule = new WebAssembly.Module(readFileSync(new URL("./lane-sweeps.wasm", import.meta.url)));
const PAGE_BYTES = 65_536;

// The labels and the links in one memory; the links are put there once.
function createSweeps({ nodeCount, removedCount, linkStart, arriving, leaving }: Hierarchy): Sweeps {
  const starts = LANES * nodeCount;
  const arrivals = starts + linkStart.length;
  const leavings = arrivals + arriving.length;
  const bytes = Int32Array.BYTES_PER_ELEMENT * (leavings + leaving.length);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) });
  const numbers = new Int32Array(memory.buffer);
  numbers.set(linkStart, starts);
  numbers.set(arriving, arrivals);
  numbers.set(leaving, leavings);
  const { exports } = new WebAssembly.Instance(sweepModule, { search: { memory } });
  const { sweepUp, sweepDown } = exports as unknown as SweepExports;
  const address = (index: number) => index * Int32Array.BYTES_PER_ELEMENT;
  return {
    labels: numbers.subarray(0, starts),
    up: (limit) => sweepUp(removedCount, address(starts), address(arrivals), address(leavings), limit),
    down: (limit) => sweepDown(removedCount, address(starts), address(arrivals), limit, UNREACHED),
  };
}

function sow(positionOf: Int32Array, labels: Int32Array, lanes: readonly Seeds[]): void {
  lanes.forEach(({ nodes, costs }, lane) => {
    for (let seed = 0; seed < nodes.length; seed++) {
      const own = LANES * positionOf[nodes[seed]!]! + lane;
      labels[own] = Math.min(labels[own]!, costs[seed]!);
    }
  });
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

// The labels of all lanes by node.
function takeApart(positionOf: Int32Array, labels: Int32Array, answers: readonly Int32Array[]): void {
  const spare = answers[0]!;
  for (let lane = answers.length - 1 - ((answers.length - 1) % 4); lane >= 0; lane -= 4) {
    const a = answers[lane] ?? spare;
    const b = answers[lane + 1] ?? spare;
    const c = answers[lane + 2] ?? spare;
    const d = answers[lane + 3] ?? spare;
    for (let node = 0; node < positionOf.length; node++) {
      const own = LANES * positionOf[node]! + lane;
      d[node] = labels[own + 3]!;
      c[node] = labels[own + 2]!;
      b[node] = labels[own + 1]!;
      a[node] = labels[own]!;
    }
  }
}

/**
 * Makes the search over a hierarchy: exact, and several times as fast as buckets once the hierarchy is there. Up from the
 * seeds, a bucket search of the core, and down, in sweeps for twelve sets at a time (after D. Delling, A. Goldberg,
 * A. Nowatzyk, R. Werneck 2011, PHAST, with the upper levels left as a graph).
 */
export function createLaneSearch(hierarchy: Hierarchy, scratch: BucketScratch): LaneSearch {
  const { nodeCount, removedCount, positionOf, coreGraph } = hierarchy;
  const { labels, up, down } = createSweeps(hierarchy);
  const coreCosts = new Int32Array(coreGraph.nodeCount);
  return (seedSets, { limit, costs }) => {
    const answers = costs ?? seedSets.map(() => new Int32Array(nodeCount));
    for (let first = 0; first < seedSets.length; first += LANES) {
      labels.fill(UNREACHED);
      const group = seedSets.slice(first, first + LANES);
      sow(positionOf, labels, group);
      up(limit);
      for (let lane = 0; lane < group.length; lane++) {
        searchCore(hierarchy, labels, lane, { costs: coreCosts, limit, scratch });
      }
      down(limit);
      takeApart(positionOf, labels, answers.slice(first, first + LANES));
    }
    return answers.slice(0, seedSets.length);
  };
}
