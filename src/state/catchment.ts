import { runAnalysis } from "../backend.ts";
import { readDemandGroups } from "../standards-backend.ts";
import { selectCatchmentQuestion } from "./catchment-question.ts";
import type { CatchmentAnswer, CatchmentChoice, CatchmentQuestion } from "./catchment-state.ts";
import { following } from "./following.ts";
import { useApp } from "./store.ts";

export const closeCatchment = () => setCatchment({ category: null });

/** Changes the question; the facility picked stays while its category does. */
export function setCatchment(change: Partial<CatchmentChoice>): void {
  useApp.setState(({ catchment, catchmentFacility }) => ({
    catchment: { ...catchment, ...change },
    catchmentFacility: change.category === undefined ? catchmentFacility : null,
  }));
}

/** Picks a facility of the answer by its id; the same again lets it go. */
export function toggleCatchmentFacility(id: string): void {
  useApp.setState(({ catchmentFacility }) => ({ catchmentFacility: catchmentFacility === id ? null : id }));
}

let isReading = false;

/** Reads once who may compete; where that cannot be read the choice that goes with the facility is still offered. */
export async function readDemandGroupsOnce(): Promise<void> {
  if (isReading || useApp.getState().demandGroups.length > 0) return;
  isReading = true;
  try {
    useApp.setState({ demandGroups: (await readDemandGroups()).items });
  } catch {
    // not offered now
  } finally {
    isReading = false;
  }
}

/** Asks for whom facilities hold how much. */
export const { follow: followCatchment, again: catchmentAgain } = following<
  CatchmentQuestion,
  CatchmentAnswer
>({
  select: selectCatchmentQuestion,
  ask: ({ district, ...params }, signal) => runAnalysis("two-step-catchment", { district, params, signal }),
  put: (twoStepCatchment) =>
    useApp.setState({
      twoStepCatchment,
      ...(twoStepCatchment.status === "idle" ? { catchmentFacility: null } : {}),
    }),
});
