import { hostname } from "node:os";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { DatasetKey } from "./write-rows.ts";

interface Leftover extends DatasetKey {
  readonly importer: string | null;
  readonly status: string;
  readonly silent: boolean;
}

const leftoversSql = loadSql("./leftovers.sql", import.meta.url);
const deleteRowsSql = "SELECT delete_dataset_rows($1, $2, $3) AS deleted";
const disownSql = "UPDATE dataset SET status = 'retired' WHERE id = $1 AND status = 'loading'";
const deleteSql = "DELETE FROM dataset WHERE id = $1 AND status = 'retired'";

// 2,000 walk edges are deleted in about 20 ms; reach rows are few but long
const BATCH_ROWS = 2_000;
/** Without a sign of life for so long an importer is gone, wherever it ran; it gives one every 5 s. */
const SILENT_S = 120;

/**
 * Deletes what failed or killed imports have left: datasets still loading whose importer is gone, and retired ones half
 * deleted. An import that is running beside is left alone: its process lives on this machine, or it gave a sign of life
 * within the last two minutes. Answers with the number of datasets deleted.
 */
export async function deleteLeftovers(database: Database): Promise<number> {
  const { rows } = await database.query<Leftover>(leftoversSql, [SILENT_S]);
  const gone = rows.filter((dataset) => dataset.status === "retired" || isGone(dataset));
  for (const dataset of gone) await deleteDataset(database, dataset);
  return gone.length;
}

/** Deletes a dataset that is not live, batch by batch; its row goes last, so that a killed deletion is completed later. */
export async function deleteDataset(
  database: Database,
  { districtId, datasetId }: DatasetKey,
): Promise<void> {
  await database.query(disownSql, [datasetId]);
  for (let deleted = 1; deleted > 0; ) {
    const { rows } = await database.query<{ deleted: number }>(deleteRowsSql, [
      districtId,
      datasetId,
      BATCH_ROWS,
    ]);
    deleted = rows[0]?.deleted ?? 0;
  }
  await database.query(deleteSql, [datasetId]);
}

function isGone({ importer, silent }: Leftover): boolean {
  if (silent || importer === null) return true;
  const [host, pid] = importer.split("/");
  // of another machine only its silence tells
  return host === hostname() && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
