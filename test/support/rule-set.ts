import type { Database } from "../../server/database/database.ts";

type HandTier = { tier: number; minutes: number; distanceM: number | null; status?: string };
type HandRequirement = {
  tier: number;
  category: string;
  distanceM?: number;
  required?: string;
  test?: string;
  status?: string;
};

/** Inserts a rule set of a test; its categories must be among the standards loaded before. Rows are verified unless said otherwise. */
export async function insertRuleSet(
  database: Database,
  id: string,
  tiers: readonly HandTier[],
  requirements: readonly HandRequirement[],
): Promise<void> {
  await removeRuleSet(database, id);
  await database.query(
    `INSERT INTO rule_set (id, title_zh, title_en, edition, jurisdiction, status)
     VALUES ($1, '试验规则', 'Test rules', '1', '国家', 'verified')`,
    [id],
  );
  for (const { tier, minutes, distanceM, status = "verified" } of tiers) {
    await database.query("INSERT INTO life_circle_tier VALUES ($1, $2, $3, $4, '1', $5, 'test')", [
      id,
      tier,
      minutes,
      distanceM,
      status,
    ]);
  }
  for (const row of requirements) {
    await database.query(
      `INSERT INTO life_circle_requirement (rule_set, edition, clause, tier, category, required, distance_m, test, status, source)
       VALUES ($1, '1', '1', $2, $3, $4, $5, $6, $7, 'test')`,
      [
        ...[id, row.tier, row.category, row.required ?? "required", row.distanceM ?? null],
        ...[row.test ?? "walk", row.status ?? "verified"],
      ],
    );
  }
}

/** Takes a rule set out again. */
export async function removeRuleSet(database: Database, id: string): Promise<void> {
  await database.query("DELETE FROM life_circle_requirement WHERE rule_set = $1", [id]);
  await database.query("DELETE FROM life_circle_tier WHERE rule_set = $1", [id]);
  await database.query("DELETE FROM rule_set WHERE id = $1", [id]);
}
