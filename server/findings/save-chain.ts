import { randomUUID } from "node:crypto";
import type { Writing } from "../catalogue/scope.ts";
import type { NewProposal } from "../contract/findings.ts";
import type { Database } from "../database/database.ts";
import { recordVersion } from "../database/version.ts";
import { today } from "../dispatch/month.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { notBefore } from "../expected.ts";
import { requireTerm } from "./finding-terms.ts";
import { readFinding } from "./findings.ts";

const insertProposalSql = `INSERT INTO finding_proposal
  (district_id, id, finding, body, measure, responsible, proposed_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`;
const projectSql = "SELECT FROM project WHERE district_id = $1 AND id = $2 AND level = ANY ($3)";
const linkSql = `INSERT INTO finding_project (district_id, finding, project_id, linked_on) VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING RETURNING project_id`;
const unlinkSql =
  "DELETE FROM finding_project WHERE district_id = $1 AND finding = $2 AND project_id = $3 RETURNING linked_on";

/** Proposes something for a finding; throws not-found, and invalid-parameter for an unknown kind or a date before it. */
export async function addProposal(
  database: Database,
  { actor, ...scope }: Writing,
  { finding: id, ...proposal }: NewProposal & { readonly finding: string },
): Promise<void> {
  const { body, measure, responsible, proposedOn } = proposal;
  await database.transaction(async (transaction) => {
    const finding = await readFinding(transaction, scope, id);
    await requireTerm(transaction, "measure", measure);
    if (proposedOn < finding.asOf)
      throw invalidParameter("proposedOn", proposedOn, notBefore(finding.asOf, ", when it was found"));
    const own = `proposal:${randomUUID()}`;
    const given = [scope.districtId, own, id, body, measure, responsible, proposedOn];
    await transaction.query(insertProposalSql, given);
    await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId: scope.districtId, actorId: actor.id, note: body },
      changes: [{ layer: "finding-proposal", featureId: `${id}/${own}`, op: "insert", after: proposal }],
    });
  });
}

/** A project takes a finding up. Throws not-found, and conflict where nothing was proposed for it yet. */
export async function linkProject(
  database: Database,
  { actor, ...scope }: Writing,
  { finding: id, project }: { readonly finding: string; readonly project: string },
): Promise<void> {
  const { districtId, levels } = scope;
  await database.transaction(async (transaction) => {
    const { state } = await readFinding(transaction, scope, id);
    const known = await transaction.query(projectSql, [districtId, project, levels]);
    if (known.rows.length === 0) throw notFound("project of that id");
    if (state === "open")
      throw conflict("Something has to be proposed for the finding before a project takes it up.", {
        missing: "proposal",
      });
    const linkedOn = today();
    const { rows } = await transaction.query(linkSql, [districtId, id, project, linkedOn]);
    if (rows.length === 0) return;
    await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: "taken up by a project" },
      changes: [
        {
          ...{ layer: "finding-project", featureId: `${id}/${project}` },
          ...{ op: "insert", after: { project, linkedOn } },
        },
      ],
    });
  });
}

/** A project does not take a finding up any more; throws not-found where it did not. */
export async function unlinkProject(
  database: Database,
  { actor, ...scope }: Writing,
  { finding: id, project }: { readonly finding: string; readonly project: string },
): Promise<void> {
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    await readFinding(transaction, scope, id);
    const { rows } = await transaction.query<{ linked_on: string }>(unlinkSql, [districtId, id, project]);
    if (!rows[0]) throw notFound("project that takes this finding up");
    await recordVersion(transaction, {
      programmeOnly: true,
      ...{ districtId, actorId: actor.id, note: "no longer taken up by a project" },
      changes: [
        {
          ...{ layer: "finding-project", featureId: `${id}/${project}` },
          ...{ op: "delete", before: { project, linkedOn: rows[0].linked_on } },
        },
      ],
    });
  });
}
