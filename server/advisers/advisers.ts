import { randomUUID } from "node:crypto";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type { Adviser, AdviserBody, AdviserFilters, AdviserList, VisitBody } from "../contract/advisers.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { invalidParameter, notFound } from "../errors.ts";
import { notBefore } from "../expected.ts";
import { requireZone } from "../programme/save-plan.ts";
import { readStageFacts } from "../programme/stage-facts.ts";

const listSql = loadSql("./advisers.sql", import.meta.url);
const saveSql = loadSql("./save-adviser.sql", import.meta.url);
const visitSql = `INSERT INTO adviser_visit (district_id, id, adviser, zone, project_id, visited_on, subject, advice)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const professionsSql = "SELECT code FROM project_term WHERE kind = 'adviser-profession' ORDER BY ordinal";

async function readRows(
  database: Database,
  { districtId, levels }: Scope,
  { id, zone, profession, project }: AdviserFilters & { readonly id?: string },
): Promise<Adviser[]> {
  const given = [districtId, levels, id ?? null, zone ?? null, profession ?? null, project ?? null];
  return (await database.query<Adviser>(listSql, given)).rows;
}

/** The advisers that pass the filters, by profession and name. */
export async function listAdvisers(
  database: Database,
  scope: Scope,
  filters: AdviserFilters,
): Promise<AdviserList> {
  const items = await readRows(database, scope, filters);
  return { items, total: items.length, next: null };
}

/** One adviser with visits and signed reviews; throws not-found. */
export async function readAdviser(database: Database, scope: Scope, id: string): Promise<Adviser> {
  const [adviser] = await readRows(database, scope, { id });
  if (!adviser) throw notFound("adviser of that id");
  return adviser;
}

/** Adds an adviser, or changes the one of an id whole, and answers with the id. Throws invalid-parameter, unknown-zone, not-found. */
export async function saveAdviser(
  database: Database,
  { actor, ...scope }: Writing,
  { id: known, ...body }: AdviserBody & { readonly id: string | null },
): Promise<string> {
  const { districtId } = scope;
  const id = known ?? `adviser:${randomUUID()}`;
  const { rows } = await database.query<{ code: string }>(professionsSql);
  const codes = rows.map(({ code }) => code);
  if (!codes.includes(body.profession))
    throw invalidParameter("profession", body.profession, `one of ${codes.join(", ")}`);
  if (body.until !== null && body.until < body.since)
    throw invalidParameter("until", body.until, notBefore(body.since));
  for (const zone of body.zones) await requireZone(database, scope, zone, "zones");
  await database.transaction(async (transaction) => {
    const before = known === null ? null : await readAdviser(transaction, scope, known);
    await transaction.query(saveSql, [districtId, id, JSON.stringify(body)]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, programmeOnly: true },
      note: before === null ? "adviser added" : "adviser changed",
      changes: [
        {
          ...{ layer: "adviser", featureId: id, after: body },
          ...(before === null ? { op: "insert" } : { op: "update", before }),
        },
      ],
    });
  });
  return id;
}

/** Takes down a visit of an adviser in office. Throws not-found, unknown-zone, and invalid-parameter for a day that cannot be. */
export async function addVisit(
  database: Database,
  { actor, ...scope }: Writing,
  { adviser: id, ...visit }: VisitBody & { readonly adviser: string },
): Promise<void> {
  const { districtId } = scope;
  const { zone, project, visitedOn, subject, advice } = visit;
  requireInOffice(await readAdviser(database, scope, id), "visitedOn", visitedOn);
  requireCome("visitedOn", visitedOn);
  await requireZone(database, scope, zone);
  if (project !== null) await readStageFacts(database, scope, project);
  const visitId = `visit:${randomUUID()}`;
  await database.transaction(async (transaction) => {
    await transaction.query(visitSql, [districtId, visitId, id, zone, project, visitedOn, subject, advice]);
    await recordVersion(transaction, {
      ...{ districtId, actorId: actor.id, note: subject, programmeOnly: true },
      changes: [{ layer: "adviser-visit", featureId: `${id}/${visitId}`, op: "insert", after: visit }],
    });
  });
}

/** Throws invalid-parameter where the adviser was not in office on a day. */
export function requireInOffice({ since, until }: Adviser, path: string, day: string): void {
  if (day >= since && (until === null || day <= until)) return;
  throw invalidParameter(path, day, `a day in office, from ${since}${until === null ? "" : ` to ${until}`}`);
}
