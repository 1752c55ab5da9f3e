import { parentPort, workerData } from "node:worker_threads";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";

const kernel = createIsochroneKernel(workerData as IsochroneInputs);

parentPort?.on("message", (question: IsochroneQuestion) => {
  parentPort?.postMessage(kernel.isochrone(question));
});
