import type { Scope } from "../catalogue/scope.ts";
import { EVALUATION_OUTCOMES, type EvaluationItem, type ProjectEvaluation } from "../contract/evaluation.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { readStageFacts } from "../programme/stage-facts.ts";

const sql = loadSql("./evaluation.sql", import.meta.url);
// relative: a value that is the target but for rounding has reached it
const TOLERANCE = 1e-9;

type Row = Omit<EvaluationItem, "outcome">;

/** Every indicator a project was to move, before, target and now; throws not-found. */
export async function readEvaluation(
  database: Database,
  scope: Scope,
  project: string,
): Promise<ProjectEvaluation> {
  await readStageFacts(database, scope, project);
  const { rows } = await database.query<Row>(sql, [scope.districtId, scope.levels, project]);
  const items = rows.map((row) => ({ ...row, outcome: outcomeOf(row) }));
  const counts = Object.fromEntries(
    EVALUATION_OUTCOMES.map((outcome) => [outcome, items.filter((item) => item.outcome === outcome).length]),
  ) as ProjectEvaluation["counts"];
  return { project, items, counts };
}

/** What came of one indicator by its last reading; a reading that tells nothing leaves it unknown, not as it was. */
function outcomeOf({ readings, direction, beforeValue, targetValue }: Row): EvaluationItem["outcome"] {
  const now = readings.at(-1);
  if (!now) return "unread";
  if (now.value === null || direction === "none") return "unknown";
  const sign = direction === "higher" ? 1 : -1;
  const isAtLeast = (value: number, than: number) => sign * (value - than) >= -TOLERANCE * Math.abs(than);
  if (targetValue !== null && isAtLeast(now.value, targetValue)) return "met";
  if (beforeValue === null) return "unknown";
  return isAtLeast(beforeValue, now.value) ? "not-improved" : "improved";
}
