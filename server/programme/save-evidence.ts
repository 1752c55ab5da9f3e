import { listAdvisers, requireInOffice } from "../advisers/advisers.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import {
  EVIDENCE_OF_ZONE,
  type EvidenceBody,
  type EvidenceKind,
  FIVE_STEPS,
  SIGNED_STEP,
} from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { atMost, notAfter, notBefore } from "../expected.ts";
import { requireZone } from "./save-plan.ts";
import { type EvidenceFact, readStageFacts } from "./stage-facts.ts";

const saveSql = loadSql("./save-evidence.sql", import.meta.url);

type Given = EvidenceBody & { readonly project: string; readonly kind: EvidenceKind };

/**
 * Takes down what was done for a project. Of the five steps none is skipped: throws conflict where the step before has not
 * been passed, invalid-parameter where a date or zone cannot be, not-found and unknown-zone.
 */
export async function saveEvidence(
  database: Database,
  { actor, ...scope }: Writing,
  { project, kind, ...given }: Given,
): Promise<void> {
  const { heldOn, body, zone, attendance, votesFor, votesAgainst, passed, note, adviser } = given;
  await database.transaction(async (transaction) => {
    const { evidence } = await readStageFacts(transaction, scope, project);
    checkZone(kind, zone);
    requireCome("heldOn", heldOn);
    checkVotes(given);
    if (zone !== null) await requireZone(transaction, scope, zone);
    checkOrder(evidence, { kind, heldOn });
    await checkAdviser(transaction, scope, { kind, heldOn, adviser });
    const { districtId } = scope;
    const { rows } = await transaction.query<{ before: unknown }>(saveSql, [
      ...[districtId, project, kind, heldOn, body, zone],
      ...[attendance, votesFor, votesAgainst, passed, note, adviser],
    ]);
    const before = rows[0]?.before ?? null;
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: note ?? kind, programmeOnly: true },
      changes: [
        {
          ...{ layer: "project-evidence", featureId: `${project}/${kind}` },
          ...{ op: before === null ? "insert" : "update", before, after: given },
        },
      ],
    });
  });
}

// who signs is in office on that day
async function checkAdviser(
  database: Database,
  scope: Scope,
  { kind, heldOn, adviser }: Pick<Given, "kind" | "heldOn" | "adviser">,
): Promise<void> {
  if (adviser === null) return;
  if (kind !== SIGNED_STEP)
    throw invalidParameter("adviser", adviser, `left out: only ${SIGNED_STEP} is signed`);
  const { items } = await listAdvisers(database, scope, {});
  const known = items.find(({ id }) => id === adviser);
  if (!known) throw invalidParameter("adviser", adviser, "the id of an adviser");
  requireInOffice(known, "heldOn", heldOn);
}

// who votes attends; where attendance is not told nothing is known of it
function checkVotes({ attendance, votesFor, votesAgainst }: EvidenceBody): void {
  if (attendance === null) return;
  const against = attendance - (votesFor ?? 0);
  if (votesFor !== null && votesFor > attendance)
    throw invalidParameter("votesFor", votesFor, atMost(attendance, ", who attended"));
  if (votesAgainst !== null && votesAgainst > against)
    throw invalidParameter("votesAgainst", votesAgainst, atMost(against, ", of all who attended"));
}

function checkZone(kind: EvidenceKind, zone: string | null): void {
  const isOfZone = EVIDENCE_OF_ZONE.includes(kind);
  if (isOfZone && zone === null) throw invalidParameter("zone", zone, "the id of the zone that was checked");
  if (!isOfZone && zone !== null) throw invalidParameter("zone", zone, `left out: ${kind} is of no zone`);
}

function checkOrder(
  evidence: readonly EvidenceFact[],
  { kind, heldOn }: { readonly kind: EvidenceKind; readonly heldOn: string },
): void {
  const steps: readonly string[] = FIVE_STEPS;
  const at = steps.indexOf(kind);
  const find = (step: string | undefined) => evidence.find((each) => each.kind === step);
  const before = find(steps[at - 1]);
  if (at > 0 && !before?.passed) {
    throw conflict(`${kind} comes after ${steps[at - 1]}, which has not been passed.`, {
      missing: steps[at - 1],
    });
  }
  if (at > 0 && before && heldOn < before.heldOn) {
    throw invalidParameter("heldOn", heldOn, notBefore(before.heldOn, ", when the step before was held"));
  }
  const after = at < 0 ? undefined : find(steps[at + 1]);
  if (after && heldOn > after.heldOn) {
    throw invalidParameter("heldOn", heldOn, notAfter(after.heldOn, ", when the step after was held"));
  }
}
