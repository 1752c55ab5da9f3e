import { z } from "zod";
import { Level } from "./dispatch.ts";

export const QuarterText = z
  .string()
  .regex(/^20\d{2}-Q[1-4]$/, "is a quarter such as 2026-Q4")
  .meta({ description: "YYYY-Qn" });
const date = z.iso.date();
const line = z.string().trim().min(1).max(200);
const words = z.string().trim().min(1).max(1000);
const Name = { nameZh: z.string().nullable(), nameEn: z.string().nullable() };

/** What may be said of a matter of 季会商 later; null = not yet, or not told. */
const MatterLater = {
  project: z.string().min(1).max(200).nullable(),
  decision: words.nullable(),
  owner: line.nullable(),
  deadline: date.nullable(),
  closedOn: date.nullable(),
  outcome: words.nullable(),
};
const MatterNow = { problem: words, raisedBy: line, departments: z.array(line).min(1).max(10) };

/** POST /api/matters. */
export const NewMatter = z.strictObject({
  ...MatterNow,
  quarter: QuarterText,
  project: MatterLater.project.default(null),
  decision: MatterLater.decision.default(null),
  owner: MatterLater.owner.default(null),
  deadline: MatterLater.deadline.default(null),
  closedOn: MatterLater.closedOn.default(null),
  outcome: MatterLater.outcome.default(null),
  level: Level.optional(),
});
export type NewMatter = z.infer<typeof NewMatter>;
/** PATCH /api/matters/{id}: what is left out stays, as does the quarter it was raised in. */
export const MatterPatch = z.strictObject({ ...MatterNow, ...MatterLater }).partial();
export type MatterPatch = z.infer<typeof MatterPatch>;

/** A matter in the ledger of a quarter: from the one it was raised in until it is closed. */
export const Matter = z.object({
  id: z.string(),
  project: z.string().nullable(),
  ...Name,
  quarter: QuarterText,
  problem: z.string(),
  raisedBy: z.string(),
  departments: z.array(z.string()),
  decision: z.string().nullable(),
  owner: z.string().nullable(),
  deadline: date.nullable(),
  closedOn: date.nullable(),
  outcome: z.string().nullable(),
  level: Level,
  carriedOver: z.boolean().meta({ description: "raised in a quarter before the one asked for" }),
  overdueDays: z
    .number()
    .int()
    .nullable()
    .meta({ description: "past its deadline and open; null = it is not" }),
});
export type Matter = z.infer<typeof Matter>;
export const MatterList = z.object({ items: z.array(Matter), total: z.number().int(), next: z.null() });
export type MatterList = z.infer<typeof MatterList>;

/** What a project needs of a department in 联合审批; null = not yet, or not told. */
const ApprovalLater = {
  receivedOn: date.nullable(),
  promisedOn: date.nullable(),
  doneOn: date.nullable(),
  note: words.nullable(),
};
/** POST /api/approvals. */
export const NewApproval = z.strictObject({
  project: z.string().min(1).max(200),
  matter: line,
  department: line,
  receivedOn: ApprovalLater.receivedOn.default(null),
  promisedOn: ApprovalLater.promisedOn.default(null),
  doneOn: ApprovalLater.doneOn.default(null),
  blocking: z.boolean().default(false),
  note: ApprovalLater.note.default(null),
  level: Level.optional(),
});
export type NewApproval = z.infer<typeof NewApproval>;
/** PATCH /api/approvals/{id}: what is left out stays. */
export const ApprovalPatch = z
  .strictObject({ matter: line, department: line, blocking: z.boolean(), ...ApprovalLater })
  .partial();
export type ApprovalPatch = z.infer<typeof ApprovalPatch>;

export const Approval = z.object({
  id: z.string(),
  project: z.string(),
  ...Name,
  matter: z.string(),
  department: z.string(),
  receivedOn: date.nullable(),
  promisedOn: date.nullable(),
  doneOn: date.nullable(),
  blocking: z.boolean(),
  note: z.string().nullable(),
  level: Level,
  overdueDays: z
    .number()
    .int()
    .nullable()
    .meta({ description: "past its promise and not done; null = it is not" }),
});
export type Approval = z.infer<typeof Approval>;
export const ApprovalList = z.object({ items: z.array(Approval), total: z.number().int(), next: z.null() });
export type ApprovalList = z.infer<typeof ApprovalList>;
