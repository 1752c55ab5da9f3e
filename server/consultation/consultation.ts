import { randomUUID } from "node:crypto";
import { readProject } from "../catalogue/projects.ts";
import type { Scope, Writing } from "../catalogue/scope.ts";
import type {
  Approval,
  ApprovalList,
  ApprovalPatch,
  Matter,
  MatterList,
  MatterPatch,
  NewApproval,
  NewMatter,
} from "../contract/consultation.ts";
import type { Database } from "../database/database.ts";
import { loadSql } from "../database/sql.ts";
import { recordVersion } from "../database/version.ts";
import { requireCome } from "../days.ts";
import { today } from "../dispatch/month.ts";
import { conflict, invalidParameter, notFound } from "../errors.ts";
import { notBefore } from "../expected.ts";

const mattersSql = loadSql("./matters.sql", import.meta.url);
const saveMatterSql = loadSql("./save-matter.sql", import.meta.url);
const approvalsSql = loadSql("./approvals.sql", import.meta.url);
const saveApprovalSql = loadSql("./save-approval.sql", import.meta.url);

interface MatterFilter {
  readonly id?: string | undefined;
  readonly project?: string | undefined;
  readonly quarter?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly open?: boolean | undefined;
}
interface ApprovalFilter {
  readonly id?: string | undefined;
  readonly project?: string | undefined;
  readonly overdue?: boolean | undefined;
}

const listed = <Item>(items: Item[]) => ({ items, total: items.length, next: null });

function beginOf(quarter: string): string {
  const [year, number] = quarter.split("-Q");
  return `${year}-${String(Number(number) * 3 - 2).padStart(2, "0")}-01`;
}

/** The matters of a quarter with the open ones carried over to it; of a project where one is named. */
export async function listMatters(
  database: Database,
  { districtId, levels }: Scope,
  { id, project, quarter, overdue, open }: MatterFilter,
): Promise<MatterList> {
  const given = [
    id ?? null,
    project ?? null,
    quarter ?? null,
    quarter === undefined ? null : beginOf(quarter),
  ];
  const late = [overdue ?? false, open ?? false];
  const { rows } = await database.query<Matter>(mattersSql, [districtId, levels, ...given, today(), ...late]);
  return listed(rows);
}

/** What projects need of departments; only what is overdue where that is asked. */
export async function listApprovals(
  database: Database,
  { districtId, levels }: Scope,
  { id, project, overdue }: ApprovalFilter,
): Promise<ApprovalList> {
  const given = [id ?? null, project ?? null, overdue ?? false];
  const { rows } = await database.query<Approval>(approvalsSql, [districtId, levels, ...given, today()]);
  return listed(rows);
}

/** Adds a matter, or changes one by its id; throws not-found, invalid-parameter, and writes nothing then. */
export async function saveMatter(
  database: Database,
  scope: Writing,
  asked:
    | { readonly id: string; readonly patch: MatterPatch }
    | { readonly add: NewMatter & { level: string } },
): Promise<string> {
  return database.transaction(async (transaction) => {
    const id = "id" in asked ? asked.id : `matter:${randomUUID()}`;
    const before = "id" in asked ? (await listMatters(transaction, scope, { id })).items[0] : null;
    if (before === undefined) throw notFound("matter of that id");
    if ("id" in asked) requireOpen("closedOn", before?.closedOn, asked.patch.closedOn);
    const after = "id" in asked ? { ...before!, ...asked.patch } : { ...asked.add, id };
    if (after.project) await readProject(transaction, scope, after.project);
    requireSince(after);
    await transaction.query(saveMatterSql, [scope.districtId, JSON.stringify(after)]);
    await note(transaction, scope, { layer: "matter", id, before, after });
    return id;
  });
}

/** Adds what a project needs of a department, or changes it by its id; throws as saveMatter. */
export async function saveApproval(
  database: Database,
  scope: Writing,
  asked:
    | { readonly id: string; readonly patch: ApprovalPatch }
    | { readonly add: NewApproval & { level: string } },
): Promise<string> {
  return database.transaction(async (transaction) => {
    const id = "id" in asked ? asked.id : `approval:${randomUUID()}`;
    const before = "id" in asked ? (await listApprovals(transaction, scope, { id })).items[0] : null;
    if (before === undefined) throw notFound("approval of that id");
    if ("id" in asked) requireOpen("doneOn", before?.doneOn, asked.patch.doneOn);
    const after = "id" in asked ? { ...before!, ...asked.patch } : { ...asked.add, id };
    await readProject(transaction, scope, after.project);
    requireOrder(after);
    await transaction.query(saveApprovalSql, [scope.districtId, JSON.stringify(after)]);
    await note(transaction, scope, { layer: "approval", id, before, after });
    return id;
  });
}

// two who close the same do not write over each other; what was closed wrongly is opened first
function requireOpen(
  path: string,
  closed: string | null | undefined,
  given: string | null | undefined,
): void {
  if (closed && given) throw conflict(`It was closed on ${closed} already.`, { closed }, path);
}

interface MatterDays {
  readonly quarter: string;
  readonly deadline?: string | null | undefined;
  readonly closedOn?: string | null | undefined;
}

// what is decided and done of a matter comes after it was raised
function requireSince({ quarter, deadline, closedOn }: MatterDays): void {
  const raised = beginOf(quarter);
  for (const [path, day] of Object.entries({ deadline, closedOn })) {
    if (day && day < raised)
      throw invalidParameter(path, day, notBefore(raised, ", when the matter was raised"));
  }
  requireCome("closedOn", closedOn);
}

type Dates = {
  readonly receivedOn?: string | null | undefined;
  readonly promisedOn?: string | null | undefined;
  readonly doneOn?: string | null | undefined;
};

function requireOrder({ receivedOn, promisedOn, doneOn }: Dates): void {
  for (const [path, date] of Object.entries({ promisedOn, doneOn })) {
    if (receivedOn && date && date < receivedOn) throw invalidParameter(path, date, notBefore(receivedOn));
  }
  requireCome("receivedOn", receivedOn);
  requireCome("doneOn", doneOn);
}

interface Noted {
  readonly layer: string;
  readonly id: string;
  readonly before: unknown;
  readonly after: unknown;
}

async function note(database: Database, scope: Writing, { layer, id, before, after }: Noted): Promise<void> {
  const op = before === null ? "insert" : "update";
  await recordVersion(database, {
    ...{ districtId: scope.districtId, actorId: scope.actor.id, note: `${layer} ${op}`, programmeOnly: true },
    changes: [{ layer, featureId: id, op, before, after }],
  });
}
