import type { Tier } from "../contract/life-circle-coverage.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { invalidParameter } from "../errors.ts";

const sql = loadSql("./life-circle-requirements.sql", import.meta.url);
const ruleSetsSql = `SELECT id, title_en AS "titleEn", edition, status FROM rule_set
  WHERE id NOT LIKE 'own-%' OR id IN (SELECT id FROM own_rule_set WHERE district_id = $1) ORDER BY id`;

/** What one tier asks of one category. */
export interface Requirement {
  readonly tier: Tier;
  readonly minutes: number;
  readonly defaultDistanceM: number | null;
  readonly tierClause: string;
  readonly tierStatus: "verified" | "unverified";
  readonly edition: string;
  readonly clause: string;
  readonly category: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly required: "required" | "as-needed";
  /** Null where the standard gives none. */
  readonly ownDistanceM: number | null;
  readonly test: "walk" | "capacity" | "presence";
  readonly status: "verified" | "unverified";
}

/** A rule set and what it asks; no requirements: it is known, but none has been entered yet. */
export interface RuleSet {
  readonly id: string;
  readonly titleEn: string;
  readonly edition: string;
  readonly status: "verified" | "unverified";
  readonly requirements: readonly Requirement[];
}

/** Reads a rule set that is for all districts or for this one; throws invalid-parameter naming those there are. */
export async function readRuleSet(database: Database, id: string, districtId: string): Promise<RuleSet> {
  const { rows } = await database.query<Omit<RuleSet, "requirements">>(ruleSetsSql, [districtId]);
  const ruleSet = rows.find((row) => row.id === id);
  if (!ruleSet) {
    throw invalidParameter("ruleSet", id, `one of ${rows.map((row) => row.id).join(", ") || "none"}`);
  }
  const { rows: requirements } = await database.query<Requirement>(sql, [id]);
  return { ...ruleSet, requirements };
}

/** Whether a requirement counts in "all required": asked without condition, and judged by walking. */
export function countsAsRequired({ required, test }: Requirement): boolean {
  return required === "required" && test === "walk";
}
