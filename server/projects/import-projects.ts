import type { Scope, Writing } from "../catalogue/scope.ts";
import type {
  ProjectColumn,
  ProjectEntry,
  ProjectFault,
  ProjectFileReport,
  ProjectImportList,
} from "../contract/entered-projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { conflict } from "../errors.ts";
import { seenBefore } from "../tables/cells.ts";
import { requireStanding, requireUnchanged } from "../tables/take-back.ts";
import { type KnownWords, readKnownWords } from "./known-words.ts";
import { headingOf, type ProjectTable, readProjectFile } from "./project-file.ts";
import { type ReadProject, readProjectRow } from "./project-rows.ts";
import {
  insertProjects,
  lockProjects,
  newProjectId,
  readEntries,
  removeEntries,
} from "./save-entered-project.ts";

const placesSql = loadSql("./places.sql", import.meta.url);
const importsSql = `SELECT taken.version, file_name AS "fileName", rows,
  to_char(written.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at, undone_version IS NOT NULL AS undone
FROM project_import taken JOIN data_version written ON written.id = taken.version
WHERE taken.district_id = $1 AND ($2::bigint IS NULL OR taken.version = $2) ORDER BY taken.version DESC LIMIT 100`;
// who answers for a project stands apart from what was entered, and is as much a change of it
const namedSinceSql = `SELECT own.id FROM unnest($2::text[]) AS own (id) WHERE EXISTS (SELECT FROM change
  WHERE district_id = $1 AND layer = 'project-responsibility' AND feature_id = own.id || '/project-responsibility' AND version > $3)`;
const undoneSql = "UPDATE project_import SET undone_version = $2 WHERE version = $1";

interface ProjectFile {
  readonly fileName: string;
  readonly bytes: Buffer;
  /** Where the projects are known from. */
  readonly source: string;
  /** true = only told what the file would bring. */
  readonly preview: boolean;
}

/**
 * Tells row by row what a file of projects would bring, and takes it whole unless it is only a preview. A project that stands
 * there already as the file has it is left alone. Throws conflict with `details.report` where a row is wrong, and nothing of
 * the file is taken then; unsupported-format, invalid-parameter, payload-too-large.
 */
export async function importProjects(
  database: Database,
  writing: Writing,
  file: ProjectFile,
): Promise<ProjectFileReport> {
  const table = await readProjectFile(file.bytes);
  const known = await readKnownWords(database, writing);
  const read = table.rows.map((row) => readProjectRow(row, known, file.source));
  const strays = await placeFaults(database, writing, read);
  if (file.preview) return reportOf(file, table, judge(read, strays, known, writing));
  return database.transaction(async (transaction) => {
    await lockProjects(transaction, writing.districtId);
    // what was entered while the file was read counts
    const judged = judge(read, strays, await readKnownWords(transaction, writing), writing);
    const report = reportOf(file, table, judged);
    if (report.faults.length + report.counts.wrong > 0)
      throw conflict("Rows of the file are wrong; nothing of it was taken.", { report });
    const rows = judged.flatMap(({ outcome, project }) =>
      outcome === "new" && project ? [{ ...project, id: newProjectId() }] : [],
    );
    if (rows.length === 0) throw conflict("The file brings nothing that is not there.", { report });
    const { fileName } = file;
    const version = await insertProjects(transaction, writing, { rows, note: fileName, fileName });
    return { ...report, version };
  });
}

type Seen = ReturnType<typeof seenBefore>;
type Judged = ReadProject & { readonly outcome: "new" | "same" | "wrong" };

function judge(
  read: readonly ReadProject[],
  strays: ReadonlyMap<number, ProjectFault>,
  { projects }: KnownWords,
  { levels }: Scope,
): Judged[] {
  const seen = { code: seenBefore(), nameZh: seenBefore() };
  return read.map((row) => {
    const { line, project } = row;
    const twins = twinsOf(row, projects);
    const faults = [
      ...row.faults,
      ...(strays.has(line) ? [strays.get(line)!] : []),
      ...(project && !levels.includes(project.level) ? [faultOf(row, "level", "bad-level", "公开")] : []),
      ...twice(row, "code", seen.code),
      ...twice(row, "nameZh", seen.nameZh),
      ...twins.faults,
    ];
    return { ...row, faults, outcome: faults.length > 0 ? "wrong" : twins.isThere ? "same" : "new" };
  });
}

const cellOf = ({ code, name, project }: ReadProject, column: ProjectColumn) =>
  column === "code" ? (code ?? "") : column === "nameZh" ? name : (project?.level ?? "");

