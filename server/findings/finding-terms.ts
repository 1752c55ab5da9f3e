import type { FindingTerm, FindingTermList } from "../contract/findings.ts";
import type { Database } from "../database/database.ts";
import { invalidParameter } from "../errors.ts";

const sql = `SELECT kind, code, name_zh AS "nameZh", name_en AS "nameEn", basis_zh AS "basisZh", basis_en AS "basisEn",
  jurisdiction, as_of AS "asOf", clause, source, status
FROM finding_term ORDER BY kind, ordinal`;

/** The words of the register, each kind in its order. */
export async function listFindingTerms(database: Database): Promise<FindingTermList> {
  const { rows } = await database.query<FindingTerm>(sql);
  return { items: rows, total: rows.length, next: null };
}

/** Throws invalid-parameter where a code is none of its kind. */
export async function requireTerm(
  database: Database,
  kind: "severity" | "measure",
  code: string,
): Promise<void> {
  const { items } = await listFindingTerms(database);
  const codes = items.filter((term) => term.kind === kind).map((term) => term.code);
  if (!codes.includes(code)) throw invalidParameter(kind, code, `one of ${codes.join(", ")}`);
}

/** The middle level of severity, that of what an indicator alone tells. */
export async function middleSeverity(database: Database): Promise<string> {
  const { items } = await listFindingTerms(database);
  const levels = items.filter(({ kind }) => kind === "severity");
  return levels[Math.floor(levels.length / 2)]!.code;
}
