import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { allocateNetwork, type EdgeRow, type NodeRow, setEdge, type WalkNetwork } from "./network.ts";
import { readWkbLine } from "./wkb.ts";

/** A dataset of a district; it may still be loading. */
export interface DatasetRef {
  readonly districtId: string;
  readonly datasetId: number;
}

const sizeSql = loadSql("./walk-size.sql", import.meta.url);
const nodesSql = loadSql("./walk-nodes.sql", import.meta.url);
const edgesSql = loadSql("./walk-edges.sql", import.meta.url);

/** Rows asked for at once: small enough that neither the database nor the event loop is held for long. */
export const PAGE_ROWS = 4000;

/** Calls back with [first, end) ordinals that cover `count` rows page by page. */
export async function eachPage(
  count: number,
  work: (first: number, end: number) => Promise<void>,
): Promise<void> {
  for (let first = 0; first < count; first += PAGE_ROWS) await work(first, first + PAGE_ROWS);
}

/** How many nodes, edges, drawn points and buildings a dataset has. */
export async function walkSize(database: Database, { districtId, datasetId }: DatasetRef) {
  const { rows } = await database.query<{ nodes: number; edges: number; points: number; buildings: number }>(
    sizeSql,
    [districtId, datasetId],
  );
  return rows[0]!;
}

interface EdgeRecord extends EdgeRow {
  readonly ordinal: number;
  readonly line: Buffer;
}

// Ordinals are dense from 0 on, so that they can be the numbers of nodes and edges.
function expectOrdinal(ordinal: number, expected: number, what: string): void {
  if (ordinal !== expected) throw new Error(`The ${what} ordinals of the dataset leave out ${expected}.`);
}

/**
 * Reads the walking network of a dataset, live or still loading, from store.walk_node and store.walk_edge, page by page.
 * Node and edge numbers are their ordinals. Throws where ordinals are not dense.
 */
export async function loadNetwork(database: Database, dataset: DatasetRef): Promise<WalkNetwork> {
  const { districtId, datasetId } = dataset;
  const size = await walkSize(database, dataset);
  const network = allocateNetwork(size.nodes, size.edges, size.points);
  let node = 0;
  await eachPage(size.nodes, async (first, end) => {
    const page = await database.query<NodeRow & { readonly ordinal: number }>(nodesSql, [
      districtId,
      datasetId,
      first,
      end,
    ]);
    for (const { ordinal, lon, lat, heightM } of page.rows) {
      expectOrdinal(ordinal, node, "node");
      network.nodeLon[node] = lon;
      network.nodeLat[node] = lat;
      network.nodeHeightM[node] = heightM ?? Number.NaN;
      node++;
    }
  });
  let edge = 0;
  await eachPage(size.edges, async (first, end) => {
    const page = await database.query<EdgeRecord>(edgesSql, [districtId, datasetId, first, end]);
    for (const row of page.rows) {
      expectOrdinal(row.ordinal, edge, "edge");
      setEdge(network, edge, row);
      const start = network.geometryStart[edge]!;
      network.geometryStart[edge + 1] = start + readWkbLine(row.line, network.coordinates, 2 * start);
      edge++;
    }
  });
  return network;
}
