import type { WalkConditions } from "./opening-hours.ts";
import type { CategoryReach, ReachInputs } from "./reach-kernel.ts";
import type { ReachRequest } from "./reach-worker.ts";
import { startWalkingThread } from "./walking-thread.ts";

/** A worker thread that computes reach, so that the event loop of the server is never held. */
export interface ReachComputer {
  onNetwork(persona: string): Promise<Uint8Array>;
  /** Reach to up to FIELDS_AT_ONCE categories; at the stored time unless conditions are given. */
  categories(
    persona: string,
    categories: readonly string[],
    conditions?: WalkConditions,
  ): Promise<CategoryReach[]>;
  close(): Promise<void>;
}

/**
 * Starts the worker. The network's memory moves into it and cannot be used here afterwards. Questions are answered in
 * the order they are asked; closing rejects those still open.
 */
export function startReachComputer(inputs: ReachInputs): ReachComputer {
  const thread = startWalkingThread("./reach-worker.ts", inputs);
  const ask = <Answer>(request: ReachRequest) => thread.ask<Answer>(request);
  return {
    onNetwork: (persona) => ask<Uint8Array>({ persona, categories: null }),
    categories: (persona, categories, conditions) =>
      ask<CategoryReach[]>({ persona, categories, conditions }),
    close: thread.close,
  };
}
