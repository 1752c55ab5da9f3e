import { runAnalysis } from "../backend.ts";
import { INITIAL_STATE } from "./app-state.ts";
import { following } from "./following.ts";
import { selectHealthQuestion } from "./health-question.ts";
import type { HealthAnswer, HealthChoice, HealthQuestion } from "./health-state.ts";
import { useApp } from "./store.ts";

/** Changes the question. */
export function setHealth(change: Partial<HealthChoice>): void {
  useApp.setState(({ health }) => ({ health: { ...health, ...change } }));
}

export const openHealth = () => setHealth({ asked: true });
export const closeHealth = () => useApp.setState({ health: INITIAL_STATE.health });

/** Asks the health check. */
export const { follow: followHealth, again: healthAgain } = following<HealthQuestion, HealthAnswer>({
  select: selectHealthQuestion,
  ask: ({ district, ...params }, signal) => runAnalysis("health-check", { district, params, signal }),
  put: (healthRun) => useApp.setState({ healthRun }),
});
