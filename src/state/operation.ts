import type { NewOperationUnit, OperationBody, OperationList } from "../../server/contract/operation.ts";
import { failureOf } from "../backend.ts";
import { readOperation, sendNewUnit, sendUnit } from "../overview-backend.ts";
import { following } from "./following.ts";
import type { OperationQuestion } from "./operation-state.ts";
import { useApp } from "./store.ts";

const { follow, again } = following<OperationQuestion, OperationList>({
  select: ({ selection, projectsView, mode, district, start, operationState: state }) => {
    if (district === null || start.status !== "done") return null;
    if (selection?.layer === "project") return { district, project: selection.id, state: null };
    return mode === "projects" && projectsView === "operation" ? { district, project: null, state } : null;
  },
  ask: readOperation,
  put: (operation) => useApp.setState({ operation }),
  staleFor: ({ district, project, state }) => {
    const { operation } = useApp.getState();
    if (operation.status !== "done") return null;
    const { params, result } = operation;
    const isSame = params.district === district && params.project === project && params.state === state;
    return isSame ? result : null;
  },
});

/** Reads what the selected project, or all, hold once let, while it is looked at; returns how to stop. */
export const followOperation = follow;
export const operationAgain = again;

export const setOperationState = (operationState: OperationQuestion["state"]) =>
  useApp.setState({ operationState });

const districtNow = () => useApp.getState().district!;

// whether it was taken; a refusal stands beside what was typed
async function written(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
    useApp.setState({ operationRefusal: null });
    void operationAgain();
    return true;
  } catch (error) {
    useApp.setState({ operationRefusal: failureOf(error) });
    return false;
  }
}

/** Adds a unit to a project. */
export const addUnit = (body: NewOperationUnit) => written(() => sendNewUnit(districtNow(), body));
/** Writes a unit anew; `seen` is the version of its newest change as it was read. */
export const saveUnit = (unit: OperationBody & { readonly id: string; readonly seen: number | null }) =>
  written(() => sendUnit(districtNow(), unit));
