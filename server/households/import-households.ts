import { randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { SigningStage } from "../contract/acquisition-plots.ts";
import { HOUSEHOLD_COLUMNS, type HouseholdColumn, type HouseholdFileReport } from "../contract/households.ts";
import type { Database } from "../database/database.ts";
import { AppError, conflict } from "../errors.ts";
import { fileReport, fileRow, isSameCells, type NamedCells } from "../tables/file-report.ts";
import { requireStanding, requireUnchanged } from "../tables/take-back.ts";
import { type ReadHousehold, readHouseholdFile } from "./household-table.ts";
import { readHouseholdStages, readHouseholds } from "./households.ts";
import {
  checkHousehold,
  type HeldHousehold,
  type Made,
  type Standing,
  writeHouseholds,
} from "./save-household.ts";

type Row = HouseholdFileReport["rows"][number];
type Known = Pick<Standing, "stages" | "households">;
interface Judged extends Made {
  readonly row: Row;
}
interface File {
  readonly plot: string;
  readonly name: string;
  readonly bytes: Buffer;
}

const noteSql =
  "INSERT INTO household_import (version, district_id, plot, file_name) VALUES ($1, $2, $3, $4)";
const importSql = `SELECT plot, file_name AS name, undone_by IS NOT NULL AS undone FROM household_import
  WHERE version = $1 AND district_id = $2`;
const changesSql = "SELECT before, after FROM change WHERE version = $1 AND layer = 'household'";
const undoneSql = "UPDATE household_import SET undone_by = $2 WHERE version = $1";
const FIELDS = Object.keys(HOUSEHOLD_COLUMNS) as HouseholdColumn[];

/** What each row of a file would do and what is wrong with it; nothing is written. Throws where it is no table, not-found. */
export async function checkHouseholdFile(
  database: Database,
  scope: Scope,
  { plot, bytes }: File,
): Promise<HouseholdFileReport> {
  const stages = await readHouseholdStages(database, scope, plot);
  const households = await readHouseholds(database, scope.districtId, plot);
  return reportOf(judge(await readHouseholdFile(bytes, stages), { stages, households }));
}

/**
 * Brings in a file whole, as one version that can be taken back; throws conflict with the report where any row is wrong, and
 * nothing of it is written then; conflict too where counts made by hand would go and `replace` is false.
 */
export async function importHouseholdFile(
  database: Database,
  writing: Writing,
  { plot, name, bytes, replace }: File & { readonly replace: boolean },
): Promise<HouseholdFileReport> {
  const stages = await readHouseholdStages(database, writing, plot);
  const read = await readHouseholdFile(bytes, stages);
  let report: HouseholdFileReport | null = null;
  return database.transaction(async (transaction) => {
    const version = await writeHouseholds(
      transaction,
      writing,
      { plot, note: name, replace },
      async (_, standing) => {
        const judged = judge(read, standing);
        report = reportOf(judged);
        if (report.counts.wrong > 0)
          throw conflict("Rows of the file are wrong; nothing of it was brought in.", { report });
        const made = judged.filter(({ row }) => row.outcome !== "same");
        if (made.length === 0) throw conflict("The file brings nothing that is not there.", { report });
        return made.map(({ before, after }) => ({ before, after }));
      },
    );
    await transaction.query(noteSql, [version, writing.districtId, plot, name]);
    return { ...report!, version };
  });
}

/** Takes a whole file back; throws not-found, and conflict where it was taken back or a household of it was changed since. */
export async function undoHouseholdImport(
  database: Database,
  writing: Writing,
  version: number,
): Promise<string> {
  const { districtId } = writing;
  return database.transaction(async (transaction) => {
    type Taken = { readonly plot: string; readonly name: string; readonly undone: boolean };
    const { rows } = await transaction.query<Taken>(importSql, [version, districtId]);
    const taken = requireStanding(rows[0]);
    const { rows: changes } = await transaction.query<Made>(changesSql, [version]);
    const note = `taken back: ${taken.name}`;
    const undone = await writeHouseholds(
      transaction,
      writing,
      { plot: taken.plot, note, replace: true },
      async (_, { households }) => {
        const now = new Map(households.map(({ version: _version, ...each }) => [each.id, each]));
        const touched = changes.filter(({ after }) => !isSame(now.get(after!.id) ?? null, after));
        requireUnchanged(
          "numbers",
          touched.map(({ after }) => after!.number),
        );
        return changes.map(({ before, after }) => ({ before: after, after: before }));
      },
    );
    await transaction.query(undoneSql, [version, undone]);
    return taken.plot;
  });
}

type NamedStage = Pick<SigningStage, "code" | "nameZh">;
const cellsOf = (household: HeldHousehold, stages: readonly NamedStage[]): NamedCells => [
  ...FIELDS.map((key): [string, string | null] => {
    const value = household[key];
    return [HOUSEHOLD_COLUMNS[key], value === null ? null : String(value)];
  }),
  ...stages.map(({ code, nameZh }): [string, string | null] => [nameZh, household.stages[code] ?? null]),
];

function isSame(a: HeldHousehold | null, b: HeldHousehold | null): boolean {
  const codes = [...new Set([a, b].flatMap((each) => Object.keys(each?.stages ?? {})))].sort();
  const stages = codes.map((code) => ({ code, nameZh: code }));
  return isSameCells(a && cellsOf(a, stages), b && cellsOf(b, stages));
}

function judge(read: readonly ReadHousehold[], known: Known): Judged[] {
  return read.map((each) => {
    const found = known.households.find(({ number }) => number === each.number);
    const { version: _, ...before } = found ?? { version: null };
    return judgeRow(each, found ? (before as HeldHousehold) : null, known);
  });
}

function judgeRow(
  { line, number, body, problems }: ReadHousehold,
  before: HeldHousehold | null,
  known: Known,
): Judged {
  const told = { line, title: number };
  const was = before && cellsOf(before, known.stages);
  const wrong = (all: Row["problems"]): Judged => ({
    ...{ before, after: null, row: fileRow({ told, problems: all, was, is: null }) },
  });
  if (body === null) return wrong([...problems]);
  const blank = { areaSqm: null, tenure: null, team: null, note: null };
  const after = {
    id: before?.id ?? `household:${randomUUID()}`,
    ...blank,
    ...before,
    ...body,
  } as HeldHousehold;
  try {
    checkHousehold(known as Standing, after);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { value = "" } = (error.extras.details ?? {}) as { readonly value?: string };
    const within = known.stages.find(({ code }) => error.extras.path === `stages.${code}`)?.within;
    const whole = known.stages.find(({ code }) => code === within)?.nameZh ?? "";
    return wrong([{ code: "wrong-stage", column: columnOf(error, known.stages), value, expected: whole }]);
  }
  return { before, after, row: fileRow({ told, problems: [], was, is: cellsOf(after, known.stages) }) };
}

function columnOf(error: AppError, stages: readonly SigningStage[]): string {
  const code = (error.extras.path ?? "").replace(/^stages\./, "");
  return stages.find((each) => each.code === code)?.nameZh ?? code;
}

const reportOf = (judged: readonly Judged[]): HouseholdFileReport => fileReport(judged.map(({ row }) => row));
