import type {
  EnteredProject,
  ProjectChange,
  ProjectFileReport,
  ProjectImportList,
  Responsibility,
} from "../../server/contract/entered-projects.ts";
import type { NewPlanDocument, PlanDocumentPage } from "../../server/contract/plan-documents.ts";
import type { ProjectProgramme, ProjectWorks } from "../../server/contract/programme.ts";
import type { Project } from "../../server/contract/projects.ts";
import { readLayers } from "../backend.ts";
import {
  deleteEntry,
  sendEntry,
  sendPlan,
  sendProject,
  sendProjectFile,
  sendResponsibility,
  sendWorks,
  undoProjectImport,
} from "../entry-backend.ts";
import { readProgramme } from "./programme.ts";
import { projectsAgain } from "./projects.ts";
import { clearSelection, readSelected } from "./selection.ts";
import { useApp } from "./store.ts";

const districtNow = () => useApp.getState().district!;

// the list, the counts and the tiles tell of what was just written; where they cannot be read the page is as it was
async function poolAgain(): Promise<void> {
  void projectsAgain();
  const district = districtNow();
  const layers = await readLayers({ district }).catch(() => null);
  if (layers === null) return;
  useApp.setState(({ catalogue }) =>
    catalogue.status === "done" && catalogue.params === district
      ? { catalogue: { ...catalogue, result: { ...catalogue.result, layers: layers.items } } }
      : {},
  );
}

/** Enters a project; throws what the service says. */
export async function enterProject(body: EnteredProject): Promise<Project> {
  const project = await sendProject(districtNow(), body);
  void poolAgain();
  return project;
}

/** Changes an entered project and shows it as it is now; throws what the service says. */
export async function changeProject(id: string, body: ProjectChange): Promise<void> {
  await sendEntry({ district: districtNow(), id }, body);
  void poolAgain();
  void readSelected();
  void readProgramme(id);
}

/** Takes back a project entered by mistake and leaves its page; throws what the service says. */
export async function takeProjectBack(id: string): Promise<void> {
  await deleteEntry({ district: districtNow(), id });
  clearSelection();
  void poolAgain();
}

/** What a file would bring; throws what the service says. */
export const checkProjectFile = (file: File, source: string): Promise<ProjectFileReport> =>
  sendProjectFile({ district: districtNow(), file, source, preview: true });

/** Takes a file whole; throws what the service says. */
export async function takeProjectFile(file: File, source: string): Promise<ProjectFileReport> {
  const report = await sendProjectFile({ district: districtNow(), file, source, preview: false });
  void poolAgain();
  return report;
}

/** Takes a whole file back and answers with the files there are; throws what the service says. */
export async function takeFileBack(version: number): Promise<ProjectImportList> {
  const imports = await undoProjectImport(districtNow(), version);
  void poolAgain();
  return imports;
}

/** Makes a plan; throws what the service says. */
export const makePlan = (body: NewPlanDocument): Promise<PlanDocumentPage> => sendPlan(districtNow(), body);

const put = (programme: ProjectProgramme) =>
  // what was refused before was refused of another record
  useApp.setState({
    programme: { status: "done", params: programme.project, result: programme },
    programmeRefusal: null,
  });

/** Names who answers for a project; throws what the service says. */
export const nameResponsibility = async (id: string, body: Responsibility): Promise<void> =>
  put(await sendResponsibility({ district: districtNow(), id }, body));

/** Takes down what a project builds and whom it rehouses; throws what the service says. */
export const declareWorks = async (id: string, body: ProjectWorks): Promise<void> =>
  put(await sendWorks({ district: districtNow(), id }, body));
