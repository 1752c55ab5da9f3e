import type { Scope, Writing } from "../catalogue/scope.ts";
import type { DispatchImport, DispatchImportList } from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireStanding, requireUnchanged } from "../tables/take-back.ts";
import { firstDay } from "./month.ts";

const changesSql = loadSql("./import-changes.sql", import.meta.url);
const importsSql = loadSql("./imports.sql", import.meta.url);
const saveSql = loadSql("./save-returns.sql", import.meta.url);
const dropSql = loadSql("./drop-returns.sql", import.meta.url);
const lockSql = "LOCK TABLE dispatch_return IN SHARE ROW EXCLUSIVE MODE";
const undoneSql = "UPDATE dispatch_import SET undone_by = $1 WHERE version = $2";

type Return = Readonly<Record<string, unknown>>;
interface Taken {
  readonly featureId: string;
  readonly before: Return | null;
  readonly after: Return;
  readonly now: Return | null;
  readonly undoneBy: number | null;
  readonly month: string;
}

export async function listImports(
  database: Database,
  { districtId, levels }: Scope,
): Promise<DispatchImportList> {
  const { rows } = await database.query<DispatchImport>(importsSql, [districtId, levels]);
  return { items: rows, total: rows.length, next: null };
}

/**
 * Takes a whole import back: every return is again what it was before. Throws not-found; conflict where it was taken back
 * already, or with `details.changed` where a later write changed some of its returns, and then takes back none.
 */
export async function undoImport(
  database: Database,
  { districtId, levels, actor }: Writing,
  version: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query(lockSql);
    const { rows } = await transaction.query<Taken>(changesSql, [districtId, version, levels]);
    const first = requireStanding(rows[0] && { ...rows[0], undone: rows[0].undoneBy !== null });
    const changed = rows.filter(({ after, now }) => !isSame(after, now));
    requireUnchanged(
      "changed",
      changed.map(({ featureId }) => featureId),
    );
    const kept = rows.flatMap(({ before }) => before ?? []);
    const gone = rows.filter(({ before }) => before === null).map(({ after }) => after.project_id);
    if (kept.length > 0) await transaction.query(saveSql, [districtId, JSON.stringify(kept)]);
    await transaction.query(dropSql, [districtId, firstDay(first.month), gone]);
    const undone = await recordVersion(transaction, {
      ...{
        districtId,
        actorId: actor.id,
        note: `dispatch ${first.month}: import ${version} taken back`,
        programmeOnly: true,
      },
      changes: rows.map(({ featureId, before, after }) => ({
        ...{
          layer: "dispatch-return",
          featureId,
          op: before === null ? ("delete" as const) : ("update" as const),
        },
        ...{ before: after, after: before },
      })),
    });
    await transaction.query(undoneSql, [undone, version]);
  });
}

function isSame(after: Return, now: Return | null): boolean {
  return (
    now !== null &&
    Object.keys({ ...after, ...now }).every((key) => (after[key] ?? null) === (now[key] ?? null))
  );
}
