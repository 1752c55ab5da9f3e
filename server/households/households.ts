import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import type { SigningStage } from "../contract/acquisition-plots.ts";
import type { Household, HouseholdFilters, HouseholdList } from "../contract/households.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { readPlotRow, readStages } from "../signing/acquisition-plots.ts";

const listSql = loadSql("./households.sql", import.meta.url);
const historySql = loadSql("./household-history.sql", import.meta.url);
const CHANGES_AT_MOST = 50;
/** More households than a plot has. */
const ALL = 100_000;

interface Asked extends Partial<HouseholdFilters> {
  readonly plot: string;
  readonly id?: string;
  readonly limit: number;
  readonly offset: number;
}
type Row = Household & { readonly total: number };

async function find(database: Database, districtId: string, asked: Asked): Promise<Row[]> {
  const { plot, id, stage, kind, text, limit, offset } = asked;
  const pattern = text === undefined ? null : patternOf(text);
  const given = [districtId, plot, id ?? null, stage ?? null, kind ?? null, pattern, limit, offset];
  return (await database.query<Row>(listSql, given)).rows;
}

const toHousehold = ({ total: _, ...household }: Row): Household => household;

/** The stages a household of a plot comes to, in their order; throws not-found. */
export async function readHouseholdStages(
  database: Database,
  scope: Scope,
  plot: string,
): Promise<SigningStage[]> {
  const { purpose } = await readPlotRow(database, scope, plot);
  return (await readStages(database, purpose)).filter(({ counted }) => counted === "households");
}

/** All households of a plot as they are in the record. */
export async function readHouseholds(
  database: Database,
  districtId: string,
  plot: string,
): Promise<Household[]> {
  return (await find(database, districtId, { plot, limit: ALL, offset: 0 })).map(toHousehold);
}

type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** The households of a plot that pass the filters, with what was written of them; throws not-found. */
export async function listHouseholds(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: HouseholdFilters & Page,
): Promise<HouseholdList> {
  const { districtId } = scope;
  const stages = await readHouseholdStages(database, scope, filters.plot);
  const offset = offsetOfCursor(cursor);
  const rows = await find(database, districtId, { ...filters, limit, offset });
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  type History = Pick<HouseholdList, "changes" | "imports" | "known">;
  const { rows: history } = await database.query<History>(historySql, [
    ...[districtId, filters.plot, CHANGES_AT_MOST],
  ]);
  const next = read < total ? String(read) : null;
  return { items: rows.map(toHousehold), total, next, stages, ...history[0]! };
}
