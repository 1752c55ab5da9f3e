import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import {
  DUE_STATES,
  type InspectionInterval,
  type SafetyFilters,
  type SafetyPage,
  type SafetyRecord,
  type SafetyRecordList,
} from "../contract/safety-records.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { figureOf, readEstateRules } from "../estates/rules.ts";

const listSql = loadSql("./safety-records.sql", import.meta.url);
const historySql = loadSql("./safety-history.sql", import.meta.url);
const intervalsSql = loadSql("./inspection-intervals.sql", import.meta.url);
const CHANGES_AT_MOST = 100;

interface Asked extends SafetyFilters {
  readonly id?: string;
  readonly limit: number;
  readonly offset: number;
}

interface Found extends Pick<SafetyRecordList, "total" | "today" | "rules"> {
  readonly items: SafetyRecord[];
  readonly states: Partial<SafetyRecordList["states"]>;
}

async function find(database: Database, { districtId, levels }: Scope, asked: Asked): Promise<Found> {
  const { id, due, grade, hazards, disposition, text, limit, offset } = asked;
  const rules = await readEstateRules(database);
  const { rows } = await database.query<Omit<Found, "rules">>(listSql, [
    ...[districtId, levels, id ?? null],
    ...[due ?? null, grade ?? null, hazards ?? null, disposition ?? null],
    text === undefined ? null : patternOf(text),
    ...[figureOf(rules, "due-soon"), limit, offset],
  ]);
  return { ...rows[0]!, rules };
}

const readIntervals = async (database: Database) =>
  (await database.query<InspectionInterval>(intervalsSql)).rows;

type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** The buildings of the archive that pass the filters, by the day they are due. */
export async function listSafetyRecords(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: SafetyFilters & Page,
): Promise<SafetyRecordList> {
  const offset = offsetOfCursor(cursor);
  const { states, ...found } = await find(database, scope, { ...filters, limit, offset });
  const read = offset + found.items.length;
  return {
    ...found,
    next: read < found.total ? String(read) : null,
    states: Object.fromEntries(
      DUE_STATES.map((state) => [state, states[state] ?? 0]),
    ) as SafetyRecordList["states"],
    intervals: await readIntervals(database),
  };
}

type OnRecord = Pick<SafetyPage, "file" | "inspections" | "hazards" | "changes">;

/** All that is on record of a building; throws not-found where there is no such building. */
export async function readSafetyPage(database: Database, scope: Scope, id: string): Promise<SafetyPage> {
  const { items } = await find(database, scope, { id, limit: 1, offset: 0 });
  const [record] = items;
  if (!record) throw notFound("building of that id");
  const { rows } = await database.query<OnRecord>(historySql, [scope.districtId, id, CHANGES_AT_MOST]);
  return { record, ...rows[0]!, intervals: await readIntervals(database) };
}
