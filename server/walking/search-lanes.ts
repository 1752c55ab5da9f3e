import { readFileSync } from "node:fs";
import type { Graph } from "./graph.ts";
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
const LANES = 12;

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
  sweepDown(
    removedCount: number,
    linkStart: number,
    arriving: number,
    limit: number,
    unreached: number,
  ): void;
}

// the server's types know no browser, and WebAssembly's come with a browser's
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

// assembled from lane-sweeps.wat: WebAssembly has the vectors of four numbers that JavaScript lacks
const sweepModule = new WebAssembly.Module(readFileSync(new URL("./lane-sweeps.wasm", import.meta.url)));
const PAGE_BYTES = 65_536;

// The labels, and the links put there once, in one memory.
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
  const { sweepUp, sweepDown } = exports as SweepExports;
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
  readonly graph: Graph;
  /** The labels of the core's nodes. */
  readonly labels: Int32Array;
  readonly costs: Int32Array;
  readonly scratch: BucketScratch;
}

// Searches the core of one lane from the labels that climbed into it.
function searchCore({ graph, labels, costs, scratch }: Core, lane: number, limit: number): void {
  clearBuckets(scratch, limit);
  for (let number = 0; number < costs.length; number++) {
    const cost = labels[LANES * number + lane]!;
    costs[number] = cost <= limit ? cost : UNREACHED;
    if (cost <= limit) putIntoBucket(scratch, number, cost);
  }
  drainBuckets(graph, { costs, limit, scratch });
  for (let number = 0; number < costs.length; number++) labels[LANES * number + lane] = costs[number]!;
}

// The labels of each lane by node.
function takeApart(positionOf: Int32Array, labels: Int32Array, lanes: readonly Int32Array[]): void {
  for (let node = 0; node < positionOf.length; node++) {
    const own = LANES * positionOf[node]!;
    for (let lane = 0; lane < lanes.length; lane++) lanes[lane]![node] = labels[own + lane]!;
  }
}

/**
 * Makes the search over a hierarchy: exact, and many times as fast as buckets once the hierarchy is there. Up from the
 * seeds, a bucket search of the core, and down, in sweeps for twelve sets at a time (after D. Delling, A. Goldberg,
 * A. Nowatzyk, R. Werneck 2011, PHAST, with the upper levels left as a graph). Holds 48 bytes a node and 12 a link from
 * here on, whatever is asked, and not the hierarchy's own links. Throws a RangeError where that is more than 4 GiB (some
 * 50 million nodes).
 */
export function createLaneSearch(hierarchy: Hierarchy, scratch: BucketScratch): LaneSearch {
  const { nodeCount, removedCount, positionOf, coreGraph } = hierarchy;
  const { labels, up, down } = createSweeps(hierarchy);
  const core: Core = {
    graph: coreGraph,
    labels: labels.subarray(LANES * removedCount),
    costs: new Int32Array(coreGraph.nodeCount),
    scratch,
  };
  return (seedSets, { limit, costs }) => {
    const answers = costs ?? seedSets.map(() => new Int32Array(nodeCount));
    for (let first = 0; first < seedSets.length; first += LANES) {
      const group = seedSets.slice(first, first + LANES);
      labels.fill(UNREACHED);
      sow(positionOf, labels, group);
      up(limit);
      for (let lane = 0; lane < group.length; lane++) searchCore(core, lane, limit);
      down(limit);
      takeApart(positionOf, labels, answers.slice(first, first + group.length));
    }
    return answers.slice(0, seedSets.length);
  };
}