const faultOf = (
  row: ReadProject,
  column: ProjectColumn,
  code: ProjectFault["code"],
  expected: string,
): ProjectFault => ({
  ...{ line: row.line, column: headingOf(column), value: cellOf(row, column) },
  ...{ code, expected },
});

function twice(row: ReadProject, column: "code" | "nameZh", seen: Seen): ProjectFault[] {
  const value = cellOf(row, column);
  const before = value === "" ? null : seen(value, String(row.line));
  const code = column === "code" ? "duplicate-code" : "duplicate-name";
  return before === null ? [] : [faultOf(row, column, code, before)];
}

// the same project once more is left alone: what is told of it otherwise is changed on its page
function twinsOf(row: ReadProject, projects: KnownWords["projects"]) {
  const ofCode = row.code === null ? undefined : projects.find(({ code }) => code === row.code);
  const ofName = projects.find(({ nameZh }) => nameZh === row.name);
  const isThere = ofName !== undefined && (row.code === null || ofName === ofCode);
  const faults = isThere
    ? []
    : [
        ...(ofCode ? [faultOf(row, "code", "taken-code", ofCode.nameZh)] : []),
        ...(ofName ? [faultOf(row, "nameZh", "taken-name", ofName.code ?? ofName.id)] : []),
      ];
  return { isThere, faults };
}

// of all places in one question
async function placeFaults(
  database: Database,
  { districtId }: Scope,
  read: readonly ReadProject[],
): Promise<ReadonlyMap<number, ProjectFault>> {
  const places = read.flatMap(({ line, project }) =>
    project && "type" in project.place ? [{ line, place: project.place }] : [],
  );
  type Row = { readonly line: number; readonly invalidReason: string | null; readonly inside: boolean };
  const { rows } = await database.query<Row>(placesSql, [districtId, JSON.stringify(places)]);
  const faults = rows
    .filter(({ inside }) => !inside)
    .map(({ line, invalidReason }): ProjectFault => {
      const { place } = places.find((each) => each.line === line)!;
      const isPoint = place.type === "Point";
      return {
        ...{ line, column: headingOf(isPoint ? "lon" : "area") },
        value: isPoint ? place.coordinates.join(", ") : place.type,
        code: invalidReason === null ? "outside-district" : "bad-area",
        expected: invalidReason ?? "",
      };
    });
  return new Map(faults.map((fault) => [fault.line, fault]));
}

function reportOf(
  { fileName }: ProjectFile,
  { faults, ignored }: Pick<ProjectTable, "faults" | "ignored">,
  judged: readonly Judged[],
): ProjectFileReport {
  const rows = judged.map(({ line, code, name, outcome, faults: wrong }) => ({
    ...{ line, code, name, outcome },
    faults: [...wrong],
  }));
  const count = (outcome: Judged["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    ...{ fileName, rows, faults: [...faults], ignored: [...ignored], version: null },
    counts: { new: count("new"), same: count("same"), wrong: count("wrong") },
  };
}

/** The files of projects that were taken, the latest first. */
export async function listProjectImports(
  database: Database,
  { districtId }: Scope,
): Promise<ProjectImportList> {
  const { rows } = await database.query<ProjectImportList["items"][number]>(importsSql, [districtId, null]);
  return { items: rows, total: rows.length, next: null };
}

/** Takes back every project of a file. Throws not-found, and conflict where that was done, a project was changed since, or something has come of one. */
export async function undoProjectImport(
  database: Database,
  writing: Writing,
  version: number,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockProjects(transaction, writing.districtId);
    type Row = ProjectImportList["items"][number];
    const { rows } = await transaction.query<Row>(importsSql, [writing.districtId, version]);
    const taken = requireStanding(rows[0]);
    // whoever may see less than the whole file takes no part of it back
    const entries = await readEntries(transaction, writing, { importVersion: version });
    const { rows: named } = await transaction.query<{ id: string }>(namedSinceSql, [
      ...[writing.districtId, entries.map(({ id }) => id), version],
    ]);
    const isChanged = (entry: ProjectEntry) =>
      entry.version !== version || named.some(({ id }) => id === entry.id);
    const changed = entries.filter(isChanged);
    requireUnchanged(
      "projects",
      changed.map(({ id, nameZh }) => ({ id, nameZh })),
    );
    if (entries.length !== taken.rows)
      throw conflict("Not every project of this file stands any more, so it stays.", { projects: [] });
    const note = `taken back: ${taken.fileName}`;
    await transaction.query(undoneSql, [
      version,
      await removeEntries(transaction, writing, { entries, note }),
    ]);
  });
}
