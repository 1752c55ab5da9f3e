import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Graph } from "../../../server/walking/graph.ts";
import { buildHierarchy } from "../../../server/walking/hierarchy.ts";
import { createBucketScratch, searchBuckets, UNREACHED } from "../../../server/walking/search.ts";
import { createLaneSearch } from "../../../server/walking/search-lanes.ts";
import { seededRandom } from "../../bench/seeded-random.ts";
import { assembledSweeps, assembleSweeps } from "../../support/assemble.ts";

const random = seededRandom(7);
const below = (count: number) => Math.floor(random() * count);

const DENSE = 90;
const STREETS = 400;

// one-way arcs: a knot too dense to be taken out, streets that hang on it, and nodes that nothing joins
function randomGraph(): Graph {
  const arcsOf = Array.from({ length: DENSE + STREETS + 10 }, (_, node): number[][] => {
    if (node < DENSE) return Array.from({ length: 50 }, () => [below(DENSE + STREETS), below(9000)]);
    if (node >= DENSE + STREETS) return [];
    return [-7, -1, 1].map((step) => [(node + step) % (DENSE + STREETS), below(3000)]);
  });
  const start = Int32Array.from([0, ...arcsOf.map((_, node) => arcsOf.slice(0, node + 1).flat().length)]);
  const arcs = Int32Array.from(arcsOf.flat(2));
  return { nodeCount: arcsOf.length, arcCount: arcs.length / 2, start, arcs };
}

describe("the lane search", () => {
  const graph = randomGraph();
  const scratch = createBucketScratch();
  const hierarchy = buildHierarchy(graph);
  const search = createLaneSearch(hierarchy, scratch);
  // more than one sweep of twelve, with lanes left over; the last set is empty
  const seedSets = Array.from({ length: 17 }, (_, set) => ({
    nodes: Array.from({ length: set < 16 ? 1 + below(4) : 0 }, () => below(graph.nodeCount)),
    costs: Array.from({ length: 4 }, () => below(2000)),
  }));
  const alone = (limit: number) => seedSets.map((seeds) => searchBuckets(graph, seeds, { limit, scratch }));

  test("costs what buckets cost, up, through the core and down, the limit inclusive", () => {
    expect(hierarchy.coreGraph.nodeCount).toBeGreaterThan(30);
    expect(hierarchy.removedCount).toBeGreaterThan(200);
    const all = alone(1_000_000);
    expect(all[0]!.filter((cost) => cost === UNREACHED).length).toBeGreaterThan(0);
    // the farthest of the nodes taken out, for a set in each vector of the sweep
    const farthest = [0, 5, 10, 13].map((set) => {
      const costs = all[set]!.map((cost, node) =>
        cost < UNREACHED && hierarchy.positionOf[node]! < hierarchy.removedCount ? cost : 0,
      );
      return Math.max(...costs);
    });
    // the memory of one search is used again by the next
    for (const limit of [...farthest, ...farthest.map((cost) => cost - 1), 1000, 0, 1_000_000]) {
      expect(search(seedSets, { limit })).toEqual(alone(limit));
    }
  });

  test("writes into the arrays it is given, and into no others", () => {
    const costs = Array.from({ length: 14 }, () => new Int32Array(graph.nodeCount).fill(-1));
    const found = search(seedSets.slice(0, 13), { limit: 5000, costs });
    expect(found).toEqual(alone(5000).slice(0, 13));
    found.forEach((each, set) => {
      expect(each).toBe(costs[set]);
    });
    expect(costs[13]!.every((cost) => cost === -1)).toBe(true);
  });

  test("runs what its text says", async () => {
    expect(Buffer.from(await assembleSweeps())).toEqual(readFileSync(assembledSweeps));
  });
});
