import { parentPort, workerData } from "node:worker_threads";
import { type BankQuestion, createBankKernel } from "./bank-kernel.ts";
import { type CatchmentQuestion, createCatchmentKernel } from "./catchment-kernel.ts";
import { type CountedQuestion, createCountedIsochrones, memoryOf, toPosted } from "./counted-isochrone.ts";
import type { FacilityPoints } from "./facilities-within.ts";
import type { Footprints } from "./footprint-shares.ts";
import { createGapKernel, type GapQuestion } from "./gap-kernel.ts";
import { createIsochroneKernel, type IsochroneInputs } from "./isochrone-kernel.ts";
import { createNetworkAccess } from "./network-access.ts";
import { type PlaceSetsQuestion, reachPlaceSets } from "./place-sets.ts";
import { createStreetKernel, type StreetsQuestion } from "./street-kernel.ts";
import type { PathQuestion } from "./walk-path.ts";
import type { RouteQuestion } from "./walk-route.ts";

interface Inputs extends IsochroneInputs {
  readonly footprints: Footprints;
  readonly facilityPoints: FacilityPoints;
}

const inputs = workerData as Inputs;
const access = createNetworkAccess(inputs);
const isochrones = createIsochroneKernel(inputs, access);
const counted = createCountedIsochrones(isochrones, inputs.footprints, inputs.facilityPoints);
const gaps = createGapKernel(inputs, access);
const banks = createBankKernel(inputs, access);
const streets = createStreetKernel(inputs, access);
const catchments = createCatchmentKernel(inputs, access);

type OtherQuestion =
  | PathQuestion
  | RouteQuestion
  | GapQuestion
  | BankQuestion
  | StreetsQuestion
  | CatchmentQuestion
  | PlaceSetsQuestion;
type Question = CountedQuestion | OtherQuestion;

function answer(question: OtherQuestion) {
  if ("banks" in question) return banks.bank(question);
  if ("streets" in question) return streets.streets(question);
  if ("sets" in question) return reachPlaceSets(inputs, access, question);
  if ("supply" in question) return catchments.catchments(question);
  if ("linkM" in question) return gaps.gap(question);
  if ("destination" in question) return isochrones.route(question);
  return isochrones.path(question);
}

parentPort?.on("message", (question: Question) => {
  if (!("minutes" in question)) return parentPort?.postMessage(answer(question));
  const found = counted(question);
  const posted = found && toPosted(found);
  parentPort?.postMessage(posted, posted ? memoryOf(posted) : []);
});
