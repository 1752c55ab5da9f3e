import type { PlanApproval, PlanDocument } from "../../server/contract/plan-documents.ts";
import type {
  EvidenceBody,
  EvidenceKind,
  ProjectProgramme,
  Transition,
} from "../../server/contract/programme.ts";
import { failureOf } from "../backend.ts";
import {
  dropEvidenceFile,
  readPlanDocument,
  readProjectProgramme,
  sendApproval,
  sendEvidence,
  sendEvidenceFile,
  sendPlanPointer,
  sendTransition,
} from "../programme-backend.ts";
import { showExtent } from "./appearance.ts";
import { projectsAgain } from "./projects.ts";
import { select } from "./selection.ts";
import { useApp } from "./store.ts";

const districtNow = () => useApp.getState().district!;
const isWanted = (layer: string, id: string) => {
  const { selection } = useApp.getState();
  return selection?.layer === layer && selection.id === id;
};

/** Reads where a project stands; what was read of it before stays until the answer. */
export async function readProgramme(id: string): Promise<void> {
  const { programme } = useApp.getState();
  const stale = programme.status === "done" && programme.params === id ? programme.result : null;
  useApp.setState({ programme: { status: "running", params: id, stale }, programmeRefusal: null });
  try {
    const result = await readProjectProgramme({ district: districtNow(), id });
    if (isWanted("project", id)) useApp.setState({ programme: { status: "done", params: id, result } });
  } catch (error) {
    if (isWanted("project", id))
      useApp.setState({ programme: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

// whether it was taken; a refusal stands beside what was typed, and what the record says now is read again
async function write(id: string, send: () => Promise<ProjectProgramme>, asked?: string): Promise<boolean> {
  try {
    const result = await send();
    useApp.setState({ programmeRefusal: null });
    if (isWanted("project", id)) useApp.setState({ programme: { status: "done", params: id, result } });
    void projectsAgain();
    return true;
  } catch (error) {
    const refusal = failureOf(error);
    if (refusal.code === "conflict") await readProgramme(id);
    useApp.setState({ programmeRefusal: asked === undefined ? refusal : { ...refusal, asked } });
    return false;
  }
}

/** Asks to move a project; answers whether it has moved. */
export const moveProject = (id: string, body: Transition) =>
  write(id, () => sendTransition({ district: districtNow(), id }, body));

/** Takes down what was done for a project; answers whether it was taken. */
export const saveEvidence = (id: string, kind: EvidenceKind, body: EvidenceBody) =>
  write(id, () => sendEvidence({ district: districtNow(), id }, kind, body), kind);

/** Keeps a file with what was done; answers whether it was taken. */
export const addEvidenceFile = (id: string, kind: EvidenceKind, file: File) =>
  write(id, () => sendEvidenceFile({ district: districtNow(), id }, kind, file), `${kind}/files`);

/** Takes a file away that was kept with what was done; answers whether it was. */
export const removeEvidenceFile = (id: string, kind: EvidenceKind, file: string) =>
  write(id, () => dropEvidenceFile({ district: districtNow(), id }, kind, file), `${kind}/files`);

/** Points a project to its implementation plan, null = none; answers whether it was taken. */
export const pointToPlan = (id: string, plan: string | null) =>
  write(id, () => sendPlanPointer({ district: districtNow(), id }, plan), "plan");

/** Opens the page of a plan and shows its area. */
export function openPlan({ id, extent }: Pick<PlanDocument, "id" | "extent">): void {
  useApp.setState({ mode: "projects" });
  select({ layer: "plan-document", id });
  if (extent !== null) showExtent(extent);
}

/** Reads a plan with what stands above and under it. */
export async function readPlan(id: string): Promise<void> {
  useApp.setState({ plan: { status: "running", params: id, stale: null }, programmeRefusal: null });
  try {
    const result = await readPlanDocument({ district: districtNow(), id });
    if (isWanted("plan-document", id)) useApp.setState({ plan: { status: "done", params: id, result } });
  } catch (error) {
    if (isWanted("plan-document", id))
      useApp.setState({ plan: { status: "failed", params: id, failure: failureOf(error) } });
  }
}

/** Takes down the approval of a plan; answers whether it was taken. */
export async function approvePlan(id: string, body: PlanApproval): Promise<boolean> {
  try {
    const result = await sendApproval({ district: districtNow(), id }, body);
    useApp.setState({ programmeRefusal: null });
    if (isWanted("plan-document", id)) useApp.setState({ plan: { status: "done", params: id, result } });
    return true;
  } catch (error) {
    useApp.setState({ programmeRefusal: failureOf(error) });
    return false;
  }
}
