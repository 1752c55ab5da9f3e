import { parentPort, workerData } from "node:worker_threads";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs, type IsochroneQuestion } from "./isochrone-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";

const kernel = createIsochroneKernel(workerData as IsochroneInputs);
const gaps = createGapKernel(workerData as IsochroneInputs);

function answerOf(question: IsochroneQuestion | PathQuestion | GapQuestion): unknown {
  if ("linkM" in question) return gaps.gap(question);
  return "maxM" in question ? kernel.path(question) : kernel.isochrone(question);
}

parentPort?.on("message", (question: Parameters<typeof answerOf>[0]) => {
  parentPort?.postMessage(answerOf(question));
});
