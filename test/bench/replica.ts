// P2: nearest facility of 12 categories for every node of a large network: porto-walk copied 4 × 3 and stitched.
import { reverseGraph } from "../../server/walking/graph.ts";
import type { Seeds } from "../../server/walking/search.ts";
import { edgeCosts } from "../../server/walking/speed-model.ts";
import { readOsmNetwork, sharedData } from "../support/osm-network.ts";
import { insertRoutingEdges, pgRoutingVersion } from "../support/pgrouting.ts";
import { type Replica, replicate } from "../support/replica.ts";
import { standardParameters, standardPersona } from "../support/walking-standards.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, withPeer } from "./bench-row.ts";
import { requireEqualCosts, superSourceNote, timeSuperSources } from "./nearest-by-pgrouting.ts";
import { facilitiesOn, nearestByBuckets, nearestByLanes } from "./nearest-task.ts";

const COLUMNS = 4;
const ROWS = 3;

/**
 * Figures for P2; pgRouting searches each category once for its time, because that alone takes a minute. Throws where a
 * cost is not the same as pgRouting's.
 */
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
  const nearest = { goal: "P2", graph, categories };
  const lanes = await nearestByLanes({ ...nearest, times: 10 });
  const row: BenchRow = { ...lanes.row, target: { p50Ms: 300 } };
  return [
    await nearestByBuckets({ ...nearest, times: 3 }),
    row,
    ...(await pgRouting(replica, { row, categories, found: lanes.costs })),
  ];
}

interface Task {
  readonly row: BenchRow;
  readonly categories: readonly Seeds[];
  readonly found: readonly Int32Array[];
}

async function pgRouting({ network, costs }: Replica, { row, categories, found }: Task): Promise<BenchRow[]> {
  const database = await benchDatabase();
  if (!database) return [];
  try {
    const version = await pgRoutingVersion(database);
    if (!version) return [];
    await insertRoutingEdges(database, network, costs);
    const compared = await requireEqualCosts(database, categories, found);
    const times = await timeSuperSources(database, categories, { times: 1, warmUp: 0 });
    const peer = { name: "pgRouting", version, ...times };
    return [withPeer(row, peer, { ratio: 60, note: superSourceNote(compared) })];
  } finally {
    await database.close();
  }
}
