import type { EstateRule } from "../contract/estates.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";

const rulesSql = loadSql("./rules.sql", import.meta.url);

/** The figures the rules of estates rest on. */
export async function readEstateRules(database: Database): Promise<EstateRule[]> {
  return (await database.query<EstateRule>(rulesSql)).rows;
}

/** The figure of a rule. */
export function figureOf(rules: readonly EstateRule[], name: EstateRule["rule"]): number {
  const { value, per } = rules.find(({ rule }) => rule === name)!;
  return value / per;
}

/** Of fewer households nothing is told to readers of the levels: they could be told apart. */
export const suppressedUnder = (rules: readonly EstateRule[], levels: readonly string[]) =>
  levels.includes("internal") ? 0 : figureOf(rules, "suppress-under");

/** Whether the owners counted in a record may be told to readers of some levels. */
export function toldBy(rules: readonly EstateRule[], levels: readonly string[]) {
  const least = suppressedUnder(rules, levels);
  return ({ owners }: { readonly owners?: number | null }) => (owners ?? least) >= least;
}
