import type { Answer } from "../../server/contract/analysis.ts";
import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { ServiceGapResult } from "../../server/contract/service-gap.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";
import type { Conditions } from "./walk-state.ts";

/** How a gap is listed and coloured. */
export const GAP_VIEWS = ["community", "subdistrict", "place"] as const;
export type GapView = (typeof GAP_VIEWS)[number];

/** Who lacks what; no category, no question. */
export interface GapChoice {
  /** A facility category, or any required one; null = not asked. */
  readonly category: string | null;
  readonly minutes: number;
  readonly persona: Persona;
  readonly view: GapView;
}

/** A whole question about a gap. */
export interface GapQuestion extends Conditions {
  readonly district: string;
  readonly area: AskedArea;
  readonly category: string;
  readonly minutes: number;
  readonly persona: Persona;
  readonly ruleSet: string;
}

export type GapAnswer = Answer<ServiceGapResult>;

/** Who lacks what. */
export interface GapState {
  readonly gap: GapChoice;
  readonly serviceGap: Run<GapQuestion, GapAnswer>;
  /** The place of the gap picked, by its position in the answer. */
  readonly gapPlace: number | null;
}

export const GAP_START: GapState = {
  gap: { category: null, minutes: 15, persona: "adult", view: "community" },
  serviceGap: { status: "idle" },
  gapPlace: null,
};
