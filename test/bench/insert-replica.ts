import type { Database } from "../../server/database/database.ts";
import type { WalkNetwork } from "../../server/walking/network.ts";
import type { Replica } from "../support/replica.ts";

const BATCH = 20_000;
const METRES_PER_DEGREE = 111_320;

interface Dataset {
  readonly districtId: string;
  readonly datasetId: number;
}

/** Writes a replica's streets, drawn straight and flat, as the walking network of a dataset; answers how many edges there are. */
export async function insertReplica(
  database: Database,
  { districtId, datasetId }: Dataset,
  { network }: Replica,
): Promise<number> {
  for (let first = 0; first < network.nodeCount; first += BATCH) {
    const end = Math.min(network.nodeCount, first + BATCH);
    const places = [network.nodeLon, network.nodeLat].map((values) => [...values.subarray(first, end)]);
    await database.query(NODES, [districtId, datasetId, first, ...places]);
  }
  for (let first = 0; first < network.edgeCount; first += BATCH) {
    await database.query(EDGES, [districtId, datasetId, first, ...edgesFrom(network, first)]);
  }
  await database.query("VACUUM ANALYZE store.walk_node");
  await database.query("VACUUM ANALYZE store.walk_edge");
  return network.edgeCount;
}

function edgesFrom({ edgeCount, edgeFrom, edgeTo, nodeLon, nodeLat }: WalkNetwork, first: number) {
  const end = Math.min(edgeCount, first + BATCH);
  const from = [...edgeFrom.subarray(first, end)];
  const to = [...edgeTo.subarray(first, end)];
  const lengthM = from.map((node, index) => {
    const other = to[index]!;
    const east = (nodeLon[other]! - nodeLon[node]!) * Math.cos((nodeLat[node]! * Math.PI) / 180);
    // the streets that stitch copies together are as long as they are drawn: nobody walks to the next copy unawares
    return METRES_PER_DEGREE * Math.hypot(east, nodeLat[other]! - nodeLat[node]!);
  });
  const placed = [from, to].flatMap((nodes) => [
    nodes.map((node) => nodeLon[node]!),
    nodes.map((node) => nodeLat[node]!),
  ]);
  return [from, to, lengthM, ...placed];
}

const NODES = `
  INSERT INTO store.walk_node (district_id, dataset_id, ordinal, geom)
  SELECT $1, $2, $3::int + place.number::int - 1, ST_SetSRID(ST_MakePoint(place.lon, place.lat), 4326)
  FROM unnest($4::float8[], $5::float8[]) WITH ORDINALITY AS place (lon, lat, number)`;
const EDGES = `
  INSERT INTO store.walk_edge (district_id, dataset_id, id, ordinal, from_node, to_node, kind, length_m, climb_m, climb_source, step_free, geom)
  SELECT $1, $2, 'e' || ($3::int + edge.number - 1), $3::int + edge.number::int - 1, edge.source, edge.target, 'road', edge.length_m, 0,
    'measured', true, ST_SetSRID(ST_MakeLine(ST_MakePoint(edge.x1, edge.y1), ST_MakePoint(edge.x2, edge.y2)), 4326)
  FROM unnest($4::int[], $5::int[], $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::float8[]) WITH ORDINALITY
    AS edge (source, target, length_m, x1, y1, x2, y2, number)`;
