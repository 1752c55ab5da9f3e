import type { FeatureReply } from "../../server/contract/catalogue.ts";
import type { LineProfile } from "../../server/contract/line-profile.ts";
import type { Place } from "../../server/contract/place.ts";
import type { Run } from "./app-state.ts";

export interface FeatureRef {
  readonly layer: string;
  readonly id: string;
}

/** What is selected on the map, and what is known of it. */
export interface SelectionState {
  readonly selection: FeatureRef | null;
  /** What else lies where the map was clicked. */
  readonly nearby: readonly FeatureRef[];
  readonly feature: Run<FeatureRef, FeatureReply>;
  /** How steep the selected walkway or street is. */
  readonly profile: Run<FeatureRef, LineProfile>;
  /** What lies at the selected coordinates. */
  readonly place: Run<FeatureRef, Place>;
}

export const SELECTION_START: SelectionState = {
  selection: null,
  nearby: [],
  feature: { status: "idle" },
  profile: { status: "idle" },
  place: { status: "idle" },
};
