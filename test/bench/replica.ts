// P2: nearest facility of 12 categories for every node of a large network: porto-walk copied 4 × 3 and stitched.
import { reverseGraph } from "../../server/walking/graph.ts";
import { buildHierarchy } from "../../server/walking/hierarchy.ts";
import { createBucketScratch, UNREACHED } from "../../server/walking/search.ts";
import { searchLanes } from "../../server/walking/search-lanes.ts";
import { edgeCosts } from "../../server/walking/speed-model.ts";
import { readOsmNetwork, sharedData } from "../support/osm-network.ts";
import { insertRoutingEdges, pgRoutingVersion } from "../support/pgrouting.ts";
import { type Replica, replicate } from "../support/replica.ts";
import { standardParameters, standardPersona } from "../support/walking-standards.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, type Peer, withPeer } from "./bench-row.ts";
import { facilitiesOn, nearestByBuckets, nearestByLanes, REACH, superSourceSql } from "./nearest-task.ts";

const COLUMNS = 4;
const ROWS = 3;

/** Figures for P2; pgRouting searches each category once, because that alone takes a minute. */
export async function run(): Promise<BenchRow[]> {
  const extract = sharedData("porto/porto-walk.osm.pbf");
  if (!extract) {
    console.log("P2: ../shared/data/porto is absent.");
    return [];
  }
  const network = await readOsmNetwork(extract);
  const costs = edgeCosts(network, standardPersona("adult"), standardParameters());
  const replica = replicate(network, costs, { columns: COLUMNS, rows: ROWS });
  const graph = reverseGraph(replica.network, replica.costs);
  const categories = facilitiesOn(graph.nodeCount, COLUMNS * ROWS);
  const rows = [
    await nearestByBuckets("P2", graph, categories),
    await nearestByLanes("P2", graph, categories),
  ];
  const hierarchy = buildHierarchy(graph);
  const ours = searchLanes(hierarchy, categories, { limit: REACH, scratch: createBucketScratch() });
  const peer = await pgRouting(
    replica,
    categories.map(({ nodes }) => nodes),
    ours,
  );
  return peer === null ? rows : rows.map((row) => withPeer(row, peer, row.note));
}

async function pgRouting(
  { network, costs }: Replica,
  categories: readonly ArrayLike<number>[],
  ours: readonly Int32Array[],
): Promise<Peer | null> {
  const database = await benchDatabase();
  if (!database) return null;
  try {
    const version = await pgRoutingVersion(database);
    if (!version) return null;
    await insertRoutingEdges(database, network, costs);
    const started = performance.now();
    const theirs: { count: string; sum: number }[] = [];
    for (const nodes of categories) {
      const { rows } = await database.query<{ count: string; sum: number }>(superSourceSql(nodes), [REACH]);
      theirs.push(rows[0]!);
    }
    const durationMs = performance.now() - started;
    requireEqual(theirs, ours);
    return { name: "pgRouting", version, p50Ms: durationMs, p95Ms: durationMs };
  } finally {
    await database.close();
  }
}

// a comparison of two different answers would say nothing; the peer counts its extra node too
function requireEqual(theirs: readonly { count: string; sum: number }[], ours: readonly Int32Array[]): void {
  ours.forEach((costs, category) => {
    const reached = costs.filter((cost) => cost !== UNREACHED);
    const sum = reached.reduce((all, cost) => all + cost, 0);
    const { count, sum: theirSum } = theirs[category]!;
    if (Number(count) - 1 !== reached.length || theirSum !== sum) {
      throw new Error(`Costs to category ${category} differ from pgRouting's.`);
    }
  });
}
