import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../server/database/database.ts";
import { forwardGraph, type Graph, reverseGraph } from "../../../server/walking/graph.ts";
import { buildHierarchy } from "../../../server/walking/hierarchy.ts";
import type { WalkNetwork } from "../../../server/walking/network.ts";
import {
  createBucketScratch,
  createHeapScratch,
  searchBuckets,
  searchHeap,
  UNREACHED,
} from "../../../server/walking/search.ts";
import { createLaneSearch } from "../../../server/walking/search-lanes.ts";
import { type EdgeCosts, edgeCosts } from "../../../server/walking/speed-model.ts";
import { testDatabase } from "../../support/database.ts";
import { readOsmNetwork, sharedData } from "../../support/osm-network.ts";
import {
  drivingDistance,
  insertRoutingEdges,
  nearestBySuperSource,
  pgRoutingVersion,
} from "../../support/pgrouting.ts";
import { standardParameters, standardPersona } from "../../support/walking-standards.ts";

const extract = sharedData("porto/porto-walk.osm.pbf");
// the embedded database has no pgRouting
const possible = Boolean(process.env.TEST_DATABASE_URL) && extract !== null;
const LIMIT = 90_000; // 900 s in units of 10 ms
const ORIGINS = 12;
const TARGETS = 150;

describe.runIf(possible)("on the streets of a real city, costs equal pgRouting's exactly", () => {
  let database: Database;
  let network: WalkNetwork;
  let costs: EdgeCosts;
  let forward: Graph;

  beforeAll(async () => {
    database = await testDatabase();
    network = await readOsmNetwork(extract!);
    costs = edgeCosts(network, standardPersona("elderly"), standardParameters());
    forward = forwardGraph(network, costs);
    if (await pgRoutingVersion(database)) await insertRoutingEdges(database, network, costs);
  });
  afterAll(async () => {
    await database.query("DROP TABLE IF EXISTS routing_edge");
    await database.close();
  });

  // nodes spread over the whole list, with a prime step so that they fall in all parts of the city
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => (index * 5_779 + 101) % network.nodeCount);

  it("from one node, for the heap search", async (context) => {
    if (!(await pgRoutingVersion(database))) return context.skip("this server has no pgRouting");
    const scratch = createHeapScratch(network.nodeCount);
    let reachedInAll = 0;
    for (const node of places(ORIGINS)) {
      const theirs = await drivingDistance(database, { node, limit: LIMIT });
      const { costs: ours, reached } = searchHeap(forward, { nodes: [node], costs: [0] }, LIMIT, scratch);
      expect(new Map([...reached].map((other) => [other, ours[other]]))).toEqual(theirs);
      reachedInAll += reached.length;
    }
    expect(reachedInAll).toBeGreaterThan(1_000);
  });

  it("to the nearest of 150 nodes, for the bucket search on the reverse graph and the sweep over a hierarchy", async (context) => {
    if (!(await pgRoutingVersion(database))) return context.skip("this server has no pgRouting");
    const targets = places(TARGETS);
    const theirs = await nearestBySuperSource(database, { targets, limit: 2 * LIMIT });
    const ours = searchBuckets(
      reverseGraph(network, costs),
      { nodes: targets, costs: targets.map(() => 0) },
      { limit: 2 * LIMIT, scratch: createBucketScratch() },
    );
    const reached = [...ours.entries()].filter(([, cost]) => cost !== UNREACHED);
    expect(reached.length).toBeGreaterThan(20_000);
    expect(new Map(reached)).toEqual(theirs);
    const seeds = { nodes: targets, costs: targets.map(() => 0) };
    const search = createLaneSearch(buildHierarchy(reverseGraph(network, costs)), createBucketScratch());
    const [overHierarchy] = search([seeds], { limit: 2 * LIMIT });
    expect(overHierarchy).toEqual(ours);
  });
});

if (!possible)
  console.log("Costs are not compared with pgRouting's: that needs TEST_DATABASE_URL and ../shared/data.");
