import type { Answer } from "../../server/contract/analysis.ts";
import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { ParkCoverageResult } from "../../server/contract/park-coverage.ts";
import type {
  StatutoryRadiusCoverageParams,
  StatutoryRadiusCoverageResult,
} from "../../server/contract/statutory-radius-coverage.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** The analyses that hold circles against walks. */
export const RADIUS_ANALYSES = ["park-coverage", "statutory-radius-coverage"] as const;
export type RadiusAnalysis = (typeof RADIUS_ANALYSES)[number];

type OwnRadius = NonNullable<StatutoryRadiusCoverageParams["own"]>;

/** What lies within a radius, and who can walk as far; no analysis, no question. */
export interface RadiusChoice {
  readonly analysis: RadiusAnalysis | null;
  /** The definition looked at; null = the first. */
  readonly definition: string | null;
  readonly persona: Persona;
  readonly minutes: number;
  /** A published share 0…1, held against parks. */
  readonly published: number | null;
  /** A radius of no standard, in metres round the facilities of a category. */
  readonly own: OwnRadius | null;
}

/** A whole question about coverage by radius. */
export interface RadiusQuestion extends Omit<RadiusChoice, "analysis"> {
  readonly analysis: RadiusAnalysis;
  readonly district: string;
  readonly area: AskedArea;
  readonly ruleSet: string;
}

export type ParkAnswer = Answer<ParkCoverageResult>;

export type StatutoryRadiusAnswer = Answer<StatutoryRadiusCoverageResult>;

/** What lies within a radius, and who can walk as far. */
export interface RadiusState {
  readonly radius: RadiusChoice;
  readonly radiusCoverage: Run<RadiusQuestion, ParkAnswer | StatutoryRadiusAnswer>;
}

export const RADIUS_START: RadiusState = {
  radius: { analysis: null, definition: null, persona: "adult", minutes: 10, published: null, own: null },
  radiusCoverage: { status: "idle" },
};
