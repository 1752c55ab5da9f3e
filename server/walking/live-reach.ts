import type { Database } from "../database/database.ts";
import type { DatasetRef } from "./load-network.ts";
import { computeReach } from "./reach.ts";

const liveSql = `SELECT district_id AS "districtId", id AS "datasetId" FROM dataset
  WHERE status = 'live' AND kind = 'base' ORDER BY district_id`;

/** Computes the reach of every live district that has not got it yet; what is current is skipped. */
export async function computeLiveReach(database: Database, onLine: (line: string) => void): Promise<void> {
  const { rows } = await database.query<DatasetRef>(liveSql);
  for (const dataset of rows) await computeReachWithLines(database, dataset, onLine);
}

/** Computes the reach of a dataset with a line of progress for each persona. */
export async function computeReachWithLines(
  database: Database,
  dataset: DatasetRef,
  onLine: (line: string) => void,
): Promise<void> {
  let told = "";
  await computeReach(database, dataset, {
    onProgress({ persona, done, total }) {
      if (persona === told) return;
      told = persona;
      onLine(`reach of ${dataset.districtId}: ${persona}, ${done} of ${total}`);
    },
  });
}
