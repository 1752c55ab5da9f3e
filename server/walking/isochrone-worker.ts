import { parentPort, workerData } from "node:worker_threads";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";

const isochrones = createIsochroneKernel(workerData as IsochroneInputs);
const gaps = createGapKernel(workerData as IsochroneInputs);

parentPort?.on("message", (question: IsochroneQuestion | GapQuestion) => {
  parentPort?.postMessage("linkM" in question ? gaps.gap(question) : isochrones.isochrone(question));
});
