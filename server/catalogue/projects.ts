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
import { notFound } from "../errors.ts";
import { offsetOfCursor } from "./cursor.ts";
import { patternOf } from "./pattern.ts";
import type { Scope } from "./scope.ts";

const listSql = loadSql("./projects.sql", import.meta.url);
const facetsSql = loadSql("./project-facets.sql", import.meta.url);
const termsSql = loadSql("./project-terms.sql", import.meta.url);

type Row = Project & { total: number };
type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** Filters as projects.sql, project-facets.sql and project-money-list.sql take them, in their order. */
export function filterValues({
  text,
  categories,
  stages,
  year,
  zone,
  near,
  bbox,
}: ProjectFilters): unknown[] {
  const [lon = null, lat = null, metres = null] = near ?? [];
  const pattern = text === undefined ? null : patternOf(text);
  return [
    pattern,
    categories ?? null,
    stages ?? null,
    year ?? null,
    zone ?? null,
    lon,
    lat,
    metres,
    bbox ?? null,
  ];
}

/** The projects of a district that pass the filters: the nearest first where a place is given, else by id. */
export async function listProjects(
  database: Database,
  { districtId, levels }: Scope,
  { limit, cursor, ...filters }: ProjectFilters & Page,
): Promise<ProjectList> {
  const offset = offsetOfCursor(cursor);
  const given = [districtId, levels, null, ...filterValues(filters), limit, offset];
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
  const { rows } = await database.query<Row>(listSql, [districtId, levels, id, ...filterValues({}), 1, 0]);
  if (!rows[0]) throw notFound("project of that id");
  return toProject(rows[0]);
}

/** How many projects each value of a filter would leave, the other filters applied. */
export async function countProjects(
  database: Database,
  { districtId, levels }: Scope,
  filters: ProjectFilters,
): Promise<ProjectFacetList> {
  const { rows } = await database.query<ProjectFacet>(facetsSql, [
    districtId,
    levels,
    ...filterValues(filters),
  ]);
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
