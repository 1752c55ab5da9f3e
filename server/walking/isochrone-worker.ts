import { parentPort, workerData } from "node:worker_threads";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";

const isochrones = createIsochroneKernel(workerData as IsochroneInputs);
const gaps = createGapKernel(workerData as IsochroneInputs);

function answer(question: IsochroneQuestion | PathQuestion | GapQuestion) {
  if ("linkM" in question) return gaps.gap(question);
  return "maxM" in question ? isochrones.path(question) : isochrones.isochrone(question);
}

parentPort?.on("message", (question: IsochroneQuestion | PathQuestion | GapQuestion) => {
  parentPort?.postMessage(answer(question));
});
