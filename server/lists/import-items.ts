import { randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import {
  ITEM_COLUMNS,
  type ItemBody,
  type ItemColumn,
  type ItemFile,
  type ItemFileReport,
  type ItemRow,
} from "../contract/programme-items.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { conflict } from "../errors.ts";
import { fileReport, fileRow, isSameCells, type NamedCells } from "../tables/file-report.ts";
import { requireStanding, requireUnchanged } from "../tables/take-back.ts";
import { type Known, type ReadRow, readItemLines, readItems } from "./item-file.ts";
import { readProgrammeLists, readStoredItems, type StoredItem } from "./programme-items.ts";
import { changeOf, type Facts, factsOf, lockItems, removeItems, writeItems } from "./save-items.ts";

const projectsSql = `SELECT id, code, name_zh AS "nameZh" FROM project
  WHERE district_id = $1 AND level = ANY ($2)`;
const noteSql = "INSERT INTO programme_import (version, district_id) VALUES ($1, $2)";
const importSql = `SELECT undone_by IS NOT NULL AS undone FROM programme_import
  WHERE version = $1 AND district_id = $2 FOR UPDATE`;
const changesSql = "SELECT before, after FROM change WHERE version = $1 AND layer = 'programme-item'";
const undoneSql = "UPDATE programme_import SET undone_by = $2 WHERE version = $1";

interface Judged extends ReadRow {
  readonly stored: StoredItem | null;
  readonly row: ItemRow;
}

/** What each row of a file would do and what is wrong with it; nothing is written. Throws where it is no table. */
export async function checkItemFile(
  database: Database,
  scope: Scope,
  file: ItemFile,
): Promise<ItemFileReport> {
  return reportOf(await judge(database, scope, file));
}

/**
 * Brings in a file whole, as one version that can be taken back; throws conflict with the report where any row is wrong,
 * and nothing of it is written then.
 */
export async function importItemFile(
  database: Database,
  writing: Writing,
  file: ItemFile,
): Promise<ItemFileReport> {
  const { districtId, actor } = writing;
  return database.transaction(async (transaction) => {
    await lockItems(transaction, districtId);
    const judged = await judge(transaction, writing, file);
    const report = reportOf(judged);
    if (report.counts.wrong > 0)
      throw conflict("Rows of the file are wrong; nothing of it was brought in.", { rows: report.rows });
    const made = judged.filter(({ row }) => row.outcome === "new" || row.outcome === "changed");
    if (made.length === 0) return report;
    const items = made.map(({ item, stored }) => ({
      before: stored && factsOf(stored),
      after: after(item!, stored),
    }));
    await writeItems(
      transaction,
      districtId,
      items.map((each) => each.after),
    );
    const version = await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "items brought in by a file", programmeOnly: true },
      changes: items.map((each) => changeOf(each.before, each.after)),
    });
    await transaction.query(noteSql, [version, districtId]);
    return { ...report, version };
  });
}

const after = (item: ItemBody, stored: StoredItem | null): Facts => ({
  ...item,
  id: stored?.id ?? `item:${randomUUID()}`,
  invented: stored?.invented ?? false,
});

/** Takes a whole file back; throws not-found, and conflict where it was taken back already or an item was changed since. */
export async function undoItemImport(database: Database, writing: Writing, version: number): Promise<void> {
  const { districtId, actor } = writing;
  await database.transaction(async (transaction) => {
    await lockItems(transaction, districtId);
    const { rows: found } = await transaction.query<{ undone: boolean }>(importSql, [version, districtId]);
    requireStanding(found[0]);
    type Row = { readonly before: Facts | null; readonly after: Facts };
    const { rows } = await transaction.query<Row>(changesSql, [version]);
    const now = new Map(
      (await readStoredItems(transaction, writing)).map((item) => [item.id, factsOf(item)]),
    );
    const touched = rows.filter((row) => !isSameCells(cellsOf(now.get(row.after.id)), cellsOf(row.after)));
    requireUnchanged(
      "titles",
      touched.map((row) => row.after.title),
    );
    await removeItems(
      transaction,
      districtId,
      rows.flatMap((row) => (row.before === null ? [row.after.id] : [])),
    );
    const restored = rows.flatMap((row) => row.before ?? []);
    await writeItems(transaction, districtId, restored);
    const made = await recordVersion(transaction, {
      ...{
        districtId,
        actorId: actor.id,
        note: `file of version ${version} taken back`,
        programmeOnly: true,
      },
      changes: rows.map((row) => changeOf(row.after, row.before)),
    });
    await transaction.query(undoneSql, [version, made]);
  });
}

// in one order of their fields, and of their projects
const FIELDS = Object.keys(ITEM_COLUMNS) as ItemColumn[];
const cellsOf = (facts: ItemBody | null | undefined): NamedCells | null =>
  facts
    ? FIELDS.map((field) => [
        ITEM_COLUMNS[field],
        field === "projects" ? [...facts.projects].sort().join(";") : facts[field],
      ])
    : null;

async function judge(database: Database, scope: Scope, { source, ...file }: ItemFile): Promise<Judged[]> {
  const lines = await readItemLines(file);
  const known = await readKnown(database, scope);
  const stored = await readStoredItems(database, scope);
  return readItems(lines, known, source).map((read) => {
    const twin =
      stored.find(({ list, title }) => list === read.item?.list && title === read.item.title) ?? null;
    const { line, title, problems } = read;
    const is = cellsOf(read.item);
    const was = cellsOf(twin && factsOf(twin));
    return { ...read, stored: twin, row: fileRow({ told: { line, title }, problems, was, is }) };
  });
}

const reportOf = (judged: readonly Judged[]): ItemFileReport => fileReport(judged.map(({ row }) => row));

async function readKnown(database: Database, scope: Scope): Promise<Known> {
  const lists = await readProgrammeLists(database, scope);
  type Project = { readonly id: string; readonly code: string | null; readonly nameZh: string };
  const { rows } = await database.query<Project>(projectsSql, [scope.districtId, scope.levels]);
  // what is meant by an id is never meant by a name
  const projects = new Map(rows.map(({ id, nameZh }) => [nameZh, id]));
  for (const { id, code } of rows) if (code !== null) projects.set(code, id);
  for (const { id } of rows) projects.set(id, id);
  return {
    lists: new Map(
      lists.flatMap(({ code, nameZh }) => [
        [nameZh, code],
        [code, code],
      ]),
    ),
    projects,
  };
}
