import { parentPort, workerData } from "node:worker_threads";
import { type CategoryQuestion, createCategoryKernel } from "./category-kernel.ts";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";

const isochrones = createIsochroneKernel(workerData as IsochroneInputs);
const gaps = createGapKernel(workerData as IsochroneInputs);
const categories = createCategoryKernel(workerData as IsochroneInputs);

type Question = IsochroneQuestion | PathQuestion | GapQuestion | CategoryQuestion;

function answer(question: Question) {
  if ("linkM" in question) return gaps.gap(question);
  if ("buildingLon" in question) return categories.times(question);
  return "maxM" in question ? isochrones.path(question) : isochrones.isochrone(question);
}

parentPort?.on("message", (question: Question) => {
  parentPort?.postMessage(answer(question));
});
