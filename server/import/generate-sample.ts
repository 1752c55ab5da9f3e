import { Worker } from "node:worker_threads";
import type { SampleDistrict } from "../../geodata/generate/sample-district.ts";

/** Generates the sample district in a thread of its own: it takes some seconds, and the event loop is never held. */
export function generateSample(): Promise<SampleDistrict> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./sample-worker-start.js", import.meta.url), { execArgv: [] });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("The thread that generates the sample district has ended.")));
  });
}
