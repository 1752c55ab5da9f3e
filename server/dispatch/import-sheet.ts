import { createHash } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { DispatchChange, DispatchValues, ImportPreview } from "../contract/dispatch.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { conflict } from "../errors.ts";
import type { OpenSheet } from "../tables/open-sheet.ts";
import { type DispatchedProject, dispatchedProjects } from "./dispatch.ts";
import { mixedUnits } from "./mixed-units.ts";
import { firstDay, today } from "./month.ts";
import { openSheet } from "./open-sheet.ts";
import { prefillOf } from "./prefill.ts";
import { readMonth, readTable, type SheetRow } from "./read-sheet.ts";
import { columnsOf, RETURN_FIELDS } from "./return-values.ts";
import { addressOf, SHEET_COLUMNS } from "./sheet-columns.ts";
import { toPercent } from "./write-sheet.ts";

const saveSql = loadSql("./save-returns.sql", import.meta.url);
const lockSql = "LOCK TABLE dispatch_return IN SHARE ROW EXCLUSIVE MODE";
const keepSql =
  "INSERT INTO dispatch_import (version, district_id, month, file_name, level) VALUES ($1, $2, $3, $4, $5)";

interface Sent {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly level: "public" | "internal";
  /** The digest of the preview that was confirmed; null = only look. */
  readonly confirm: string | null;
}

/**
 * What a sheet would change against the record, cell by cell, or every cell that is not taken. Confirmed by the digest of
 * what was shown, it is written as one version; throws conflict where the record has moved since. Nothing is written by half.
 */
export async function importSheet(database: Database, scope: Writing, sent: Sent): Promise<ImportPreview> {
  const sheet = await openSheet(sent.bytes);
  return sent.confirm === null
    ? (await compared(database, scope, sheet, sent)).preview
    : database.transaction((transaction) => confirmed(transaction, scope, sheet, sent));
}

interface Compared {
  readonly preview: ImportPreview;
  readonly rows: readonly SheetRow[];
}

const NOTHING = { rows: 0, returned: 0, untouched: 0, changes: [], faults: [], digest: null, written: null };

async function compared(
  database: Database,
  scope: Scope,
  sheet: OpenSheet,
  { level }: Sent,
): Promise<Compared> {
  const asked = readMonth(sheet);
  const { month } = asked;
  if (month === null || firstDay(month) > today()) {
    const right = today().slice(0, 7);
    const ahead = {
      cell: addressOf(1, 1),
      column: "月份",
      value: month,
      code: "wrong-month",
      right,
    } as const;
    const faults = month === null ? asked.faults : [ahead];
    return { preview: { ...NOTHING, month: null, faults }, rows: [] };
  }
  const table = readTable(sheet, await dispatchedProjects(database, scope, month));
  const faults = [...table.faults, ...table.rows.flatMap(mixedUnits)];
  if (faults.length > 0) return { preview: { ...NOTHING, month, rows: table.rows.length, faults }, rows: [] };
  const rows = table.rows.filter((row) => differs(row, month));
  const changes = rows.flatMap(changesOf);
  const preview = {
    ...NOTHING,
    ...{
      month,
      rows: table.rows.length,
      returned: rows.length,
      untouched: table.rows.length - rows.length,
      changes,
    },
    digest: rows.length === 0 ? null : digestOf({ month, level, rows }),
  };
  return { preview, rows };
}

const differs = ({ project, values }: SheetRow, month: string) => {
  const out = prefillOf(project, month);
  return RETURN_FIELDS.some((field) => !isSame(out[field], values[field]));
};

// sums go through a sheet as decimal text: what is left of binary fractions is no change
const isSame = (a: string | number | null, b: string | number | null) =>
  typeof a === "number" && typeof b === "number" ? Math.abs(a - b) < 1e-6 : a === b;

function changesOf({ row, project, values }: SheetRow): DispatchChange[] {
  const before = project.values ?? project.last?.values ?? null;
  const beforeMonth = project.values === null ? (project.last?.month ?? null) : null;
  return SHEET_COLUMNS.flatMap(({ key, kind }, at) => {
    if (kind === "code" || kind === "told") return [];
    const field = key as keyof DispatchValues;
    const [was, is] = [before?.[field] ?? null, values[field]];
    if (isSame(was, is)) return [];
    const shown = (value: string | number | null) =>
      kind === "percent" && typeof value === "number" ? toPercent(value) : value;
    const { code, nameZh, nameEn } = project;
    return [
      {
        ...{ project: project.project, code, nameZh, nameEn, field, cell: addressOf(row, at), beforeMonth },
        ...{ before: shown(was), after: shown(is) },
      },
    ];
  });
}

// what was shown and what it is written over: a record that moved meanwhile gives another digest
function digestOf({
  rows,
  ...head
}: {
  readonly month: string;
  readonly level: string;
  readonly rows: readonly SheetRow[];
}) {
  const told = rows.map(({ project, values }) => [project.project, project.values, values]);
  return createHash("sha256")
    .update(JSON.stringify([head, told]))
    .digest("hex");
}

async function confirmed(
  database: Database,
  scope: Writing,
  sheet: OpenSheet,
  sent: Sent,
): Promise<ImportPreview> {
  // whoever confirms at the same moment waits, and is then told that the record has moved
  await database.query(lockSql);
  const { preview, rows } = await compared(database, scope, sheet, sent);
  if (preview.digest !== sent.confirm) {
    throw conflict("The record or the file is not what was shown; look at the changes again.", {
      digest: preview.digest,
    });
  }
  const version = await writeReturns(database, scope, { ...sent, month: preview.month!, rows });
  return { ...preview, written: version };
}

type Given = Pick<Sent, "level" | "fileName"> & {
  readonly month: string;
  readonly rows: readonly SheetRow[];
};

async function writeReturns(
  database: Database,
  { districtId, actor }: Writing,
  given: Given,
): Promise<number> {
  const { month, rows, level, fileName } = given;
  const changes = rows.map(({ project, values }) => changeOf(project, values, { month, level }));
  const kept = changes.map(({ after }) => after);
  await database.query(saveSql, [districtId, JSON.stringify(kept)]);
  const note = `dispatch ${month}: ${fileName}`;
  const version = await recordVersion(database, {
    districtId,
    actorId: actor.id,
    note,
    changes,
    programmeOnly: true,
  });
  await database.query(keepSql, [version, districtId, firstDay(month), fileName, level]);
  return version;
}

function changeOf(
  project: DispatchedProject,
  values: DispatchValues,
  { month, level }: { readonly month: string; readonly level: string },
) {
  const key = { project_id: project.project, month: firstDay(month) };
  return {
    layer: "dispatch-return",
    featureId: `${project.project}/${month}`,
    op: project.values === null ? ("insert" as const) : ("update" as const),
    before: project.values && { ...key, level: project.returnLevel, ...columnsOf(project.values) },
    after: { ...key, level, ...columnsOf(values) },
  };
}
