import { createHash } from "node:crypto";
import { MAX_OWN_RULE_SETS, type OwnRuleSetBody } from "../contract/own-rule-set.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { facilityCategory } from "../expected.ts";

const saveSql = loadSql("./save-own-rule-set.sql", import.meta.url);
const deleteSql = loadSql("./delete-own-rule-set.sql", import.meta.url);
const categoriesSql = "SELECT code FROM facility_category";

interface Owner {
  readonly districtId: string;
  readonly actorId: string;
}

/**
 * Keeps an own rule set of a district and answers with its id: the same title and rows always have the same one. Throws
 * invalid-parameter naming the first row that cannot be, and conflict where the district has as many as are kept.
 */
export async function saveOwnRuleSet(
  database: Database,
  body: OwnRuleSetBody,
  { districtId, actorId }: Owner,
): Promise<string> {
  await checkRows(database, body);
  const text = JSON.stringify([districtId, body.title, body.requirements]);
  const id = `own-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const requirements = JSON.stringify(body.requirements);
  const { rows } = await database.query<{ saved: boolean }>(saveSql, [
    ...[id, districtId, body.title, actorId],
    ...[requirements, MAX_OWN_RULE_SETS],
  ]);
  if (!rows[0]?.saved) {
    throw conflict(`The district has ${MAX_OWN_RULE_SETS} own rule sets already; delete one first.`);
  }
  return id;
}

async function checkRows(database: Database, { requirements }: OwnRuleSetBody): Promise<void> {
  const { rows } = await database.query<{ code: string }>(categoriesSql);
  const codes = new Set(rows.map(({ code }) => code));
  const seen = new Set<string>();
  for (const [at, { tier, category }] of requirements.entries()) {
    const path = `requirements.${at}.category`;
    if (!codes.has(category)) throw invalidParameter(path, category, facilityCategory());
    const key = `${tier} ${category}`;
    if (seen.has(key)) throw invalidParameter(path, category, `given once in the tier of ${tier} minutes`);
    seen.add(key);
  }
}

/** Takes an own rule set of a district away; throws not-found where it has none of this id. */
export async function deleteOwnRuleSet(database: Database, id: string, districtId: string): Promise<void> {
  const { rows } = await database.query(deleteSql, [id, districtId]);
  if (rows.length === 0) throw notFound(`own rule set ${id}`);
}
