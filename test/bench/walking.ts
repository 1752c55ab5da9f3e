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
import { type BenchRow, measure, type Timing, withPeer } from "./bench-row.ts";
import { requireEqualCosts, superSourceNote, timeSuperSources } from "./nearest-by-pgrouting.ts";
import { facilitiesOn, nearestByBuckets, nearestByLanes, REACH } from "./nearest-task.ts";
import { scipyNearest } from "./scipy-peer.ts";
import { seededRandom } from "./seeded-random.ts";
import { valhallaOutlines } from "./valhalla-peer.ts";

const MINUTES = 15;
const CIRCLE = 90_000; // the same in units of 10 ms
const CLICKS = 100;
const DENSE_NODES = 10_000;

/** Figures for P1 and P3 on porto-walk, over a made-up relief; throws where a cost is not the same as pgRouting's. */
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
  const nearest = { goal: "P1", graph: reverse, categories, times: 30 };
  const lanes = await nearestByLanes(nearest);
  const task: Task = {
    categories,
    clicks,
    nearest: { ...lanes.row, target: { p50Ms: 50 } },
    found: lanes.costs,
    circle: await withinCircle(network, costs, clicks),
    outline: await outlines(network, clicks),
  };
  const targets = categories.map(({ nodes }) => nodes);
  const scipy = await scipyNearest(reverse, targets, REACH);
  const places = clicks.map((node) => ({ lon: network.nodeLon[node]!, lat: network.nodeLat[node]! }));
  const valhalla = await valhallaOutlines(extract, places, MINUTES);
  return [
    await nearestByBuckets(nearest),
    ...(scipy ? [withPeer(task.nearest, scipy, { ratio: 8 })] : [task.nearest]),
    ...(valhalla ? [withPeer(task.outline, valhalla, { ratio: 3 })] : [task.outline]),
    ...(await pgRouting(network, costs, task)),
  ];
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
    return JSON.stringify(kernel.isochrone({ lon, lat, minutes: [MINUTES], ...walk }));
  };
  const started = performance.now();
  for (let index = 0; index < CLICKS; index++) ask(index);
  const firstMs = performance.now() - started;
  const ours = await measure(ask, { times: CLICKS });
  const task = "outline of 15 minutes from a click in the dense centre, as GeoJSON";
  const note = `the places of the grid known; ${firstMs.toFixed(0)} ms for the ${CLICKS} clicks that first work them out`;
  return { goal: "P3", task, ours, target: { p95Ms: 3 }, note };
}

interface Task {
  readonly categories: readonly Seeds[];
  readonly clicks: readonly number[];
  readonly nearest: BenchRow;
  readonly found: readonly Int32Array[];
  readonly circle: BenchRow;
  readonly outline: BenchRow;
}

async function pgRouting(
  network: WalkNetwork,
  costs: ReturnType<typeof edgeCosts>,
  { categories, clicks, nearest, found, circle, outline }: Task,
): Promise<BenchRow[]> {
  const database = await benchDatabase();
  if (!database) return [];
  try {
    const version = await pgRoutingVersion(database);
    if (!version) return [];
    await insertRoutingEdges(database, network, costs);
    await insertRoutingNodes(database, network);
    const compared = await requireEqualCosts(database, categories, found);
    const peer = (times: Timing) => ({ name: "pgRouting", version, ...times });
    const atClicks = (sqlOf: (network: WalkNetwork, node: number) => string) =>
      measure(
        (index) => {
          const node = clicks[index % CLICKS]!;
          return database.query(sqlOf(network, node), [node, CIRCLE]);
        },
        { times: CLICKS },
      );
    const sources = peer(await timeSuperSources(database, categories, { times: 3, warmUp: 1 }));
    return [
      withPeer(nearest, sources, { ratio: 60, note: superSourceNote(compared) }),
      withPeer(circle, peer(await atClicks(boxedSql)), { note: "edges limited to a box by GiST" }),
      withPeer(outline, peer(await atClicks(hullSql)), {
        ratio: 5,
        note: "edges limited to a box, ST_ConcaveHull(0.3) of the nodes",
      }),
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
