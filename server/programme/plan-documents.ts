import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import type {
  PlanDocument,
  PlanDocumentList,
  PlanDocumentPage,
  PlanFilters,
  PlannedProject,
} from "../contract/plan-documents.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";

const listSql = loadSql("./plan-documents.sql", import.meta.url);
const chainSql = loadSql("./plan-chain.sql", import.meta.url);
const projectsSql = loadSql("./planned-projects.sql", import.meta.url);

const MOST = 500;

type Row = PlanDocument & { total: number };
type Page = { readonly limit: number; readonly cursor?: string | undefined };

interface Asked extends PlanFilters {
  readonly ids?: readonly string[];
  readonly limit: number;
  readonly offset?: number;
}

async function readRows(database: Database, { districtId, levels }: Scope, asked: Asked): Promise<Row[]> {
  const { ids, kind, parent, text, limit, offset } = asked;
  const pattern = text === undefined ? null : patternOf(text);
  const given = [districtId, levels, ids ?? null, kind ?? null, parent ?? null, pattern, limit, offset ?? 0];
  return (await database.query<Row>(listSql, given)).rows;
}

/** The plans of a district that pass the filters, the highest kind first. */
export async function listPlanDocuments(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: PlanFilters & Page,
): Promise<PlanDocumentList> {
  const offset = offsetOfCursor(cursor);
  const rows = await readRows(database, scope, { ...filters, limit, offset });
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  return { items: rows.map(toPlan), total, next: read < total ? String(read) : null };
}

/** A plan and those above it, the highest first; empty where there is none of that id. */
export async function readPlanChain(database: Database, scope: Scope, id: string): Promise<PlanDocument[]> {
  const { rows } = await database.query<{ id: string }>(chainSql, [scope.districtId, id]);
  const ids = rows.map((row) => row.id);
  const plans = await readRows(database, scope, { ids, limit: MOST });
  // the kinds are in the order of the chain
  return plans.map(toPlan);
}

/** One plan with the chain above it and what stands directly under it; throws not-found. */
export async function readPlanDocument(
  database: Database,
  scope: Scope,
  id: string,
): Promise<PlanDocumentPage> {
  const chain = await readPlanChain(database, scope, id);
  const plan = chain.find((each) => each.id === id);
  if (!plan) throw notFound("plan of that id");
  const below = await readRows(database, scope, { parent: id, limit: MOST });
  const { rows } = await database.query<PlannedProject>(projectsSql, [scope.districtId, scope.levels, id]);
  return {
    plan,
    above: chain.filter((each) => each.id !== id),
    below: below.map(toPlan),
    projects: rows,
  };
}

function toPlan({ total: _, ...plan }: Row): PlanDocument {
  return plan;
}
