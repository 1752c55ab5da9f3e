import type { Actor } from "../authorize.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { Allocation, FundingStatus } from "../contract/funding.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";

const roomSql = loadSql("./funding-room.sql", import.meta.url);
const holdSql = "SELECT FROM funding WHERE district_id = $1 AND id = $2 AND level = ANY ($3) FOR UPDATE";
const LEVEL_OF = {
  project: "SELECT level FROM project WHERE district_id = $1 AND id = $2 AND level = ANY ($3)",
  package:
    "SELECT level FROM funding_package WHERE district_id = $1 AND id = $2 AND level = ANY ($3) FOR UPDATE",
} as const;
const PAY = {
  project: `INSERT INTO funding_to_project (district_id, funding, project_id, amount_yuan) VALUES ($1, $2, $3, $4)
    ON CONFLICT (district_id, funding, project_id) DO UPDATE SET amount_yuan = EXCLUDED.amount_yuan`,
  package: `INSERT INTO funding_to_package (district_id, funding, package, amount_yuan) VALUES ($1, $2, $3, $4)
    ON CONFLICT (district_id, funding, package) DO UPDATE SET amount_yuan = EXCLUDED.amount_yuan`,
} as const;
const TAKE_BACK = {
  project: "DELETE FROM funding_to_project WHERE district_id = $1 AND funding = $2 AND project_id = $3",
  package: "DELETE FROM funding_to_package WHERE district_id = $1 AND funding = $2 AND package = $3",
} as const;
type Target = "project" | "package";

interface Room {
  readonly kind: string;
  readonly status: FundingStatus;
  readonly amountYuan: number | null;
  readonly level: string;
  readonly before: number | null;
  readonly others: number;
  readonly shared: number;
}

interface Place {
  readonly districtId: string;
  readonly funding: string;
  readonly project?: string;
  readonly package?: string;
}

/** Holds a source until the transaction ends, so that what it has left stays true; throws not-found. */
export async function holdFunding(
  database: Database,
  { districtId, levels }: Scope,
  id: string,
): Promise<void> {
  const { rows } = await database.query(holdSql, [districtId, id, levels]);
  if (rows.length === 0) throw notFound("source of money of that id");
}

/** What a held source has and gives; without a project or package `others` is all it gives. */
export async function fundingRoom(database: Database, place: Place): Promise<Room> {
  const { districtId, funding, project = null, package: bundle = null } = place;
  const { rows } = await database.query<Room>(roomSql, [districtId, funding, project, bundle]);
  return rows[0]!;
}

/**
 * Gives so much of a source to a project or a package, null = takes it back. Throws not-found; invalid-parameter where the levels
 * differ; conflict with `path` and `details` where the source is a target, its amount unknown, too little is left, or the
 * package has shared out more already.
 */
export async function allocate(
  database: Database,
  { actor, ...scope }: Writing,
  { funding, ...given }: Allocation & { readonly funding: string },
): Promise<void> {
  const { districtId } = scope;
  const target: Target = given.project === undefined ? "package" : "project";
  const id = (given.project ?? given.package)!;
  const { amountYuan } = given;
  await database.transaction(async (transaction) => {
    await holdFunding(transaction, scope, funding);
    const level = await requireLevel(transaction, scope, { target, id });
    const room = await fundingRoom(transaction, { districtId, funding, [target]: id });
    if (level !== room.level)
      throw invalidParameter(target, id, `of level ${room.level}, as the source of money is`);
    requireLeft(room, amountYuan);
    const key = [districtId, funding, id];
    if (amountYuan === null) await transaction.query(TAKE_BACK[target], key);
    else await transaction.query(PAY[target], [...key, amountYuan]);
    const layer = target === "project" ? "project-money" : "funding-package";
    await recordPayment(
      transaction,
      { actor, districtId },
      { layer, id: `${id}/${funding}`, room, amountYuan },
    );
  });
}

function requireLeft({ status, amountYuan, others, shared }: Room, asked: number | null): void {
  if ((asked ?? 0) < shared) {
    throw conflict(
      `amountYuan is ${asked}; it should be ${shared} or more, which the package has shared out already.`,
      { value: asked, sharedYuan: shared },
      "amountYuan",
    );
  }
  if (asked === null) return;
  if (status === "target") {
    throw conflict(
      "The source is a target and no money at hand: nothing of it can be allocated until it is declared.",
      { value: status },
      "status",
    );
  }
  if (amountYuan === null) {
    throw conflict(
      "How much the source has is unknown: take its amount down before allocating of it.",
      { value: asked, leftYuan: null },
      "amountYuan",
    );
  }
  const leftYuan = amountYuan - others;
  if (asked > leftYuan) throw tooMuch(asked, leftYuan, "the source has left");
}

/** 409: more than is left. */
export const tooMuch = (value: number, leftYuan: number, whose: string) =>
  conflict(
    `amountYuan is ${value}; it should be ${leftYuan} or less, which is what ${whose}.`,
    { value, leftYuan },
    "amountYuan",
  );

/** The level of a project or package that may be seen; a package is held with it. Throws not-found. */
export async function requireLevel(
  database: Database,
  { districtId, levels }: Scope,
  { target, id }: { readonly target: Target; readonly id: string },
): Promise<string> {
  const { rows } = await database.query<{ level: string }>(LEVEL_OF[target], [districtId, id, levels]);
  if (!rows[0]) throw notFound(`${target} of that id`);
  return rows[0].level;
}

interface Written {
  readonly layer: string;
  readonly id: string;
  readonly room: { readonly before: number | null };
  readonly amountYuan: number | null;
}

/** Takes down in the history what was given before and is now. */
export async function recordPayment(
  database: Database,
  { actor, districtId }: { readonly actor: Actor; readonly districtId: string },
  { layer, id, room, amountYuan }: Written,
): Promise<void> {
  const told = (yuan: number | null) => (yuan === null ? null : { amountYuan: yuan });
  const op = amountYuan === null ? "delete" : room.before === null ? "insert" : "update";
  await recordVersion(database, {
    ...{ districtId, actorId: actor.id, note: "money allocated", programmeOnly: true },
    changes: [{ layer, featureId: id, op, before: told(room.before), after: told(amountYuan) }],
  });
}
