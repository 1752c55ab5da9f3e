import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { DatasetKey } from "./write-rows.ts";

const findSql = loadSql("./overlapping-buildings.sql", import.meta.url);
const leaveOutSql =
  "UPDATE store.building SET in_sums = false WHERE district_id = $1 AND dataset_id = $2 AND id = ANY ($3::text[])";

const PAGE_BUILDINGS = 500;

/**
 * Takes out of all sums the buildings that lie with at least half of their footprint inside a larger one (of two equal
 * ones, the later). Answers with their source ids. `count` is the number of buildings.
 */
export async function leaveOutOverlapping(
  database: Database,
  { districtId, datasetId }: DatasetKey,
  count: number,
): Promise<string[]> {
  const found: { id: string; sourceId: string }[] = [];
  for (let first = 0; first < count; first += PAGE_BUILDINGS) {
    const values = [districtId, datasetId, first, first + PAGE_BUILDINGS];
    const { rows } = await database.query<{ id: string; sourceId: string }>(findSql, values);
    found.push(...rows);
  }
  // judged all before any is left out, so that the order of the buildings decides nothing
  await database.query(leaveOutSql, [districtId, datasetId, found.map(({ id }) => id)]);
  return found.map(({ sourceId }) => sourceId);
}
