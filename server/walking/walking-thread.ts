import { Worker } from "node:worker_threads";
import type { FacilityPoints } from "./facilities-within.ts";
import type { Footprints } from "./footprint-shares.ts";
import type { WalkNetwork } from "./network.ts";

/** A thread that owns a network and answers questions about it, so that the event loop of the server is never held. */
export interface WalkingThread {
  /** Questions are answered in the order they are asked. */
  ask<Answer>(question: unknown): Promise<Answer>;
  /** Ends the thread; questions still open are rejected. */
  close(): Promise<void>;
}

// an answer leaves some 1 MB behind: cleared seldom, so that few answers wait for it
const YOUNG_MB = 96;

interface Waiting {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: unknown) => void;
}

function buffersOf(arrays: object): ArrayBuffer[] {
  return Object.values(arrays).flatMap((part) =>
    ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : [],
  );
}

/** What a thread starts with, beside what its kernels ask for. */
export interface ThreadInputs {
  readonly network: WalkNetwork;
  readonly footprints?: Footprints;
  readonly facilityPoints?: FacilityPoints;
}

/**
 * Starts a thread that runs a worker file (beside this one) over its inputs. The memory of network and footprints moves into
 * it and cannot be used here afterwards. An error in the thread ends it and rejects what is open.
 */
export function startWalkingThread(workerFile: string, inputs: ThreadInputs): WalkingThread {
  const worker = new Worker(new URL("./worker-start.js", import.meta.url), {
    argv: [workerFile],
    workerData: inputs,
    transferList: [...buffersOf(inputs.network), ...buffersOf(inputs.footprints ?? {})],
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
  });
  const waiting: Waiting[] = [];
  let ended: unknown;
  const fail = (error: unknown) => {
    ended ??= error;
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  worker.on("message", (answer: unknown) => waiting.shift()?.resolve(answer));
  worker.on("error", fail);
  worker.on("exit", () => fail(new Error("The thread that walks the network has ended.")));
  return {
    ask: <Answer>(question: unknown) =>
      new Promise<unknown>((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage(question);
      }) as Promise<Answer>,
    close: async () => {
      await worker.terminate();
    },
  };
}
