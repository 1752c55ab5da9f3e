import type { Database } from "../database/database.ts";
import type { BankAnswer, BankQuestion } from "../walking/bank-kernel.ts";
import type { CatchmentQuestion, CatchmentsAnswer } from "../walking/catchment-kernel.ts";
import type { CountedIsochrone, CountedQuestion } from "../walking/counted-isochrone.ts";
import type { GapAnswer, GapQuestion } from "../walking/gap-kernel.ts";
import { type IsochroneComputer, startIsochroneComputer } from "../walking/isochrone-computer.ts";
import type { PlaceSetsQuestion } from "../walking/place-sets.ts";
import type { CategoryReach } from "../walking/reach-kernel.ts";
import type { StreetsAnswer, StreetsQuestion } from "../walking/street-kernel.ts";
import type { Path, PathQuestion } from "../walking/walk-path.ts";
import type { RouteAnswer, RouteQuestion } from "../walking/walk-route.ts";
import type { DataState } from "./area.ts";
import { heldComputers } from "./held-computers.ts";

/** Districts whose walking network is held in memory at once. */
const KEPT = 2;

/** Answers what is asked of the walking network of a district's dataset. */
export interface IsochroneReader {
  /** null where the origin cannot be joined to the network. */
  read(data: DataState, question: CountedQuestion): Promise<CountedIsochrone | null>;
  path(data: DataState, question: PathQuestion): Promise<Path>;
  route(data: DataState, question: RouteQuestion): Promise<RouteAnswer>;
  gap(data: DataState, question: GapQuestion): Promise<GapAnswer>;
  bank(data: DataState, question: BankQuestion): Promise<BankAnswer>;
  streets<Question extends StreetsQuestion>(
    data: DataState,
    question: Question,
  ): Promise<StreetsAnswer<Question>>;
  catchments(data: DataState, question: CatchmentQuestion): Promise<CatchmentsAnswer>;
  placeSets(data: DataState, question: PlaceSetsQuestion): Promise<CategoryReach[]>;
  /** Ends the threads that hold networks. */
  close(): Promise<void>;
}

/** Keeps the networks asked about last, each read when first needed and dropped when the data has changed since. */
export function createIsochroneReader(database: Database): IsochroneReader {
  const { ask, close } = heldComputers<IsochroneComputer>(KEPT, ({ districtId, datasetId }) =>
    startIsochroneComputer(database, { districtId, datasetId }),
  );
  return {
    read: (data, question) => ask(data, (computer) => computer.isochrone(question)),
    path: (data, question) => ask(data, (computer) => computer.path(question)),
    route: (data, question) => ask(data, (computer) => computer.route(question)),
    gap: (data, question) => ask(data, (computer) => computer.gap(question)),
    bank: (data, question) => ask(data, (computer) => computer.bank(question)),
    streets: (data, question) => ask(data, (computer) => computer.streets(question)),
    catchments: (data, question) => ask(data, (computer) => computer.catchments(question)),
    placeSets: (data, question) => ask(data, (computer) => computer.placeSets(question)),
    close,
  };
}
