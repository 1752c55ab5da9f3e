import { parentPort, workerData } from "node:worker_threads";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";

const kernel = createIsochroneKernel(workerData as IsochroneInputs);

parentPort?.on("message", (question: IsochroneQuestion | PathQuestion) => {
  parentPort?.postMessage("maxM" in question ? kernel.path(question) : kernel.isochrone(question));
});
