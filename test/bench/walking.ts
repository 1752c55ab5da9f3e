// P1: nearest facility of 12 categories for every node of a real city. P3: the outline of 15 minutes from a click.
import { forwardGraph, reverseGraph } from "../../server/walking/graph.ts";
import { createIsochroneKernel } from "../../server/walking/isochrone-kernel.ts";
import type { WalkNetwork } from "../../server/walking/network.ts";
import { STORED_TIME } from "../../server/walking/opening-hours.ts";
import { createHeapScratch, type Seeds, searchHeap } from "../../server/walking/search.ts";
import { edgeCosts } from "../../server/walking/speed-model.ts";
import { readOsmNetwork, sharedData } from "../support/osm-network.ts";
import { insertRoutingEdges, insertRoutingNodes, pgRoutingVersion } from "../support/pgrouting.ts";
import { standardParameters, standardPersona } from "../support/walking-standards.ts";
import { benchDatabase } from "./bench-database.ts";
import { type BenchRow, measure, withPeer } from "./bench-row.ts";
import { facilitiesOn, nearestByBuckets, nearestByLanes, REACH, superSourceSql } from "./nearest-task.ts";
import { scipyNearest } from "./scipy-peer.ts";
import { seededRandom } from "./seeded-random.ts";

const CIRCLE = 90_000; // 900 s
const CLICKS = 100;
const DENSE_NODES = 10_000;

/** Figures for P1 and P3 on porto-walk, over a made-up relief. */
export async function run(): Promise<BenchRow[]> {
  const extract = sharedData("porto/porto-walk.osm.pbf");
  if (!extract) {
    console.log("P1, P3: ../shared/data/porto is absent.");
    return [];
  }
  const network = await readOsmNetwork(extract);
  const costs = edgeCosts(network, standardPersona("adult"), standardParameters());
  const categories = facilitiesOn(network.nodeCount);
  const clicks = clicksOn(network);
  const reverse = reverseGraph(network, costs);
  const rows = [
    await nearestByBuckets("P1", reverse, categories),
    await nearestByLanes("P1", reverse, categories),
    await withinCircle(network, costs, clicks),
    await outlines(network, clicks),
  ];
  const scipy = await scipyNearest(
    reverse,
    categories.map(({ nodes }) => nodes),
    REACH,
  );
  const beside = scipy ? [withPeer(rows[0]!, scipy), withPeer(rows[1]!, scipy)] : [];
  return [...rows, ...beside, ...(await pgRouting(network, costs, { categories, clicks, ours: rows }))];
}

async function withinCircle(
  network: WalkNetwork,
  costs: ReturnType<typeof edgeCosts>,
  clicks: readonly number[],
): Promise<BenchRow> {
  const graph = forwardGraph(network, costs);
  const scratch = createHeapScratch(graph.nodeCount);
  const ours = await measure(
    (index) => searchHeap(graph, { nodes: [clicks[index % CLICKS]!], costs: [0] }, CIRCLE, scratch),
    { times: CLICKS },
  );
  return { goal: "P3", task: "what 900 s reach from a click, without drawing it", ours };
}

async function outlines(network: WalkNetwork, clicks: readonly number[]): Promise<BenchRow> {
  const personas = [standardPersona("adult")];
  const kernel = createIsochroneKernel({ network, parameters: standardParameters(), personas, water: [] });
  const ask = (index: number) => {
    const node = clicks[index % CLICKS]!;
    const [lon, lat] = [network.nodeLon[node]!, network.nodeLat[node]!];
    const walk = { persona: "adult", direction: "from", at: STORED_TIME, flat: false } as const;
    return JSON.stringify(kernel.isochrone({ lon, lat, minutes: [15], ...walk }));
  };
  const started = performance.now();
  for (let index = 0; index < CLICKS; index++) ask(index);
  const firstMs = performance.now() - started;
  const ours = await measure(ask, { times: CLICKS });
  const task = "outline of 15 minutes from a click in the dense centre, as GeoJSON";
  const note = `the places of the grid known; ${firstMs.toFixed(0)} ms for the ${CLICKS} clicks that first work them out`;
  return { goal: "P3", task, ours, note };
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
    await insertRoutingNodes(database, network);
    const hull = await measure(
      async (index) => {
        const node = clicks[index % CLICKS]!;
        await database.query(hullSql(network, node), [node, CIRCLE]);
      },
      { times: CLICKS, warmUp: 3 },
    );
    const named = { name: "pgRouting", version };
    return [
      withPeer(ours[0]!, { ...named, ...nearest }, "one search from a super-source a category"),
      withPeer(ours[1]!, { ...named, ...nearest }, "one search from a super-source a category"),
      withPeer(ours[2]!, { ...named, ...circle }, "edges limited to a box by GiST"),
      withPeer(ours[3]!, { ...named, ...hull }, "edges limited to a box, ST_ConcaveHull(0.3) of the nodes"),
    ];
  } finally {
    await database.close();
  }
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

function hullSql(network: WalkNetwork, node: number): string {
  const reached = boxedSql(network, node).replace("SELECT count(*), sum(agg_cost)", "SELECT node");
  return `WITH reached AS (${reached})
    SELECT ST_AsGeoJSON(ST_ConcaveHull(ST_Collect(geom), 0.3)) FROM reached JOIN routing_node USING (node)`;
}

// nodes picked among those nearest to the middle of all: where streets are densest
function clicksOn({ nodeLon, nodeLat }: WalkNetwork): number[] {
  const middleOf = (values: Float64Array) => values.slice().sort()[values.length >> 1]!;
  const [lon, lat] = [middleOf(nodeLon), middleOf(nodeLat)];
  const farness = nodeLon.map((each, node) => (each - lon) ** 2 + (nodeLat[node]! - lat) ** 2);
  const dense = Array.from(nodeLon.keys())
    .sort((a, b) => farness[a]! - farness[b]!)
    .slice(0, DENSE_NODES);
  const random = seededRandom(2);
  return Array.from({ length: CLICKS }, () => dense[Math.floor(random() * dense.length)]!);
}
