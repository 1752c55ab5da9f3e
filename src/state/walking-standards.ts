import type { PersonaField } from "../../server/contract/walking-standards.ts";
import { type Failure, failureOf } from "../backend.ts";
import {
  patchPersona,
  patchWalkingParameter,
  readPersonas,
  readReachProgress,
  readWalkingParameters,
} from "../standards-backend.ts";
import { useApp } from "./store.ts";

const ASK_AGAIN_MS = 1_000;

/** Reads what walking rests on, and whether reach is being computed. */
export async function readWalkingStandards(): Promise<void> {
  try {
    const [personas, parameters] = await Promise.all([readPersonas(), readWalkingParameters()]);
    const result = { personas: personas.items, parameters: parameters.items };
    useApp.setState({ walkingStandards: { status: "done", params: null, result }, standardsFailure: null });
    void followReachProgress();
  } catch (error) {
    useApp.setState({ walkingStandards: { status: "failed", params: null, failure: failureOf(error) } });
  }
}

/** Opens or closes the rows, and reads them when opened first. */
export function showWalkingStandards(open: boolean): void {
  if (open && useApp.getState().walkingStandards.status !== "done") void readWalkingStandards();
}

// a refusal is told beside what was typed, which stays
async function edit(send: () => Promise<unknown>): Promise<Failure | null> {
  try {
    await send();
  } catch (error) {
    return failureOf(error);
  }
  await readWalkingStandards();
  return null;
}

/** Sets one field of a persona, null where there is no limit; returns why it was refused, if it was. */
export const editPersona = (id: string, field: PersonaField, value: number | boolean | null) =>
  edit(() => patchPersona(id, { set: { [field]: value } }));
export const resetPersona = (id: string, field: PersonaField) =>
  edit(() => patchPersona(id, { reset: [field] }));
export const editWalkingParameter = (name: string, value: number) =>
  edit(() => patchWalkingParameter(name, { value }));
export const resetWalkingParameter = (name: string) =>
  edit(() => patchWalkingParameter(name, { reset: true }));

let following = false;

async function followReachProgress(): Promise<void> {
  if (following) return;
  following = true;
  try {
    for (;;) {
      const progress = await readReachProgress();
      useApp.setState({ reachProgress: progress });
      if (progress.status !== "running") return;
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
    }
  } catch (error) {
    useApp.setState({ standardsFailure: failureOf(error) });
  } finally {
    following = false;
  }
}
