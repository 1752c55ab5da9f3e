import type { Project, ProjectList } from "../contract/catalogue.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { notFound } from "../errors.ts";
import type { Scope } from "./scope.ts";

const sql = loadSql("./projects.sql", import.meta.url);

type Row = Project & { total: number };

/** The projects of a district by id; `cursor` is the last id of the page before. */
export async function listProjects(
  database: Database,
  { districtId, levels }: Scope,
  { limit, cursor = "" }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<ProjectList> {
  // one more than asked for tells whether there is a next page
  const { rows } = await database.query<Row>(sql, [districtId, levels, null, cursor, limit + 1]);
  const page = rows.slice(0, limit);
  return {
    items: page.map(toProject),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? page.at(-1)!.id : null,
  };
}

/** One project; throws not-found. */
export async function readProject(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<Project> {
  const { rows } = await database.query<Row>(sql, [districtId, levels, id, "", 1]);
  if (!rows[0]) throw notFound("project of that id");
  return toProject(rows[0]);
}

function toProject({ total: _, ...project }: Row): Project {
  return project;
}
