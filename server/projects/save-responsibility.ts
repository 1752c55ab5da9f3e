import type { Writing } from "../catalogue/scope.ts";
import type { Responsibility } from "../contract/entered-projects.ts";
import type { ProjectWorks } from "../contract/programme.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { today } from "../dispatch/month.ts";
import { invalidParameter } from "../errors.ts";
import { atMost, given } from "../expected.ts";
import { tracksOf } from "../programme/policy-track.ts";
import { readStageFacts, readStageRows } from "../programme/stage-facts.ts";

const responsibilitySql = loadSql("./save-responsibility.sql", import.meta.url);
const worksSql = loadSql("./save-works.sql", import.meta.url);

/** Names who answers for a project, in place of whom it was; throws not-found. */
export async function saveResponsibility(
  database: Database,
  writing: Writing,
  { project, ...given }: Responsibility & { readonly project: string },
): Promise<void> {
  const { unit, implementer, leader } = given;
  await save(database, writing, project, {
    ...{ layer: "project-responsibility", note: "responsibility named", after: given },
    ...{ sql: responsibilitySql, values: [unit, implementer, leader, today()] },
  });
}

/**
 * Takes down what a project builds and whom it rehouses, and the policy it follows; throws not-found, and invalid-parameter where a
 * part is more than its whole, or a track is none of those that its categories open.
 */
export async function saveWorks(
  database: Database,
  writing: Writing,
  { project, ...given }: ProjectWorks & { readonly project: string },
): Promise<void> {
  requireWhole(given);
  await requireTrack(database, writing, project, given.policyTrack);
  const { newSqm, exemptNewSqm, exemptDemolishedSqm, exemptBasis } = given;
  const { relocatedHouseholds, rehousedHouseholds, basis, dated, policyTrack } = given;
  await save(database, writing, project, {
    ...{ layer: "project-works", note: basis, after: given },
    sql: worksSql,
    values: [
      ...[newSqm, exemptNewSqm, exemptDemolishedSqm, exemptBasis],
      ...[relocatedHouseholds, rehousedHouseholds, basis, dated, policyTrack],
    ],
  });
}

async function requireTrack(
  database: Database,
  scope: Writing,
  project: string,
  track: string | null,
): Promise<void> {
  if (track === null) return;
  const facts = await readStageFacts(database, scope, project);
  const open = tracksOf(facts, await readStageRows(database));
  if (open.some(({ code }) => code === track)) return;
  const expected = open.map(({ code, nameZh }) => `${code} (${nameZh})`).join(", ");
  throw invalidParameter(
    "policyTrack",
    track,
    expected === "" ? "left out: the categories of the project open no policy track" : `one of ${expected}`,
  );
}

function requireWhole(works: ProjectWorks): void {
  const pairs = [
    ["exemptNewSqm", "newSqm"],
    ["rehousedHouseholds", "relocatedHouseholds"],
  ] as const;
  for (const [part, whole] of pairs) {
    if (works[part] !== null && (works[whole] === null || works[part] > works[whole]))
      throw invalidParameter(
        part,
        works[part],
        works[whole] === null
          ? `left out while ${whole} is not told`
          : atMost(works[whole], `, which is ${whole}`),
      );
  }
  const exempt = (works.exemptNewSqm ?? 0) + (works.exemptDemolishedSqm ?? 0);
  if (exempt > 0 && works.exemptBasis === null)
    throw invalidParameter(
      "exemptBasis",
      null,
      given(": the clause by which the floor area is left out of the sums"),
    );
}

interface Saved {
  readonly layer: string;
  readonly note: string;
  readonly after: unknown;
  readonly sql: string;
  readonly values: readonly unknown[];
}

async function save(
  database: Database,
  { actor, ...scope }: Writing,
  project: string,
  { layer, note, after, sql, values }: Saved,
): Promise<void> {
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    await readStageFacts(transaction, scope, project);
    const { rows } = await transaction.query<{ before: unknown }>(sql, [districtId, project, ...values]);
    const before = rows[0]?.before ?? null;
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note, programmeOnly: true },
      changes: [
        {
          ...{ layer, featureId: `${project}/${layer}`, before, after },
          op: before === null ? "insert" : "update",
        },
      ],
    });
  });
}
