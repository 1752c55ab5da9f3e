import { Worker } from "node:worker_threads";
import type { WalkNetwork } from "./network.ts";
import type { CategoryReach, ReachInputs } from "./reach-kernel.ts";
import type { ReachRequest } from "./reach-worker.ts";

/** A worker thread that computes reach, so that the event loop of the server is never held. */
export interface ReachComputer {
  onNetwork(persona: string): Promise<Uint8Array>;
  category(persona: string, category: string): Promise<CategoryReach>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function buffersOf(network: WalkNetwork): ArrayBuffer[] {
  return Object.values(network).flatMap((part) =>
    ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : [],
  );
}

/**
 * Starts the worker. The network's memory moves into it and cannot be used here afterwards. Questions are answered in
 * the order they are asked; closing rejects those still open.
 */
export function startReachComputer(inputs: ReachInputs): ReachComputer {
  const worker = new Worker(new URL("./reach-worker-start.js", import.meta.url), {
    workerData: inputs,
    transferList: buffersOf(inputs.network),
    execArgv: [],
  });
  const waiting: Waiting[] = [];
  const fail = (error: unknown) => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", (answer: unknown) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that computes reach has ended.")));
  const ask = <Answer>(request: ReachRequest) =>
    new Promise<unknown>((resolve, reject) => {
      waiting.push({ resolve, reject });
      worker.postMessage(request);
    }) as Promise<Answer>;
  return {
    onNetwork: (persona) => ask<Uint8Array>({ persona, category: null }),
    category: (persona, category) => ask<CategoryReach>({ persona, category }),
    close: async () => {
      await worker.terminate();
    },
  };
}
