import type { Scope, Writing } from "../catalogue/scope.ts";
import { AMOUNT_FIELDS, type DispatchRow } from "../contract/dispatch.ts";
import type {
  DispatchSnapshot,
  DispatchSnapshotList,
  DispatchTotal,
  NewSnapshot,
  SnapshotPage,
} from "../contract/dispatch-snapshot.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { dispatchedProjects, withoutLast } from "../dispatch/dispatch.ts";
import { firstDay } from "../dispatch/month.ts";
import { conflict, notFound } from "../errors.ts";
import { differencesBetween } from "./snapshot-differences.ts";

const listSql = loadSql("./snapshots.sql", import.meta.url);
const addSql = loadSql("./add-snapshot.sql", import.meta.url);
const rowsSql =
  "SELECT facts FROM dispatch_snapshot_row WHERE district_id = $1 AND snapshot = $2 AND level = ANY ($3) " +
  "ORDER BY facts ->> 'code', project_id";

export async function listSnapshots(
  database: Database,
  { districtId, levels }: Scope,
): Promise<DispatchSnapshotList> {
  const { rows } = await database.query<DispatchSnapshot>(listSql, [districtId, levels]);
  return { items: rows, total: rows.length, next: null };
}

/** Freezes a month as it stands now, lights and their reasons with it, and answers with the id of the snapshot. */
export async function makeSnapshot(
  database: Database,
  { actor, ...scope }: Writing,
  { month, note }: NewSnapshot,
): Promise<string> {
  return database.transaction(async (transaction) => {
    const projects = await dispatchedProjects(transaction, scope, month);
    if (projects.length === 0)
      throw conflict(`No project is under dispatch in ${month}; there is nothing to freeze.`, {
        undispatched: month,
      });
    const kept = projects.map((project) => ({
      project_id: project.project,
      level: project.restsOnInternal ? "internal" : "public",
      facts: withoutLast(project),
    }));
    const version = await recordVersion(transaction, {
      ...{ districtId: scope.districtId, actorId: actor.id, programmeOnly: true },
      note: note ?? `dispatch ${month} frozen`,
      changes: [
        { layer: "dispatch-snapshot", featureId: month, op: "insert", after: { projects: kept.length } },
      ],
    });
    const given = [scope.districtId, firstDay(month), version, actor.id, note, JSON.stringify(kept)];
    const { rows } = await transaction.query<{ id: string }>(addSql, given);
    if (!rows[0]) throw conflict("Another snapshot of the month was made at this moment; look at it first.");
    return rows[0].id;
  });
}

/** The rows of a snapshot as they were frozen. */
export async function snapshotRows(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<DispatchRow[]> {
  const { rows } = await database.query<{ facts: DispatchRow }>(rowsSql, [districtId, id, levels]);
  return rows.map(({ facts }) => facts);
}

/** A snapshot by its id; throws not-found. */
export async function findSnapshot(database: Database, scope: Scope, id: string): Promise<DispatchSnapshot> {
  const { items } = await listSnapshots(database, scope);
  const found = items.find((each) => each.id === id);
  if (!found) throw notFound("snapshot of that id");
  return found;
}

/** A snapshot with its sums, and what differs from the last one of a month before; throws not-found. */
export async function readSnapshot(database: Database, scope: Scope, id: string): Promise<SnapshotPage> {
  const snapshot = await findSnapshot(database, scope, id);
  const { items: all } = await listSnapshots(database, scope);
  // one made later, of a month before, must not change what this one says
  const against =
    all.find(({ month, version }) => month < snapshot.month && version < snapshot.version) ?? null;
  const items = await snapshotRows(database, scope, id);
  const before = against && (await snapshotRows(database, scope, against.id));
  const differences = before === null ? [] : differencesBetween(before, items);
  return { snapshot, items, totals: totalsOf(items), against, differences };
}

/** Sums of the projects that tell them; who tells nothing is counted and in no sum. */
export function totalsOf(rows: readonly DispatchRow[]): DispatchTotal[] {
  return AMOUNT_FIELDS.map((field) => {
    const told = rows.flatMap(({ values }) => values?.[field] ?? []);
    // of 0.1 + 0.2 万元 no more is shown than a cent
    const sum = Number(told.reduce((total, each) => total + each, 0).toFixed(6));
    return {
      ...{ field, sumWanYuan: told.length === 0 ? null : sum },
      ...{ told: told.length, unknown: rows.length - told.length },
    };
  });
}
