import type {
  EnteredProject,
  ProjectChange,
  ProjectEntry,
  ProjectFileReport,
  ProjectImportList,
  Responsibility,
} from "../server/contract/entered-projects.ts";
import type { ProjectEvaluation, TargetBody, TargetKey } from "../server/contract/evaluation.ts";
import type {
  NewPlanDocument,
  PlanDocumentList,
  PlanDocumentPage,
} from "../server/contract/plan-documents.ts";
import type { ProjectProgramme, ProjectWorks } from "../server/contract/programme.ts";
import type { Project } from "../server/contract/projects.ts";
import { addressOf, ask, sent } from "./backend.ts";
import { sentTable } from "./sent-table.ts";

interface Of {
  readonly district: string;
  readonly id: string;
}
const projectAddress = ({ district, id }: Of, path: string, query: Record<string, string> = {}) =>
  addressOf(`api/projects/${encodeURIComponent(id)}/${path}`, { district, ...query });

export const sendProject = (district: string, body: EnteredProject) =>
  ask<Project>(addressOf("api/projects", { district }), sent("POST", body));
export const readEntry = (of: Of) => ask<ProjectEntry>(projectAddress(of, "entry"));
export const sendEntry = (of: Of, body: ProjectChange) =>
  ask<ProjectEntry>(projectAddress(of, "entry"), sent("PUT", body));
export const deleteEntry = (of: Of) => ask<null>(projectAddress(of, "entry"), { method: "DELETE" });

export const sendResponsibility = (of: Of, body: Responsibility) =>
  ask<ProjectProgramme>(projectAddress(of, "responsibility"), sent("PUT", body));
export const sendWorks = (of: Of, body: ProjectWorks) =>
  ask<ProjectProgramme>(projectAddress(of, "works"), sent("PUT", body));

interface SentFile {
  readonly district: string;
  readonly file: File;
  readonly source: string;
  /** true = only told what it would bring. */
  readonly preview: boolean;
}
/** What a file of projects would bring, or the file taken whole. */
export const sendProjectFile = ({ district, file, source, preview }: SentFile) =>
  ask<ProjectFileReport>(
    addressOf("api/project-imports", {
      ...{ district, source, preview: String(preview) },
      file: file.name.slice(-200),
    }),
    sentTable(file),
  );
export const readProjectImports = (district: string) =>
  ask<ProjectImportList>(addressOf("api/project-imports", { district }));
export const undoProjectImport = (district: string, version: number) =>
  ask<ProjectImportList>(addressOf(`api/project-imports/${version}/undo`, { district }), { method: "POST" });

export const sendPlan = (district: string, body: NewPlanDocument) =>
  ask<PlanDocumentPage>(addressOf("api/plan-documents", { district }), sent("POST", body));
/** The plans of a district, the first 500, the highest kind first. */
export const readPlans = (district: string) =>
  ask<PlanDocumentList>(addressOf("api/plan-documents", { district, limit: "500" }));

export const readEvaluation = (of: Of) => ask<ProjectEvaluation>(projectAddress(of, "evaluation"));
export const sendTarget = (of: Of, body: TargetBody) =>
  ask<ProjectEvaluation>(projectAddress(of, "targets"), sent("PUT", body));
export const deleteTarget = (of: Of, { edition, indicator, zone }: TargetKey) =>
  ask<ProjectEvaluation>(projectAddress(of, "targets", { edition, indicator, zone }), { method: "DELETE" });
export const readAgain = (of: Of) =>
  ask<ProjectEvaluation>(projectAddress(of, "readings"), { method: "POST" });
