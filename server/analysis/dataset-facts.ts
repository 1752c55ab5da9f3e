import type { BuildingUse } from "../contract/plot-ratio.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";

const sql = loadSql("./dataset-facts.sql", import.meta.url);

/** What a dataset as a whole knows, of what the reader may see. */
export interface DatasetFacts {
  /** Who lives in which building is known, at least of some. */
  readonly hasResidents: boolean;
  /** Of the whole district; known also where it is not known who of them lives where. */
  readonly residentsInAll: number | null;
  readonly hasDwellings: boolean;
  readonly hasAges: boolean;
  readonly hasWater: boolean;
  readonly hasParcels: boolean;
  /** 90th percentile of known floors; a use without any is absent. */
  readonly floorsP90ByUse: Readonly<Partial<Record<BuildingUse, number>>>;
}

/** Reads the facts of the dataset an area lies in. */
export async function readDatasetFacts(database: Database, area: Area): Promise<DatasetFacts> {
  const { rows } = await database.query<DatasetFacts>(sql, [area.districtId, area.datasetId, area.levels]);
  return rows[0]!;
}
