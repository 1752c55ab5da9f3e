// P1: nearest facility of 12 categories for every node of a real city. P3: what lies within 15 minutes of a click.
import { forwardGraph, type Graph, reverseGraph } from "../../server/walking/graph.ts";
import type { WalkNetwork } from "../../server/walking/network.ts";
import {
  createBucketScratch,
  createHeapScratch,
  type Seeds,
  searchBuckets,
  searchHeap,
} from "../../server/walking/search.ts";
import { edgeCosts } from "../../server/walking/speed-model.ts";
import { readOsmNetwork, sharedData } from "../support/osm-network.ts";
import { insertRoutingEdges, pgRoutingVersion } from "../support/pgrouting.ts";
import { standardParameters, standardPersona } from "../support/walking-standards.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, measure, withPeer } from "./bench-row.ts";
import { scipyNearest } from "./scipy-peer.ts";
import { seededRandom } from "./seeded-random.ts";

const CATEGORIES = 12;
const REACH = 180_000; // 1,800 s in units of 10 ms
const CIRCLE = 90_000; // 900 s
const CLICKS = 100;

/** Figures for P1 and P3 on porto-walk, over a made-up relief. */
export async function run(): Promise<BenchRow[]> {
  const extract = sharedData("porto/porto-walk.osm.pbf");
  if (!extract) {
    console.log("P1, P3: ../shared/data/porto is absent.");
    return [];
  }
  const network = await readOsmNetwork(extract);
  const costs = edgeCosts(network, standardPersona("adult"), standardParameters());
  const categories = facilities(network);
  const clicks = clicksOn(network);
  const reverse = reverseGraph(network, costs);
  const rows = [
    await nearestOfAll(reverse, categories),
    await withinCircle(forwardGraph(network, costs), clicks),
  ];
  const scipy = await scipyNearest(
    reverse,
    categories.map(({ nodes }) => nodes),
    REACH,
  );
  if (scipy) rows.push(withPeer(rows[0]!, scipy));
  return [...rows, ...(await pgRouting(network, costs, { categories, clicks, ours: rows }))];
}

async function nearestOfAll(graph: Graph, categories: readonly Seeds[]): Promise<BenchRow> {
  const scratch = createBucketScratch();
  const into = new Int32Array(graph.nodeCount);
  const ours = await measure(() => {
    for (const seeds of categories) searchBuckets(graph, seeds, { limit: REACH, scratch, costs: into });
  });
  const task = `nearest of ${CATEGORIES} categories within 1,800 s, ${graph.nodeCount} nodes, ${graph.arcCount} arcs`;
  return { goal: "P1", task, ours };
}

async function withinCircle(graph: Graph, clicks: readonly number[]): Promise<BenchRow> {
  const scratch = createHeapScratch(graph.nodeCount);
  const ours = await measure(
    (index) => searchHeap(graph, { nodes: [clicks[index % CLICKS]!], costs: [0] }, CIRCLE, scratch),
    { times: CLICKS },
  );
  return { goal: "P3", task: "what 900 s reach from a click, without drawing it", ours };
}

interface Task {
  readonly categories: readonly Seeds[];
  readonly clicks: readonly number[];
  readonly ours: readonly BenchRow[];
}

async function pgRouting(
  network: WalkNetwork,
  costs: ReturnType<typeof edgeCosts>,
  { categories, clicks, ours }: Task,
): Promise<BenchRow[]> {
  const database = await benchDatabase();
  if (!database) return [];
  try {
    const version = await pgRoutingVersion(database);
    if (!version) return [];
    await insertRoutingEdges(database, network, costs);
    const nearest = await measure(
      async () => {
        for (const { nodes } of categories) await database.query(superSourceSql(nodes), [REACH]);
      },
      { times: 3, warmUp: 1 },
    );
    const circle = await measure(
      async (index) => {
        const node = clicks[index % CLICKS]!;
        await database.query(boxedSql(network, node), [node, CIRCLE]);
      },
      { times: CLICKS, warmUp: 3 },
    );
    const named = { name: "pgRouting", version };
    return [
      withPeer(ours[0]!, { ...named, ...nearest }, "one search from a super-source a category"),
      withPeer(ours[1]!, { ...named, ...circle }, "edges limited to a box by GiST"),
    ];
  } finally {
    await database.close();
  }
}

function superSourceSql(targets: ArrayLike<number>): string {
  const joined = Array.from(targets, (target, index) => `SELECT ${-1 - index}, -1, ${target}, 0, -1`);
  return `SELECT count(*), sum(agg_cost) FROM pgr_drivingDistance(
    'SELECT id, target AS source, source AS target, cost, reverse_cost FROM routing_edge UNION ALL ${joined.join(" UNION ALL ")}',
    -1::bigint, $1, true)`;
}

// 900 s at the fastest slope are about 1.4 km
const BOX_DEGREES = 0.018;

function boxedSql(network: WalkNetwork, node: number): string {
  const [lon, lat] = [network.nodeLon[node]!, network.nodeLat[node]!];
  const box = [lon - BOX_DEGREES, lat - BOX_DEGREES, lon + BOX_DEGREES, lat + BOX_DEGREES].join(", ");
  return `SELECT count(*), sum(agg_cost) FROM pgr_drivingDistance(
    'SELECT id, source, target, cost, reverse_cost FROM routing_edge WHERE geom && ST_MakeEnvelope(${box}, 4326)',
    $1::bigint, $2, true)`;
}

function facilities(network: WalkNetwork): Seeds[] {
  const random = seededRandom(1);
  return Array.from({ length: CATEGORIES }, (_, category) => {
    const count = Math.round(30 + (category * (500 - 30)) / (CATEGORIES - 1));
    const nodes = Array.from({ length: count }, () => Math.floor(random() * network.nodeCount));
    return { nodes, costs: nodes.map(() => 0) };
  });
}

function clicksOn(network: WalkNetwork): number[] {
  const random = seededRandom(2);
  return Array.from({ length: CLICKS }, () => Math.floor(random() * network.nodeCount));
}
