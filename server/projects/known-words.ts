import type { Scope } from "../catalogue/scope.ts";
import type { ProjectTerm } from "../contract/projects.ts";
import type { Database } from "../database/database.ts";

interface NamedZone {
  readonly id: string;
  readonly kind: string;
  readonly nameZh: string | null;
}
interface NamedProject {
  readonly id: string;
  readonly code: string | null;
  readonly nameZh: string;
}

/** What an entered project is held against: words of the pool, zones, and the projects that are there, as who asks may see them. */
export interface KnownWords {
  readonly terms: readonly Pick<ProjectTerm, "kind" | "code" | "nameZh" | "edition">[];
  /** The stages of the line in their order, without pause and exit. */
  readonly line: readonly string[];
  readonly zones: readonly NamedZone[];
  readonly projects: readonly NamedProject[];
}

const wordsSql = `SELECT
  (SELECT jsonb_agg(jsonb_build_object('kind', kind, 'code', code, 'nameZh', name_zh, 'edition', edition) ORDER BY kind, ordinal) FROM project_term) AS terms,
  (SELECT jsonb_agg(to_stage ORDER BY ordinal) FROM stage_move WHERE kind = 'forward') AS line,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind, 'nameZh', name_zh)), '[]')
   FROM zone WHERE district_id = $1 AND level = ANY ($2)) AS zones,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'code', code, 'nameZh', name_zh)), '[]')
   FROM project WHERE district_id = $1 AND level = ANY ($2)) AS projects`;

/** Reads what entered projects are held against. */
export async function readKnownWords(database: Database, { districtId, levels }: Scope): Promise<KnownWords> {
  const { rows } = await database.query<KnownWords>(wordsSql, [districtId, levels]);
  return rows[0]!;
}

/** The code of a word by its code or Chinese name; null where there is none. */
export function codeOf({ terms }: KnownWords, kind: ProjectTerm["kind"], word: string): string | null {
  const found = terms.find((term) => term.kind === kind && (term.code === word || term.nameZh === word));
  return found?.code ?? null;
}

/** The categories that may be given, edition by edition: any of them will do, alone or together. */
export function categoriesByEdition({ terms }: KnownWords): string {
  const categories = terms.filter(({ kind }) => kind === "category");
  return [...new Set(categories.map(({ edition }) => edition))]
    .map((edition) => {
      const names = categories.filter((term) => term.edition === edition).map(({ nameZh }) => nameZh);
      return `${edition}：${names.join("、")}`;
    })
    .join("；");
}

/** The Chinese names of the words of a kind, for sentences about what would be right. */
export const namesOf = ({ terms }: KnownWords, kind: ProjectTerm["kind"]) =>
  terms.filter((term) => term.kind === kind).map(({ nameZh }) => nameZh);
