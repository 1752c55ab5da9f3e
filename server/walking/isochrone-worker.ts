import { parentPort, workerData } from "node:worker_threads";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";
import { createStreetKernel, type StreetsQuestion } from "./street-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";

const isochrones = createIsochroneKernel(workerData as IsochroneInputs);
const gaps = createGapKernel(workerData as IsochroneInputs);
const streets = createStreetKernel(workerData as IsochroneInputs);

type Question = IsochroneQuestion | PathQuestion | GapQuestion | StreetsQuestion;

function answer(question: Question) {
  if ("streets" in question) return streets.streets(question);
  if ("linkM" in question) return gaps.gap(question);
  return "maxM" in question ? isochrones.path(question) : isochrones.isochrone(question);
}

parentPort?.on("message", (question: Question) => {
  parentPort?.postMessage(answer(question));
});
