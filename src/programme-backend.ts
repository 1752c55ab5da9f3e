import type { PlanApproval, PlanDocumentList, PlanDocumentPage } from "../server/contract/plan-documents.ts";
import type {
  EvidenceBody,
  EvidenceKind,
  ProjectBatchList,
  ProjectProgramme,
  Transition,
} from "../server/contract/programme.ts";
import { addressOf, ask, sent } from "./backend.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}

const projectAddress = ({ district, id }: Of, path: string) =>
  addressOf(`api/projects/${encodeURIComponent(id)}/${path}`, { district });
const planAddress = ({ district, id }: Of) =>
  addressOf(`api/plan-documents/${encodeURIComponent(id)}`, { district });

export const readProjectProgramme = (of: Of) => ask<ProjectProgramme>(projectAddress(of, "programme"));
export const sendTransition = (of: Of, body: Transition) =>
  ask<ProjectProgramme>(projectAddress(of, "transitions"), sent("POST", body));
export const sendEvidence = (of: Of, kind: EvidenceKind, body: EvidenceBody) =>
  ask<ProjectProgramme>(projectAddress(of, `evidence/${kind}`), sent("PUT", body));
const filesPath = (kind: EvidenceKind, file = "") => `evidence/${kind}/files${file && `/${file}`}`;
/** Where a file kept with what was done is. */
export const evidenceFileAddress = (of: Of, kind: EvidenceKind, file: string) =>
  projectAddress(of, filesPath(kind, file));
export const sendEvidenceFile = ({ district, id }: Of, kind: EvidenceKind, file: File) =>
  ask<ProjectProgramme>(
    addressOf(`api/projects/${encodeURIComponent(id)}/${filesPath(kind)}`, {
      district,
      name: file.name.slice(-200),
    }),
    { method: "POST", headers: { "content-type": "application/octet-stream" }, body: file },
  );
export const dropEvidenceFile = (of: Of, kind: EvidenceKind, file: string) =>
  ask<ProjectProgramme>(evidenceFileAddress(of, kind, file), sent("DELETE"));
export const sendPlanPointer = (of: Of, plan: string | null) =>
  ask<ProjectProgramme>(projectAddress(of, "plan-document"), sent("PUT", { plan }));

export const readPlanDocument = (of: Of) => ask<PlanDocumentPage>(planAddress(of));
export const sendApproval = (of: Of, body: PlanApproval) =>
  ask<PlanDocumentPage>(planAddress(of), sent("PATCH", body));
/** The implementation plans of a district, the first 500. */
export const readImplementationPlans = (district: string) =>
  ask<PlanDocumentList>(
    addressOf("api/plan-documents", { district, kind: "implementation-plan", limit: "500" }),
  );
/** The four batches of a year. */
export const readProjectBatches = (district: string, year: number) =>
  ask<ProjectBatchList>(addressOf("api/project-batches", { district, year: String(year) }));
