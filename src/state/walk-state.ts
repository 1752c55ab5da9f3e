import type { Answer } from "../../server/contract/analysis.ts";
import type { IsochroneParams, IsochroneResult } from "../../server/contract/isochrone.ts";
import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { Fares, Upstairs } from "../../server/contract/walk-conditions.ts";
import type { WalkRouteResult } from "../../server/contract/walk-route.ts";
import type {
  PersonaRow,
  ReachProgress,
  WalkingParameterRow,
} from "../../server/contract/walking-standards.ts";
import type { Failure } from "../backend.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Run } from "./app-state.ts";

/** When one walks and what one is ready to do; one choice for every question in walking time. */
export interface Conditions {
  /** Local weekday and time of day, such as wedT10:00. */
  readonly at: string;
  readonly fares: Fares;
  /** Of the stairs inside houses without a lift; asked of coverage and of what is lacking. */
  readonly upstairs: Upstairs;
}

/** A walk from (or to) a place; no origin, no question. */
export interface WalkParams {
  readonly origin: LonLat | null;
  readonly persona: Persona;
  readonly direction: IsochroneParams["direction"];
  readonly flat: boolean;
}

/** A whole question about a walk. */
export interface WalkQuestion extends Omit<WalkParams, "origin">, Omit<Conditions, "upstairs"> {
  readonly district: string;
  readonly origin: LonLat;
}

/** A walk from one place to another; an end that is missing is picked next. */
export interface RouteChoice {
  readonly origin: LonLat | null;
  readonly destination: LonLat | null;
  readonly persona: Persona;
}

/** A whole question about such a walk. */
export interface RouteQuestion extends Omit<Conditions, "upstairs"> {
  readonly district: string;
  readonly origin: LonLat;
  readonly destination: LonLat;
  readonly persona: Persona;
}

export type RouteAnswer = Answer<WalkRouteResult>;

export type WalkAnswer = Answer<IsochroneResult>;

/** Walks: where one gets to, from place to place, and what their times rest on. */
export interface WalkState {
  readonly walk: WalkParams;
  readonly isochrone: Run<WalkQuestion, WalkAnswer>;
  readonly conditions: Conditions;
  readonly route: RouteChoice;
  readonly walkRoute: Run<RouteQuestion, RouteAnswer>;
  /** What walking times rest on; read when it is opened. */
  readonly walkingStandards: Run<
    null,
    { readonly personas: readonly PersonaRow[]; readonly parameters: readonly WalkingParameterRow[] }
  >;
  /** Why the last edit of it was not taken. */
  readonly standardsFailure: Failure | null;
  readonly reachProgress: ReachProgress;
}

export const WALK_START: WalkState = {
  walk: { origin: null, persona: "adult", direction: "from", flat: false },
  isochrone: { status: "idle" },
  conditions: { at: "wedT10:00", fares: "include", upstairs: "none" },
  route: { origin: null, destination: null, persona: "adult" },
  walkRoute: { status: "idle" },
  walkingStandards: { status: "idle" },
  standardsFailure: null,
  reachProgress: { status: "idle", persona: null, done: 0, total: 0 },
};
