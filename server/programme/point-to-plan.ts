import type { Writing } from "../catalogue/scope.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { invalidParameter } from "../errors.ts";
import { readStageFacts } from "./stage-facts.ts";

const pointSql = loadSql("./point-to-plan.sql", import.meta.url);

/** Points a project to its implementation plan, null = to none; throws not-found, and invalid-parameter for another plan. */
export async function pointToPlan(
  database: Database,
  { actor, ...scope }: Writing,
  { project, plan }: { readonly project: string; readonly plan: string | null },
): Promise<void> {
  const { districtId, levels } = scope;
  await database.transaction(async (transaction) => {
    await readStageFacts(transaction, scope, project);
    const { rows } = await transaction.query<{ plan: string | null }>(pointSql, [
      ...[districtId, levels],
      ...[project, plan],
    ]);
    if (!rows[0]) throw invalidParameter("plan", plan, "the id of a plan of kind implementation-plan");
    const before = { plan: rows[0].plan };
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "plan of the project", programmeOnly: true },
      changes: [
        { layer: "project-plan", featureId: `${project}/plan`, op: "update", before, after: { plan } },
      ],
    });
  });
}
