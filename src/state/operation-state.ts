import type { OperationList } from "../../server/contract/operation.ts";
import type { Failure } from "../backend.ts";
import type { Run } from "./app-state.ts";

export interface OperationQuestion {
  readonly district: string;
  /** null = of all projects. */
  readonly project: string | null;
  /** Of all projects: those that are run or closed; null = both. */
  readonly state: "run" | "closed" | null;
}

/** What projects hold once they are let. */
export interface OperationState {
  readonly operation: Run<OperationQuestion, OperationList>;
  /** Which units of all projects are looked at; null = all. */
  readonly operationState: OperationQuestion["state"];
  /** What was not taken, until it is sent again; null = nothing. */
  readonly operationRefusal: Failure | null;
}

export const OPERATION_START: OperationState = {
  operation: { status: "idle" },
  operationState: null,
  operationRefusal: null,
};
