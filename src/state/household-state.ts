import type { HouseholdList } from "../../server/contract/households.ts";
import type { Failure } from "../backend.ts";
import type { Run } from "./app-state.ts";

export interface HouseholdQuestion {
  readonly district: string;
  readonly plot: string;
  readonly text: string;
}

/** The households of the plot that is shown; internal. */
export interface HouseholdState {
  readonly householdText: string;
  readonly households: Run<HouseholdQuestion, HouseholdList>;
  /** What was not taken, until it is sent again; null = nothing. */
  readonly householdRefusal: Failure | null;
}

export const HOUSEHOLD_START: HouseholdState = {
  householdText: "",
  households: { status: "idle" },
  householdRefusal: null,
};
