import type {
  HouseholdBody,
  HouseholdFileReport,
  HouseholdList,
  NewHousehold,
} from "../server/contract/households.ts";
import type {
  NewOperationUnit,
  OperationBody,
  OperationList,
  OperationUnit,
} from "../server/contract/operation.ts";
import type { ProgrammePage } from "../server/contract/programme-page.ts";
import { addressOf, ask, sent } from "./backend.ts";
import { sentTable } from "./sent-table.ts";
import type { HouseholdQuestion } from "./state/household-state.ts";
import type { OperationQuestion } from "./state/operation-state.ts";
import type { PageQuestion } from "./state/programme-page-state.ts";

const MOST = "500";
const byId = (path: string, id: string | number) => `api/${path}/${encodeURIComponent(id)}`;
const seenText = (seen: number | null) => (seen === null ? undefined : String(seen));

export const readProgrammePage = ({ district, month }: PageQuestion, signal: AbortSignal) =>
  ask<ProgrammePage>(addressOf("api/programme-page", { district, month: month ?? undefined }), { signal });

export const readOperation = ({ district, project, state }: OperationQuestion, signal: AbortSignal) =>
  ask<OperationList>(
    addressOf("api/operation-units", {
      ...{ district, project: project ?? undefined, state: state ?? undefined, limit: MOST },
    }),
    { signal },
  );
export const sendNewUnit = (district: string, body: NewOperationUnit) =>
  ask<OperationUnit>(addressOf("api/operation-units", { district }), sent("POST", body));
export const sendUnit = (
  district: string,
  { id, seen, ...body }: OperationBody & { readonly id: string; readonly seen: number | null },
) =>
  ask<OperationUnit>(
    addressOf(byId("operation-units", id), { district, seen: seenText(seen) }),
    sent("PUT", body),
  );

export const readHouseholds = ({ district, plot, text }: HouseholdQuestion, signal: AbortSignal) =>
  ask<HouseholdList>(
    addressOf("api/households", { district, plot, text: text.trim() || undefined, limit: MOST }),
    { signal },
  );
export const sendNewHousehold = (district: string, body: NewHousehold) =>
  ask<HouseholdList>(addressOf("api/households", { district }), sent("POST", body));

interface Written {
  readonly plot: string;
  readonly id: string;
  readonly seen: number | null;
}
export const sendHousehold = (district: string, { plot, id, seen }: Written, body: HouseholdBody) =>
  ask<HouseholdList>(
    addressOf(byId("households", id), { district, plot, seen: seenText(seen) }),
    sent("PUT", body),
  );
export const deleteHousehold = (district: string, { plot, id, seen }: Written, reason: string) =>
  ask<HouseholdList>(
    addressOf(byId("households", id), { district, plot, reason, seen: seenText(seen) }),
    sent("DELETE"),
  );

interface GivenFile {
  readonly plot: string;
  readonly file: File;
  readonly replace: boolean;
}
export const checkHouseholds = (district: string, { plot, file }: GivenFile) =>
  ask<HouseholdFileReport>(
    addressOf("api/households/checks", { district, plot, file: file.name.slice(-200) }),
    sentTable(file),
  );
export const importHouseholds = (district: string, { plot, file, replace }: GivenFile) =>
  ask<HouseholdFileReport>(
    addressOf("api/households/imports", {
      ...{ district, plot, file: file.name.slice(-200), replace: String(replace) },
    }),
    sentTable(file),
  );
export const undoHouseholds = (district: string, version: number) =>
  ask<HouseholdList>(addressOf(byId("households/imports", version), { district }), sent("DELETE"));
