import type {
  Approval,
  ApprovalList,
  ApprovalPatch,
  Matter,
  MatterList,
  MatterPatch,
  NewApproval,
  NewMatter,
} from "../server/contract/consultation.ts";
import type {
  DispatchImportList,
  DispatchMonth,
  ImportPreview,
  ProjectReturns,
} from "../server/contract/dispatch.ts";
import type {
  DispatchSnapshotList,
  Grouping,
  Scorecard,
  ScorecardEntry,
  SnapshotPage,
} from "../server/contract/dispatch-snapshot.ts";
import { abortable, addressOf, ask, sent } from "./backend.ts";
import { sentTable } from "./sent-table.ts";
import type { DispatchQuestion } from "./state/dispatch-state.ts";

const queryOf = ({ district, month, unit, zone, light }: DispatchQuestion) => ({
  ...{ district, month, unit: unit ?? undefined, zone: zone ?? undefined, light: light ?? undefined },
});
const byId = (path: string, id: string) => `api/${path}/${encodeURIComponent(id)}`;

/** A page of the dispatch of a month. */
export const readDispatch = (asked: DispatchQuestion, signal?: AbortSignal, cursor?: string) =>
  ask<DispatchMonth>(
    addressOf("api/dispatch", { ...queryOf(asked), limit: "500", cursor }),
    abortable(signal),
  );
/** Where the prefilled sheet of what is looked at is. */
export const sheetAddress = (asked: DispatchQuestion) => addressOf("api/dispatch/sheet.xlsx", queryOf(asked));

interface SentFile {
  readonly district: string;
  readonly file: File;
  /** The digest of what was shown; null = only look. */
  readonly confirm: string | null;
}
/** What a sheet would change, or its changes written. */
export const sendSheet = ({ district, file, confirm }: SentFile) =>
  ask<ImportPreview>(
    addressOf("api/dispatch/imports", {
      district,
      file: file.name.slice(-200),
      confirm: confirm ?? undefined,
    }),
    sentTable(file),
  );
export const readImports = (district: string) =>
  ask<DispatchImportList>(addressOf("api/dispatch/imports", { district }));
export const undoImport = (district: string, version: number) =>
  ask<DispatchImportList>(addressOf(`api/dispatch/imports/${version}/undo`, { district }), {
    method: "POST",
  });
export const readReturns = (district: string, id: string) =>
  ask<ProjectReturns>(addressOf(`${byId("projects", id)}/dispatch`, { district }));

export const readSnapshots = (district: string) =>
  ask<DispatchSnapshotList>(addressOf("api/snapshots", { district }));
export const readSnapshot = (district: string, id: string) =>
  ask<SnapshotPage>(addressOf(byId("snapshots", id), { district }));
export const makeSnapshot = (district: string, month: string) =>
  ask<SnapshotPage>(addressOf("api/snapshots", { district }), sent("POST", { month }));
/** Where the A3 form of a snapshot is. */
export const formAddress = (district: string, id: string) =>
  addressOf(`${byId("snapshots", id)}/form.xlsx`, { district });
export const readScorecard = (district: string, id: string, by: Grouping) =>
  ask<Scorecard>(addressOf(`${byId("snapshots", id)}/scorecard`, { district, by }));
export const sendEntry = (district: string, id: string, entry: ScorecardEntry) =>
  ask<Scorecard>(addressOf(`${byId("snapshots", id)}/scorecard-entry`, { district }), sent("PUT", entry));

interface MattersAsked {
  readonly quarter?: string;
  readonly project?: string;
  readonly open?: string;
  readonly overdue?: string;
}
/** Matters of a quarter with the open ones carried over, of a project, or those open or overdue of all. */
export const readMatters = (district: string, of: MattersAsked) =>
  ask<MatterList>(addressOf("api/matters", { district, ...of }));
export const addMatter = (district: string, body: NewMatter) =>
  ask<Matter>(addressOf("api/matters", { district }), sent("POST", body));
export const patchMatter = (district: string, id: string, body: MatterPatch) =>
  ask<Matter>(addressOf(byId("matters", id), { district }), sent("PATCH", body));

export const readApprovals = (
  district: string,
  of: { readonly project?: string; readonly overdue?: string },
) => ask<ApprovalList>(addressOf("api/approvals", { district, ...of }));
export const addApproval = (district: string, body: NewApproval) =>
  ask<Approval>(addressOf("api/approvals", { district }), sent("POST", body));
export const patchApproval = (district: string, id: string, body: ApprovalPatch) =>
  ask<Approval>(addressOf(byId("approvals", id), { district }), sent("PATCH", body));
