import type { Answer } from "../../server/contract/analysis.ts";
import type { Persona } from "../../server/contract/life-circle-coverage.ts";
import type { NetworkFinding, NetworkQualityResult } from "../../server/contract/network-quality.ts";
import type { RoadNetworkResult } from "../../server/contract/road-network.ts";
import type { WalkwayConnectivityResult } from "../../server/contract/walkway-connectivity.ts";
import type { LonLat } from "../geometry/lon-lat.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** What is asked of streets as such. */
export const STREET_ANALYSES = ["road-network", "walkway-connectivity"] as const;
export type StreetAnalysis = (typeof STREET_ANALYSES)[number];

/** Which of them is asked, and who walks; null = none. */
export interface StreetChoice {
  readonly asked: StreetAnalysis | null;
  readonly persona: Persona;
}

/** A whole question about streets; only walkways ask who walks. */
export interface StreetQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly asked: StreetAnalysis;
  readonly persona: Persona | null;
}

export type RoadNetworkAnswer = Answer<RoadNetworkResult>;

export type WalkwayAnswer = Answer<WalkwayConnectivityResult>;

export type StreetAnswer =
  | { readonly asked: "road-network"; readonly answer: RoadNetworkAnswer }
  | { readonly asked: "walkway-connectivity"; readonly answer: WalkwayAnswer };

export type NetworkQualityAnswer = Answer<NetworkQualityResult>;

/** A place picked of an answer, and another it is joined to by a straight line. */
export interface StreetMark {
  readonly at: LonLat;
  readonly across: LonLat | null;
}

/** Streets as such, and how good their network is. */
export interface StreetState {
  readonly street: StreetChoice;
  readonly streetRun: Run<StreetQuestion, StreetAnswer>;
  readonly streetMark: StreetMark | null;
  /** By district; asked beside its import report. */
  readonly networkQuality: Run<string, NetworkQualityAnswer>;
  /** The finding of it whose places are on the map. */
  readonly networkFinding: NetworkFinding | null;
}

export const STREET_START: StreetState = {
  street: { asked: null, persona: "adult" },
  streetRun: { status: "idle" },
  streetMark: null,
  networkQuality: { status: "idle" },
  networkFinding: null,
};
