import type { Database } from "../../server/database/database.ts";
import type { WalkNetwork } from "../../server/walking/network.ts";
import type { EdgeCosts } from "../../server/walking/speed-model.ts";

/** The version of pgRouting of a database, made ready there; null where the server does not bring it. */
export async function pgRoutingVersion(database: Database): Promise<string | null> {
  const { rows } = await database.query("SELECT 1 FROM pg_available_extensions WHERE name = 'pgrouting'");
  if (rows.length === 0) return null;
  await database.query("CREATE EXTENSION IF NOT EXISTS pgrouting CASCADE");
  const version = await database.query<{ version: string }>("SELECT pgr_version() AS version");
  return version.rows[0]!.version;
}

/**
 * Writes the edges as pgRouting takes them into the table `routing_edge`: source and target are node numbers, costs in
 * units of 10 ms, -1 = not in this direction, which is how pgRouting marks it too. Replaces what was there.
 */
export async function insertRoutingEdges(
  database: Database,
  network: WalkNetwork,
  costs: EdgeCosts,
): Promise<void> {
  await database.query("DROP TABLE IF EXISTS routing_edge");
  await database.query(
    `CREATE TABLE routing_edge AS
     SELECT edge.id::bigint AS id, edge.source::bigint AS source, edge.target::bigint AS target,
       edge.cost::double precision AS cost, edge.reverse_cost::double precision AS reverse_cost,
       ST_SetSRID(ST_MakeLine(ST_MakePoint(edge.x1, edge.y1), ST_MakePoint(edge.x2, edge.y2)), 4326) AS geom
     FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::float8[], $7::float8[], $8::float8[], $9::float8[])
       AS edge (id, source, target, cost, reverse_cost, x1, y1, x2, y2)`,
    [
      Array.from({ length: network.edgeCount }, (_, edge) => edge),
      [...network.edgeFrom],
      [...network.edgeTo],
      [...costs.forward],
      [...costs.reverse],
      Array.from(network.edgeFrom, (node) => network.nodeLon[node]!),
      Array.from(network.edgeFrom, (node) => network.nodeLat[node]!),
      Array.from(network.edgeTo, (node) => network.nodeLon[node]!),
      Array.from(network.edgeTo, (node) => network.nodeLat[node]!),
    ],
  );
  await database.query("CREATE INDEX routing_edge_geom ON routing_edge USING gist (geom)");
  await database.query("ANALYZE routing_edge");
}

/** Writes the nodes with their places into the table `routing_node`. Replaces what was there. */
export async function insertRoutingNodes(database: Database, network: WalkNetwork): Promise<void> {
  await database.query("DROP TABLE IF EXISTS routing_node");
  await database.query(
    `CREATE TABLE routing_node AS
     SELECT place.node::bigint AS node, ST_SetSRID(ST_MakePoint(place.lon, place.lat), 4326) AS geom
     FROM unnest($1::int[], $2::float8[], $3::float8[]) AS place (node, lon, lat)`,
    [[...network.nodeLon.keys()], [...network.nodeLon], [...network.nodeLat]],
  );
  await database.query("CREATE UNIQUE INDEX routing_node_key ON routing_node (node)");
  await database.query("ANALYZE routing_node");
}

const EDGES = "SELECT id, source, target, cost, reverse_cost FROM routing_edge";
const TURNED_EDGES = "SELECT id, target AS source, source AS target, cost, reverse_cost FROM routing_edge";

/** pgRouting's cost from one node to every node within the limit (inclusive). */
export async function drivingDistance(
  database: Database,
  { node, limit }: { readonly node: number; readonly limit: number },
): Promise<Map<number, number>> {
  const { rows } = await database.query<{ node: number; cost: number }>(
    "SELECT node::int, agg_cost AS cost FROM pgr_drivingDistance($1, $2::bigint, $3, true)",
    [EDGES, node, limit],
  );
  return new Map(rows.map((row) => [row.node, row.cost]));
}

/**
 * pgRouting's cost from every node to the nearest of the given nodes, by its fastest formulation: one search over the
 * edges turned round from an extra node that stands beside all targets at no cost.
 */
export async function nearestBySuperSource(
  database: Database,
  { targets, limit }: { readonly targets: readonly number[]; readonly limit: number },
): Promise<Map<number, number>> {
  const joined = targets
    .map((target, index) => `SELECT ${-1 - index}, -1, ${target}, 0, -1`)
    .join(" UNION ALL ");
  const { rows } = await database.query<{ node: number; cost: number }>(
    "SELECT node::int, agg_cost AS cost FROM pgr_drivingDistance($1, -1::bigint, $2, true)",
    [`${TURNED_EDGES} UNION ALL ${joined}`, limit],
  );
  return new Map(rows.filter((row) => row.node >= 0).map((row) => [row.node, row.cost]));
}
