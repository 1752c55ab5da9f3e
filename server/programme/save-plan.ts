import { randomUUID } from "node:crypto";
import { resolveArea } from "../analysis/area.ts";
import { readAskedArea } from "../analysis/area-shape.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import {
  type NewPlanDocument,
  PLAN_KINDS,
  type PlanApproval,
  type PlanKind,
} from "../contract/plan-documents.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { invalidParameter, notFound, unknownZone } from "../errors.ts";
import { notBefore } from "../expected.ts";

const insertSql = loadSql("./insert-plan.sql", import.meta.url);
const approveSql = loadSql("./approve-plan.sql", import.meta.url);
const kindSql = "SELECT kind FROM plan_document WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";
const zoneSql = "SELECT FROM zone WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";

/** Adds a plan and answers with its id; throws where parent, zone or area is none of the district, or of the wrong kind. */
export async function addPlanDocument(
  database: Database,
  { districtId, levels, actor }: Writing,
  { area, approval, ...plan }: NewPlanDocument,
): Promise<string> {
  const id = `plan:${randomUUID()}`;
  if (plan.periodStart !== null && plan.periodEnd !== null && plan.periodStart > plan.periodEnd) {
    throw invalidParameter("periodEnd", plan.periodEnd, notBefore(plan.periodStart));
  }
  requireCome("approval.approvedOn", approval?.approvedOn);
  if (area !== null) await resolveArea(database, { districtId, levels }, readAskedArea(area));
  await database.transaction(async (transaction) => {
    if (plan.zone !== null) await requireZone(transaction, { districtId, levels }, plan.zone);
    await requireParent(transaction, { districtId, levels }, plan);
    await transaction.query(insertSql, [
      ...[districtId, id, JSON.stringify(plan)],
      ...[area && JSON.stringify(area), "public"],
    ]);
    if (approval !== null) {
      const { fileNumber, approvedBy, approvedOn } = approval;
      await transaction.query(approveSql, [districtId, levels, id, fileNumber, approvedBy, approvedOn]);
    }
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "plan added", programmeOnly: true },
      changes: [
        { layer: "plan-document", featureId: id, op: "insert", after: { ...plan, area, ...approval } },
      ],
    });
  });
  return id;
}

/** Takes down who approved a plan and when; throws not-found. */
export async function approvePlanDocument(
  database: Database,
  { districtId, levels, actor }: Writing,
  { id, ...approval }: PlanApproval & { readonly id: string },
): Promise<void> {
  const { fileNumber, approvedBy, approvedOn } = approval;
  requireCome("approvedOn", approvedOn);
  const given = [districtId, levels, id, fileNumber, approvedBy, approvedOn];
  await database.transaction(async (transaction) => {
    const { rows } = await transaction.query<{ before: unknown }>(approveSql, given);
    if (!rows[0]) throw notFound("plan of that id");
    const { before } = rows[0];
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "plan approved", programmeOnly: true },
      changes: [{ layer: "plan-document", featureId: id, op: "update", before, after: approval }],
    });
  });
}

/** Throws unknown-zone where the district shows none of this id; `path` is the parameter that named it. */
export async function requireZone(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
  path = "zone",
): Promise<void> {
  const { rows } = await database.query(zoneSql, [districtId, id, levels]);
  if (rows.length === 0) throw unknownZone(path, id);
}

async function requireParent(
  database: Database,
  { districtId, levels }: Scope,
  { kind, parent }: Pick<NewPlanDocument, "kind" | "parent">,
): Promise<void> {
  if (parent === null) return;
  const { rows } = await database.query<{ kind: PlanKind }>(kindSql, [districtId, parent, levels]);
  const wanted = PLAN_KINDS[PLAN_KINDS.indexOf(kind) - 1];
  if (rows[0] && rows[0].kind === wanted) return;
  throw invalidParameter(
    "parent",
    parent,
    wanted ? `the id of a plan of kind ${wanted}` : "left out: nothing stands above it",
  );
}
