import type { Answer } from "../../server/contract/analysis.ts";
import type { DemandGroupList } from "../../server/contract/demand-group.ts";
import type {
  TwoStepCatchmentParams,
  TwoStepCatchmentResult,
} from "../../server/contract/two-step-catchment.ts";
import type { CatchmentScheme } from "../cartography/catchment-classes.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** How a catchment is listed. */
export const CATCHMENT_VIEWS = ["community", "subdistrict", "facility"] as const;

type CatchmentView = (typeof CATCHMENT_VIEWS)[number];

/** For whom facilities hold how much; no category, no question. */
export interface CatchmentChoice
  extends Pick<TwoStepCatchmentParams, "method" | "decay" | "persona" | "walks" | "supply"> {
  readonly category: string | null;
  /** null = as goes with the facility, both. */
  readonly minutes: number | null;
  readonly demand: string | null;
  readonly view: CatchmentView;
  /** How the map is classed. */
  readonly scheme: CatchmentScheme;
}

/** A whole question about a catchment. */
export interface CatchmentQuestion extends Omit<TwoStepCatchmentParams, "area"> {
  readonly district: string;
  readonly area: AskedArea;
}

export type CatchmentAnswer = Answer<TwoStepCatchmentResult>;

/** For whom facilities hold how much. */
export interface CatchmentState {
  readonly catchment: CatchmentChoice;
  readonly twoStepCatchment: Run<CatchmentQuestion, CatchmentAnswer>;
  /** The facility of the catchment picked. */
  readonly catchmentFacility: string | null;
  /** Who may compete; empty until it is needed. */
  readonly demandGroups: DemandGroupList["items"];
}

export const CATCHMENT_START: CatchmentState = {
  catchment: {
    category: null,
    minutes: null,
    method: "two-step",
    decay: "slow",
    persona: "adult",
    walks: "both",
    demand: null,
    supply: "capacity",
    view: "community",
    scheme: "mean",
  },
  twoStepCatchment: { status: "idle" },
  catchmentFacility: null,
  demandGroups: [],
};
