import { randomUUID } from "node:crypto";
import { resolveArea } from "../analysis/area.ts";
import { readAskedArea } from "../analysis/area-shape.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type {
  EnteredProject,
  ProjectChange,
  ProjectEntry,
  ProjectPlace,
} from "../contract/entered-projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { type Change, recordVersion } from "../database/version.ts";
import { today } from "../dispatch/month.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { INSIDE_DISTRICT, notBefore } from "../expected.ts";
import { categoriesByEdition, codeOf, type KnownWords, namesOf, readKnownWords } from "./known-words.ts";

const insertSql = loadSql("./insert-projects.sql", import.meta.url);
const changeSql = loadSql("./change-project.sql", import.meta.url);
const entriesSql = loadSql("./entries.sql", import.meta.url);
const comeOfSql = loadSql("./come-of.sql", import.meta.url);
const removeSql = `WITH answering AS (
  DELETE FROM project_responsibility WHERE district_id = $1 AND project_id = ANY ($2)
), stepped AS (
  DELETE FROM stage_step WHERE district_id = $1 AND project_id = ANY ($2)
), standing AS (
  DELETE FROM project_state WHERE district_id = $1 AND project_id = ANY ($2)
)
DELETE FROM entered_project WHERE district_id = $1 AND id = ANY ($2)`;
// one writer at a time decides whether a code is free
const lockSql = "SELECT FROM district WHERE id = $1 FOR UPDATE";

/** An entered project with the id it gets. */
export type NewProjectRow = EnteredProject & { readonly id: string };

export const lockProjects = (database: Database, districtId: string) => database.query(lockSql, [districtId]);
export const newProjectId = () => `project:${randomUUID()}`;

const changeOf = (
  op: Change["op"],
  id: string,
  facts: Omit<Change, "layer" | "featureId" | "op">,
): Change => ({
  ...{ layer: "project", featureId: id, op },
  ...facts,
});

/** Writes new projects as one version and answers with it; what they say has been checked. */
export async function insertProjects(
  database: Database,
  { districtId, actor }: Pick<Writing, "districtId" | "actor">,
  { rows, note, fileName }: { rows: readonly NewProjectRow[]; note: string; fileName: string | null },
): Promise<number> {
  const version = await recordVersion(database, {
    ...{ districtId, actorId: actor.id, note, programmeOnly: true },
    changes: rows.map((row) => changeOf("insert", row.id, { after: row })),
  });
  if (fileName !== null) {
    await database.query(
      "INSERT INTO project_import (version, district_id, file_name, rows) VALUES ($1, $2, $3, $4)",
      [version, districtId, fileName, rows.length],
    );
  }
  const given = [districtId, JSON.stringify(rows), version, fileName === null ? null : version, today()];
  await database.query(insertSql, given);
  return version;
}

/**
 * Enters a project and answers with its id. Throws invalid-parameter for a word, year or zone that cannot be, conflict where
 * its code or name is taken, invalid-geometry and area-outside-district for its place.
 */
export async function enterProject(
  database: Database,
  writing: Writing,
  project: EnteredProject,
): Promise<string> {
  const id = newProjectId();
  await requirePlace(database, writing, project.place);
  await database.transaction(async (transaction) => {
    await lockProjects(transaction, writing.districtId);
    const known = await readKnownWords(transaction, writing);
    requireWords(known, project);
    requireStage(known, project);
    requireFree(known, project, null);
    const note = project.stageReason ?? "project entered";
    await insertProjects(transaction, writing, { rows: [{ ...project, id }], note, fileName: null });
  });
  return id;
}

/** Changes an entered project whole but for its stage. Throws what enterProject throws, not-found, and conflict where it was written to since. */
export async function changeProject(
  database: Database,
  writing: Writing,
  { id, version: seen, ...project }: ProjectChange & { readonly id: string },
): Promise<void> {
  const { districtId, levels, actor } = writing;
  await requirePlace(database, writing, project.place);
  await database.transaction(async (transaction) => {
    await lockProjects(transaction, districtId);
    const before = await readEntry(transaction, writing, id);
    const known = await readKnownWords(transaction, writing);
    requireWords(known, project);
    requireFree(known, project, id);
    const version = await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "project changed", programmeOnly: true },
      changes: [changeOf("update", id, { before, after: project })],
    });
    const given = [districtId, JSON.stringify({ ...project, id }), version, seen, levels, today()];
    const { rows } = await transaction.query(changeSql, given);
    if (rows.length === 0)
      throw conflict("The project was changed meanwhile; read it again.", { version: before.version });
  });
}

