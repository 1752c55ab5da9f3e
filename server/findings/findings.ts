import { isMet } from "../analysis/health-check.ts";
import { offsetOfCursor } from "../catalogue/cursor.ts";
import { patternOf } from "../catalogue/pattern.ts";
import type { Scope } from "../catalogue/scope.ts";
import type { Finding, FindingFilters, FindingList, FindingPage, Recheck } from "../contract/findings.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import { readTrend } from "./trend.ts";

const listSql = loadSql("./findings.sql", import.meta.url);
const chainSql = loadSql("./chain.sql", import.meta.url);
const CHANGES_AT_MOST = 100;

type Row = Finding & { total: number };
type Asked = FindingFilters & { readonly limit: number; readonly cursor?: string | undefined };

async function readRows(
  database: Database,
  { districtId, levels }: Scope,
  { ids = null, ...asked }: Asked & { readonly ids?: readonly string[] | null },
): Promise<Row[]> {
  const { severity, state, source, indicator, zone, project, text } = asked;
  const { rows } = await database.query<Row>(listSql, [
    ...[districtId, levels, ids, severity ?? null, state ?? null, source ?? null],
    ...[indicator ?? null, zone ?? null, project ?? null, text === undefined ? null : patternOf(text)],
    ...[asked.limit, offsetOfCursor(asked.cursor)],
  ]);
  return rows;
}

/** The findings that pass the filters, the gravest first. */
export async function listFindings(database: Database, scope: Scope, asked: Asked): Promise<FindingList> {
  const rows = await readRows(database, scope, asked);
  const total = rows[0]?.total ?? 0;
  const read = offsetOfCursor(asked.cursor) + rows.length;
  return { items: rows.map(withoutTotal), total, next: read < total ? String(read) : null };
}

/** One finding as it stands; throws not-found. */
export async function readFinding(database: Database, scope: Scope, id: string): Promise<Finding> {
  const [row] = await readRows(database, scope, { ids: [id], limit: 1 });
  if (!row) throw notFound("finding of that id");
  return withoutTotal(row);
}

/** One finding with its chain: proposals, projects, checks after works, values over time; throws not-found. */
export async function readFindingPage(database: Database, scope: Scope, id: string): Promise<FindingPage> {
  const finding = await readFinding(database, scope, id);
  type Chain = Omit<FindingPage, "finding" | "rechecks" | "trend"> & {
    readonly rechecks: readonly Omit<Recheck, "met">[];
  };
  const { rows } = await database.query<Chain>(chainSql, [scope.districtId, id, CHANGES_AT_MOST]);
  const { rechecks, ...chain } = rows[0]!;
  const { edition, indicator, zone, direction } = finding;
  const trend =
    edition === null || indicator === null
      ? []
      : await readTrend(database, scope, { edition, indicator, zone, finding: zone === null ? id : null });
  return {
    finding,
    ...chain,
    rechecks: rechecks.map((each) => ({
      ...each,
      met: isMet({ threshold: each.threshold, direction: direction ?? "none" }, each.value),
    })),
    trend,
  };
}

function withoutTotal({ total: _, ...finding }: Row): Finding {
  return finding;
}
