import { randomUUID } from "node:crypto";
import type { Writing } from "../catalogue/scope.ts";
import type { FundingBody, FundingPatch } from "../contract/funding.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, invalidParameter } from "../errors.ts";
import { fundingRoom, holdFunding } from "./allocate.ts";

const saveSql = loadSql("./save-funding.sql", import.meta.url);
const kindSql = "SELECT FROM funding_type WHERE code = $1";
const sameSql = `SELECT FROM funding WHERE district_id = $1 AND kind = $2 AND giver_zh = $3 AND dated = $4 AND basis = $5
  AND amount_yuan IS NOT DISTINCT FROM $6 AND status = $7 AND level = $8`;
const readSql = `SELECT kind, giver_zh AS "giverZh", giver_en AS "giverEn", amount_yuan AS "amountYuan", status, dated, basis,
  jurisdiction, level FROM funding WHERE district_id = $1 AND id = $2`;

/** Adds a source of money and answers with its id; throws invalid-parameter for a type that is none, conflict where it is there. */
export async function addFunding(
  database: Database,
  { districtId, actor }: Writing,
  body: FundingBody,
): Promise<string> {
  const id = `funding:${randomUUID()}`;
  await database.transaction(async (transaction) => {
    await requireKind(transaction, body.kind);
    requireCome("dated", body.dated);
    await requireNew(transaction, districtId, body);
    await transaction.query(saveSql, [districtId, id, JSON.stringify(body)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: "source of money added", programmeOnly: true },
      changes: [{ layer: "funding", featureId: id, op: "insert", after: body }],
    });
  });
  return id;
}

/**
 * Changes what is known of a source. Throws not-found; invalid-parameter for a type that is none; conflict where it would have
 * less than it gives already, or would become a target or of unknown amount while it gives.
 */
export async function changeFunding(
  database: Database,
  { actor, ...scope }: Writing,
  { id, reason, ...changed }: FundingPatch & { readonly id: string },
): Promise<void> {
  const { districtId } = scope;
  await database.transaction(async (transaction) => {
    await holdFunding(transaction, scope, id);
    const { rows } = await transaction.query<FundingBody>(readSql, [districtId, id]);
    const before = rows[0]!;
    const after = { ...before, ...changed } as FundingBody;
    if (after.kind !== before.kind) await requireKind(transaction, after.kind);
    requireCome("dated", changed.dated);
    requireRoom(after, (await fundingRoom(transaction, { districtId, funding: id })).others);
    await transaction.query(saveSql, [districtId, id, JSON.stringify(after)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: reason, programmeOnly: true },
      changes: [{ layer: "funding", featureId: id, op: "update", before, after }],
    });
  });
}

function requireRoom({ status, amountYuan }: FundingBody, allocatedYuan: number): void {
  if (allocatedYuan === 0) return;
  if (status === "target") {
    throw conflict(
      `status is target, but ${allocatedYuan} yuan of the source are allocated and a target is no money; take them back first.`,
      { value: status, allocatedYuan },
      "status",
    );
  }
  if (amountYuan !== null && amountYuan >= allocatedYuan) return;
  throw conflict(
    `amountYuan is ${amountYuan}; it should be ${allocatedYuan} or more, which is allocated already.`,
    { value: amountYuan, allocatedYuan },
    "amountYuan",
  );
}

// the same yuan are not taken down twice
async function requireNew(database: Database, districtId: string, body: FundingBody): Promise<void> {
  const { kind, giverZh, dated, basis, amountYuan, status, level } = body;
  const given = [districtId, kind, giverZh, dated, basis, amountYuan, status, level];
  const { rows } = await database.query(sameSql, given);
  if (rows.length > 0)
    throw conflict(
      "A source of this giver, kind, amount, day and basis is there already: change that one.",
      { same: giverZh },
      "giverZh",
    );
}

async function requireKind(database: Database, kind: string): Promise<void> {
  const { rows } = await database.query(kindSql, [kind]);
  if (rows.length === 0)
    throw invalidParameter("kind", kind, "a code of kind funding-source of /api/project-terms");
}
