import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import type {
  ESTATE_SORTS,
  Estate,
  EstateFilters,
  EstateList,
  EstatePage,
  EstateRecord,
  EstateRule,
} from "../contract/estates.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { judgeConsent } from "./consent.ts";
import { figureOf, readEstateRules, suppressedUnder, toldBy } from "./rules.ts";

const listSql = loadSql("./estates.sql", import.meta.url);
const recordSql = loadSql("./estate-record.sql", import.meta.url);
const CHANGES_AT_MOST = 100;

interface Asked extends EstateFilters {
  readonly id?: string;
  readonly sort: (typeof ESTATE_SORTS)[number];
  readonly limit: number;
  readonly offset: number;
}

type Found = Pick<EstateList, "total" | "undecided" | "known"> & { readonly items: Estate[] };

async function find(
  database: Database,
  { districtId, levels }: Scope,
  rules: readonly EstateRule[],
  asked: Asked,
): Promise<Found> {
  const { id, builtFrom, builtTo, lift, project, survey, text, sort, limit, offset } = asked;
  const { rows } = await database.query<Found>(listSql, [
    ...[districtId, levels, id ?? null],
    ...[builtFrom ?? null, builtTo ?? null, lift ?? null, project ?? null, survey ?? null],
    text === undefined ? null : patternOf(text),
    ...[figureOf(rules, "lift-floors"), suppressedUnder(rules, levels)],
    ...[sort, limit, offset],
  ]);
  return rows[0]!;
}

interface Page {
  readonly sort: Asked["sort"];
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** The estates of a district that pass the filters, and how many cannot be judged. */
export async function listEstates(
  database: Database,
  scope: Scope,
  { limit, cursor, sort, ...filters }: EstateFilters & Page,
): Promise<EstateList> {
  const rules = await readEstateRules(database);
  const offset = offsetOfCursor(cursor);
  const found = await find(database, scope, rules, { ...filters, sort, limit, offset });
  const read = offset + found.items.length;
  return { ...found, next: read < found.total ? String(read) : null, rules };
}

/** What is on record of an estate with the writes that touched it. */
export async function readEstateRecord(
  database: Database,
  districtId: string,
  id: string,
): Promise<Pick<EstatePage, "record" | "changes">> {
  const { rows } = await database.query<Pick<EstatePage, "record" | "changes">>(recordSql, [
    ...[districtId, id, CHANGES_AT_MOST],
  ]);
  return rows[0]!;
}

/** One estate with what is on record of it; throws not-found. */
export async function readEstate(database: Database, scope: Scope, id: string): Promise<EstatePage> {
  const rules = await readEstateRules(database);
  const { items } = await find(database, scope, rules, { id, sort: "name", limit: 1, offset: 0 });
  const [estate] = items;
  if (!estate) throw notFound("estate of that id");
  const { record, changes } = await readEstateRecord(database, scope.districtId, id);
  const isTold = toldBy(rules, scope.levels);
  return {
    estate,
    record: record && (isTold(record) ? record : withoutOwners(record)),
    consent: record && isTold(record) && record.owners !== null ? judgeConsent(record, rules) : [],
    rules,
    version: changes[0]?.version ?? null,
    changes: changes.filter(({ before, after }) => [before, after].every((each) => isTold(each ?? {}))),
  };
}

const withoutOwners = (record: EstateRecord): EstateRecord => ({
  ...record,
  ...{ owners: null, ownersVoted: null, ownersAgreed: null, ownedSqm: null, votedSqm: null, agreedSqm: null },
});
