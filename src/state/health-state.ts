import type { Answer } from "../../server/contract/analysis.ts";
import type { HealthCheckResult } from "../../server/contract/health-check.ts";
import type { Run } from "./app-state.ts";
import type { AskedArea } from "./drawing-state.ts";

/** Whether the city health check is asked, and which edition of it. */
export interface HealthChoice {
  readonly asked: boolean;
  readonly edition: string;
}

/** A whole question of the health check. */
export interface HealthQuestion {
  readonly district: string;
  readonly area: AskedArea;
  readonly edition: string;
}

export type HealthAnswer = Answer<HealthCheckResult>;

/** The city health check. */
export interface HealthState {
  readonly health: HealthChoice;
  readonly healthRun: Run<HealthQuestion, HealthAnswer>;
}

export const HEALTH_START: HealthState = {
  health: { asked: false, edition: "2023" },
  healthRun: { status: "idle" },
};
