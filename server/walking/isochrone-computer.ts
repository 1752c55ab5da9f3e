import type { Database } from "../database/database.ts";
import type { BankAnswer, BankQuestion } from "./bank-kernel.ts";
import type { CatchmentQuestion, CatchmentsAnswer } from "./catchment-kernel.ts";
import {
  type CountedIsochrone,
  type CountedQuestion,
  fromPosted,
  type PostedIsochrone,
} from "./counted-isochrone.ts";
import { facilityPoints } from "./facilities-within.ts";
import type { GapAnswer, GapQuestion } from "./gap-kernel.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { loadFootprints } from "./load-footprints.ts";
import { type DatasetRef, loadNetwork } from "./load-network.ts";
import type { PlaceSetsQuestion } from "./place-sets.ts";
import { loadFacilities, loadWalkingStandards, loadWater } from "./reach-inputs.ts";
import type { CategoryReach } from "./reach-kernel.ts";
import type { StreetsAnswer, StreetsQuestion } from "./street-kernel.ts";
import type { Path, PathQuestion } from "./walk-path.ts";
import type { RouteAnswer, RouteQuestion } from "./walk-route.ts";
import { startWalkingThread, type WalkingThread } from "./walking-thread.ts";

/** The walking network of one dataset, held by a thread of its own for as long as it is asked. */
export interface IsochroneComputer {
  /** null where the origin cannot be joined to the network. */
  isochrone(question: CountedQuestion): Promise<CountedIsochrone | null>;
  path(question: PathQuestion): Promise<Path>;
  route(question: RouteQuestion): Promise<RouteAnswer>;
  gap(question: GapQuestion): Promise<GapAnswer>;
  bank(question: BankQuestion): Promise<BankAnswer>;
  streets<Question extends StreetsQuestion>(question: Question): Promise<StreetsAnswer<Question>>;
  catchments(question: CatchmentQuestion): Promise<CatchmentsAnswer>;
  placeSets(question: PlaceSetsQuestion): Promise<CategoryReach[]>;
  close(): Promise<void>;
}

/** Reads a dataset's network, water, footprints, facilities and the walking standards into a thread that answers isochrones and gaps. */
export async function startIsochroneComputer(
  database: Database,
  dataset: DatasetRef,
): Promise<IsochroneComputer> {
  const standards = await loadWalkingStandards(database);
  const water = await loadWater(database, dataset);
  const facilities = await loadFacilities(database, dataset);
  // the two that are large, side by side where the database has more than one connection
  const [network, footprints] = await Promise.all([
    loadNetwork(database, dataset),
    loadFootprints(database, dataset),
  ]);
  const inputs: IsochroneInputs = { ...standards, water, network };
  const thread: WalkingThread = startWalkingThread("./isochrone-worker.ts", {
    ...inputs,
    footprints,
    facilityPoints: facilityPoints(facilities),
  });
  return {
    isochrone: async (question) => {
      const posted = await thread.ask<PostedIsochrone | null>(question);
      return posted && fromPosted(posted);
    },
    path: (question) => thread.ask<Path>(question),
    route: (question) => thread.ask<RouteAnswer>(question),
    gap: (question) => thread.ask<GapAnswer>(question),
    bank: (question) => thread.ask<BankAnswer>(question),
    streets: (question) => thread.ask(question),
    catchments: (question) => thread.ask<CatchmentsAnswer>(question),
    placeSets: (question) => thread.ask<CategoryReach[]>(question),
    close: thread.close,
  };
}
