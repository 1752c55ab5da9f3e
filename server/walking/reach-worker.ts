import { parentPort, workerData } from "node:worker_threads";
import type { WalkConditions } from "./opening-hours.ts";
import { createReachKernel, type ReachInputs } from "./reach-kernel.ts";

/** What the worker is asked: a persona's buildings on the network (no categories), or its reach to a few categories. */
export interface ReachRequest {
  readonly persona: string;
  readonly categories: readonly string[] | null;
  /** The stored time where absent. */
  readonly conditions?: WalkConditions | undefined;
}

const kernel = createReachKernel(workerData as ReachInputs);

parentPort?.on("message", ({ persona, categories, conditions }: ReachRequest) => {
  if (categories === null) parentPort?.postMessage(kernel.onNetwork(persona));
  else parentPort?.postMessage(kernel.categories(persona, categories, conditions));
});
