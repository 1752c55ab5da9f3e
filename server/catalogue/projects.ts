import type {
  Project,
  ProjectFacet,
  ProjectFacetList,
  ProjectFilters,
  ProjectList,
  ProjectTerm,
  ProjectTermList,
} from "../contract/projects.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidGeometry, notFound } from "../errors.ts";
import { offsetOfCursor } from "./cursor.ts";
import { patternOf } from "./pattern.ts";
import type { Scope } from "./scope.ts";

const listSql = loadSql("./projects.sql", import.meta.url);
const facetsSql = loadSql("./project-facets.sql", import.meta.url);
const soundSql = `SELECT ST_IsValidReason(geom) AS reason FROM ST_GeomFromGeoJSON($1) geom WHERE NOT ST_IsValid(geom)`;
const termsSql = loadSql("./project-terms.sql", import.meta.url);

type Row = Project & { total: number };
type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** Filters as judge_projects takes them: JSON, what is left out is passed by all. */
export function filterValues({ text, near, bbox, ...rest }: ProjectFilters): string {
  const [lon, lat, metres] = near ?? [];
  const pattern = text === undefined ? undefined : patternOf(text);
  return JSON.stringify({ ...rest, pattern, lon, lat, metres, box: bbox });
}

/** Throws invalid-geometry where a drawn area crosses itself; says where. */
export async function requireSoundArea(database: Database, area: string | undefined): Promise<void> {
  if (area === undefined) return;
  const { rows } = await database.query<{ reason: string }>(soundSql, [area]);
  if (rows[0]) throw invalidGeometry("area", `The area is not valid: ${rows[0].reason}.`);
}

/** The projects of a district that pass the filters: the nearest first where a place is given, else by id. */
export async function listProjects(
  database: Database,
  { districtId, levels }: Scope,
  { limit, cursor, ...filters }: ProjectFilters & Page,
): Promise<ProjectList> {
  const offset = offsetOfCursor(cursor);
  await requireSoundArea(database, filters.area);
  const given = [districtId, levels, null, filterValues(filters), limit, offset];
  const { rows } = await database.query<Row>(listSql, given);
  const total = rows[0]?.total ?? 0;
  const read = offset + rows.length;
  return { items: rows.map(toProject), total, next: read < total ? String(read) : null };
}

/** One project; throws not-found. */
export async function readProject(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<Project> {
  const { rows } = await database.query<Row>(listSql, [districtId, levels, id, filterValues({}), 1, 0]);
  if (!rows[0]) throw notFound("project of that id", { path: "project", value: id });
  return toProject(rows[0]);
}

/** How many projects each value of a filter would leave, the other filters applied. */
export async function countProjects(
  database: Database,
  { districtId, levels }: Scope,
  filters: ProjectFilters,
): Promise<ProjectFacetList> {
  await requireSoundArea(database, filters.area);
  const { rows } = await database.query<ProjectFacet>(facetsSql, [districtId, levels, filterValues(filters)]);
  return { items: rows, total: rows.length, next: null };
}

/** The words of the project pool, in their order. */
export async function listProjectTerms(database: Database): Promise<ProjectTermList> {
  const { rows } = await database.query<ProjectTerm>(termsSql);
  return { items: rows, total: rows.length, next: null };
}

function toProject({ total: _, ...project }: Row): Project {
  return project;
}
