import type { DispatchMonth, Light } from "../../server/contract/dispatch.ts";
import type { Grouping } from "../../server/contract/dispatch-snapshot.ts";
import type { Run } from "./app-state.ts";

export const DISPATCH_PARTS = ["month", "snapshots", "matters", "approvals", "scorecard"] as const;
export type DispatchPart = (typeof DISPATCH_PARTS)[number];
/** The traffic lights in the order of the page. */
export const LIGHT_ORDER = ["red", "yellow", "green", "unknown"] as const satisfies readonly Light[];

/** What of the dispatch is looked at; null = all, or the newest. */
export interface DispatchChoice {
  readonly part: DispatchPart;
  /** YYYY-MM; null = this month. */
  readonly month: string | null;
  readonly unit: string | null;
  /** Id of a subdistrict or a renewal district. */
  readonly zone: string | null;
  readonly light: Light | null;
  readonly snapshot: string | null;
  /** YYYY-Qn; null = this quarter. */
  readonly quarter: string | null;
  /** Of all quarters, only the matters that are open, or the matters and approvals that are overdue. */
  readonly only: "open" | "overdue" | null;
  readonly by: Grouping;
}
export interface DispatchQuestion extends Pick<DispatchChoice, "unit" | "zone" | "light"> {
  readonly district: string;
  readonly month: string;
}

/** The dispatch of the projects by month. */
export interface DispatchState {
  readonly dispatchChoice: DispatchChoice;
  readonly dispatch: Run<DispatchQuestion, DispatchMonth>;
}

export const DISPATCH_START: DispatchState = {
  dispatchChoice: {
    ...{ part: "month", month: null, unit: null, zone: null, light: null },
    ...{ snapshot: null, quarter: null, only: null, by: "unit" },
  },
  dispatch: { status: "idle" },
};
