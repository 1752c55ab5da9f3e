import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { largestRemainder } from "./largest-remainder.ts";
import type { DatasetKey } from "./write-rows.ts";

const weightsSql = loadSql("./population-weights.sql", import.meta.url);
const residentsSql = loadSql("./write-residents.sql", import.meta.url);
const BATCH_BUILDINGS = 2_000;

/**
 * Spreads residents over the buildings of a dataset by footprint × floors (else the median floors of the use, else 1) ×
 * residential share; the total is exact. Answers with the number of buildings people were given to; 0 = there is none to
 * live in, and residents stay unknown.
 */
export async function spreadPopulation(
  database: Database,
  { districtId, datasetId }: DatasetKey,
  population: number,
): Promise<number> {
  const { rows } = await database.query<{ id: string; weight: number }>(weightsSql, [districtId, datasetId]);
  const inhabited = rows.filter(({ weight }) => weight > 0).length;
  if (inhabited === 0) return 0;
  const residents = largestRemainder(
    population,
    rows.map(({ weight }) => weight),
  );
  for (let first = 0; first < rows.length; first += BATCH_BUILDINGS) {
    const last = first + BATCH_BUILDINGS;
    const ids = rows.slice(first, last).map(({ id }) => id);
    await database.query(residentsSql, [districtId, datasetId, ids, residents.slice(first, last)]);
  }
  return inhabited;
}
