import type { Database } from "../database/database.ts";
import { knownRows } from "./known-rows.ts";
import type { DatasetRef } from "./load-network.ts";
import { computeReach } from "./reach.ts";

const liveSql = `SELECT district_id AS "districtId", id AS "datasetId" FROM dataset
  WHERE status = 'live' AND kind = 'base' ORDER BY district_id`;

/**
 * Computes the reach of every live district that has not got it yet; what is current is skipped. That the rows are those of
 * before is taken from their data version: at a start there is no time to read them all.
 */
export async function computeLiveReach(database: Database, onLine: (line: string) => void): Promise<void> {
  const { rows } = await database.query<DatasetRef>(liveSql);
  for (const dataset of rows) await computeReachWithLines(database, dataset, onLine, knownRows);
}

/** Computes the reach of a dataset with a line of progress for each persona. */
export async function computeReachWithLines(
  database: Database,
  dataset: DatasetRef,
  onLine: (line: string) => void,
  rowsOf?: typeof knownRows,
): Promise<void> {
  let told = "";
  await computeReach(database, dataset, {
    ...(rowsOf && { rowsOf }),
    onProgress({ persona, done, total }) {
      if (persona === told) return;
      told = persona;
      onLine(`reach of ${dataset.districtId}: ${persona}, ${done} of ${total}`);
    },
  });
}
