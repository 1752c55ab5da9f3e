import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import type { Area } from "./area.ts";

const sql = loadSql("./walking-facts.sql", import.meta.url);

/** What the walking data of a dataset holds and lacks. */
export interface WalkingFacts {
  readonly edges: number;
  readonly edgesWithoutRise: number;
  readonly liftsWithoutRise: number;
  /** By category; one without any facility is absent. */
  readonly facilities: Readonly<Partial<Record<string, { readonly count: number; readonly proxy: number }>>>;
  /** Whether a building, by its ordinal, is near the edge of the walking data. */
  readonly nearEdge: { has(ordinal: number): boolean };
}

/** Reads the facts of the dataset an area lies in. */
export async function readWalkingFacts(database: Database, area: Area): Promise<WalkingFacts> {
  type Row = Omit<WalkingFacts, "nearEdge"> & { readonly nearEdge: number[] };
  const { rows } = await database.query<Row>(sql, [area.districtId, area.datasetId, area.levels]);
  const row = rows[0]!;
  return { ...row, nearEdge: marksOf(row.nearEdge) };
}

// asked of thousands of buildings with each answer, which a set takes several times as long to tell
function marksOf(ordinals: readonly number[]): WalkingFacts["nearEdge"] {
  const marks = new Uint8Array(1 + ordinals.reduce((most, ordinal) => Math.max(most, ordinal), -1));
  for (const ordinal of ordinals) marks[ordinal] = 1;
  return { has: (ordinal) => marks[ordinal] === 1 };
}
