import { parentPort, workerData } from "node:worker_threads";
import { createReachKernel, type ReachInputs } from "./reach-kernel.ts";

/** What the worker is asked: a persona's buildings on the network (no category), or its reach to one category. */
export interface ReachRequest {
  readonly persona: string;
  readonly category: string | null;
}

const kernel = createReachKernel(workerData as ReachInputs);

parentPort?.on("message", ({ persona, category }: ReachRequest) => {
  if (category === null) parentPort?.postMessage(kernel.onNetwork(persona));
  else parentPort?.postMessage(kernel.category(persona, category));
});
