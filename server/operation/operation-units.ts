import { randomUUID } from "node:crypto";
import { offsetOfCursor } from "../catalogue/cursor.ts";
import { readProject } from "../catalogue/projects.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import { hiddenFields } from "../contract/internal-fields.ts";
import {
  type NewOperationUnit,
  OperationBody,
  type OperationFilters,
  type OperationList,
  type OperationUnit,
} from "../contract/operation.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { conflict, forbiddenField, invalidParameter, notFound } from "../errors.ts";
import { atMost, notBefore } from "../expected.ts";

const listSql = loadSql("./operation-units.sql", import.meta.url);
const yearsSql = loadSql("./operation-years.sql", import.meta.url);
const saveSql = loadSql("./save-operation-unit.sql", import.meta.url);
const LAYER = "operation-unit";

interface Asked extends OperationFilters {
  readonly id?: string;
  readonly limit: number;
  readonly offset: number;
}
type Found = Pick<OperationList, "items" | "total" | "sums" | "kinds">;

async function find(database: Database, { districtId, levels }: Scope, asked: Asked): Promise<Found> {
  const { id, project, kind, state, limit, offset } = asked;
  const given = [districtId, levels, id ?? null, project ?? null, kind ?? null, state ?? null, limit, offset];
  return (await database.query<Found>(listSql, [...given, hiddenFields(LAYER, levels)])).rows[0]!;
}

type Page = { readonly limit: number; readonly cursor?: string | undefined };

/** The units that pass the filters with sums over those that are run; of one project also its years. */
export async function listOperationUnits(
  database: Database,
  scope: Scope,
  { limit, cursor, ...filters }: OperationFilters & Page,
): Promise<OperationList> {
  const offset = offsetOfCursor(cursor);
  const found = await find(database, scope, { ...filters, limit, offset });
  type Years = Pick<OperationList, "years" | "lines" | "incomeKinds">;
  const { rows } = await database.query<Years>(yearsSql, [
    ...[scope.districtId, scope.levels, filters.project ?? ""],
  ]);
  const read = offset + found.items.length;
  return { ...found, next: read < found.total ? String(read) : null, ...rows[0]! };
}

/** One unit; throws not-found. */
export async function readOperationUnit(
  database: Database,
  scope: Scope,
  id: string,
): Promise<OperationUnit> {
  const { items } = await find(database, scope, { id, limit: 1, offset: 0 });
  if (!items[0]) throw notFound("unit of that id");
  return items[0];
}

interface Given {
  readonly unit: OperationBody;
  /** The unit that is written anew; null = a new one, of this project and level. */
  readonly of:
    | { readonly id: string; readonly seen: number | null }
    | Pick<NewOperationUnit, "project" | "level">;
}

/**
 * Writes a unit down and answers with its id. Who is not told what is internal cannot write it: it stays as it was. Throws
 * not-found, invalid-parameter where it cannot be so, conflict where somebody else has written since it was read.
 */
export async function saveOperationUnit(
  database: Database,
  { actor, ...scope }: Writing,
  { unit, of }: Given,
): Promise<string> {
  const { districtId, levels } = scope;
  const hidden = hiddenFields(LAYER, levels);
  const told = hidden.find((field) => unit[field as keyof OperationBody] !== null);
  if (told !== undefined)
    throw forbiddenField(
      told,
      told,
      FIELDS.filter((each) => !hidden.includes(each)),
    );
  const id = "id" in of ? of.id : `operation:${randomUUID()}`;
  await database.transaction(async (transaction) => {
    const { project, level, before } =
      "id" in of ? await readBefore(transaction, scope, of) : { ...of, before: null };
    if (before === null) await readProject(transaction, scope, project);
    const kept = hidden.map((field) => [field, before?.[field as keyof OperationBody] ?? null]);
    const after: OperationBody = { ...unit, ...Object.fromEntries(kept) };
    const { kinds } = await find(transaction, scope, { id, limit: 1, offset: 0 });
    check(
      after,
      kinds.map(({ code }) => code),
    );
    await transaction.query(saveSql, [districtId, id, project, level, JSON.stringify(after)]);
    const op = before === null ? "insert" : "update";
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: after.source, programmeOnly: true },
      changes: [{ layer: LAYER, featureId: `${project}/${id}`, op, before, after }],
    });
  });
  return id;
}

// a unit whole, also what who writes is not told of it; the level of a new one only matters
async function readBefore(
  transaction: Database,
  scope: Scope,
  { id, seen }: { readonly id: string; readonly seen: number | null },
) {
  const last = (await readOperationUnit(transaction, scope, id)).changes[0]?.version ?? null;
  if (last !== seen)
    throw conflict("Somebody has written of this unit since it was read.", { seen, now: last });
  const whole = await readOperationUnit(transaction, { ...scope, levels: ["public", "internal"] }, id);
  const before = OperationBody.parse(Object.fromEntries(FIELDS.map((field) => [field, whole[field]])));
  return { project: whole.project.id, level: "public", before };
}

const FIELDS = Object.keys(OperationBody.shape) as (keyof OperationBody)[];

function check(unit: OperationBody, kinds: readonly string[]): void {
  const { kind, areaSqm, letSqm, openedOn, closedOn, contractFrom, contractTo, asOf } = unit;
  if (!kinds.includes(kind)) throw invalidParameter("kind", kind, `one of ${kinds.join(", ")}`);
  if (areaSqm !== null && letSqm !== null && letSqm > areaSqm)
    throw invalidParameter("letSqm", letSqm, atMost(areaSqm, ", what may be let"));
  if (openedOn !== null && closedOn !== null && closedOn < openedOn)
    throw invalidParameter("closedOn", closedOn, notBefore(openedOn));
  if (contractFrom !== null && contractTo !== null && contractTo < contractFrom)
    throw invalidParameter("contractTo", contractTo, notBefore(contractFrom));
  requireCome("asOf", asOf);
}