/** An entered project as it is stored; throws not-found, also for one that came with a dataset. */
export async function readEntry(database: Database, scope: Scope, id: string): Promise<ProjectEntry> {
  const [entry] = await readEntries(database, scope, { ids: [id] });
  if (!entry) throw notFound("project of that id that was entered here");
  return entry;
}

/** Entered projects by their ids or the file they came in by. */
export async function readEntries(
  database: Database,
  { districtId, levels }: Scope,
  { ids, importVersion }: { readonly ids?: readonly string[]; readonly importVersion?: number },
): Promise<readonly ProjectEntry[]> {
  const given = [districtId, levels, ids ?? null, importVersion ?? null];
  return (await database.query<ProjectEntry>(entriesSql, given)).rows;
}

/** Takes back a project that was entered by mistake; throws not-found, and conflict where something has come of it. */
export async function removeProject(database: Database, writing: Writing, id: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await lockProjects(transaction, writing.districtId);
    const entry = await readEntry(transaction, writing, id);
    await removeEntries(transaction, writing, { entries: [entry], note: "project taken back" });
  });
}

/** Removes entered projects of which nothing has come, as one version, and answers with it; throws conflict with `details.projects`. */
export async function removeEntries(
  database: Database,
  { districtId, actor }: Writing,
  { entries, note }: { readonly entries: readonly ProjectEntry[]; readonly note: string },
): Promise<number> {
  const ids = entries.map(({ id }) => id);
  const { rows: projects } = await database.query(comeOfSql, [districtId, ids]);
  if (projects.length > 0) {
    const message =
      "Something has come of these projects, so they stay: let them leave the pool with a reason.";
    throw conflict(message, { projects: projects.slice(0, 20) });
  }
  await database.query(removeSql, [districtId, ids]);
  return recordVersion(database, {
    ...{ districtId, actorId: actor.id, note, programmeOnly: true },
    changes: entries.map((entry) => changeOf("delete", entry.id, { before: entry })),
  });
}

async function requirePlace(database: Database, scope: Scope, place: ProjectPlace): Promise<void> {
  if (!("type" in place) || place.type !== "Point") {
    await resolveArea(database, scope, readAskedArea(place));
    return;
  }
  const [lon, lat] = place.coordinates as [number, number];
  const { rows } = await database.query(
    `SELECT FROM zone WHERE district_id = $1 AND kind = 'district'
       AND ST_Intersects(geom, ST_SetSRID(ST_MakePoint($2, $3), 4326))`,
    [scope.districtId, lon, lat],
  );
  if (rows.length === 0) throw invalidParameter("place", `${lon},${lat}`, INSIDE_DISTRICT);
}

function requireWords(known: KnownWords, project: Omit<ProjectChange, "version">): void {
  for (const [at, category] of project.categories.entries()) {
    if (codeOf(known, "category", category) !== category)
      throw invalidParameter(`categories.${at}`, category, `of any edition: ${categoriesByEdition(known)}`);
  }
  for (const [at, { source }] of project.amounts.entries()) {
    if (codeOf(known, "funding-source", source) !== source) {
      const names = namesOf(known, "funding-source").join(", ");
      throw invalidParameter(`amounts.${at}.source`, source, `one of ${names}`);
    }
    if (project.amounts.findIndex((each) => each.source === source) !== at)
      throw invalidParameter(`amounts.${at}.source`, source, "given once, with the whole amount");
  }
  const { renewalDistrict, yearStart, yearEnd } = project;
  const isDistrict = known.zones.some(
    ({ id, kind }) => id === renewalDistrict && kind === "renewal-district",
  );
  if (renewalDistrict !== null && !isDistrict)
    throw invalidParameter("renewalDistrict", renewalDistrict, "the id of a renewal district");
  if (yearStart !== null && yearEnd !== null && yearStart > yearEnd)
    throw invalidParameter("yearEnd", yearEnd, notBefore(yearStart));
}

function requireStage({ line }: KnownWords, { stage, stageReason }: EnteredProject): void {
  if (stage !== null && !line.includes(stage))
    throw invalidParameter("stage", stage, `one of ${line.join(", ")}`);
  if (stage !== null && stage !== line[0] && stageReason === null) {
    const expected = "by what it is known that the project has come so far: its guards are not asked here";
    throw invalidParameter("stageReason", stageReason, expected);
  }
}

function requireFree(
  { projects }: KnownWords,
  { code, nameZh }: Pick<EnteredProject, "code" | "nameZh">,
  own: string | null,
): void {
  const others = projects.filter(({ id }) => id !== own);
  if (code !== null && others.some((each) => each.code === code))
    throw conflict(`The code ${code} is that of another project.`, { code }, "code");
  if (others.some((each) => each.nameZh === nameZh))
    throw conflict(`There is a project ${nameZh} already.`, { nameZh }, "nameZh");
}
