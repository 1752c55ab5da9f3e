import type { Database } from "../database/database.ts";
import type { GapAnswer, GapQuestion } from "../walking/gap-kernel.ts";
import { type IsochroneComputer, startIsochroneComputer } from "../walking/isochrone-computer.ts";
import type { Isochrone, IsochroneQuestion } from "../walking/isochrone-kernel.ts";
import type { Area } from "./area.ts";

/** Districts whose walking network is held in memory at once. */
const KEPT = 2;

/** Answers what is asked of the walking network of an area's dataset. */
export interface IsochroneReader {
  /** null where the origin cannot be joined to the network. */
  read(area: Area, question: IsochroneQuestion): Promise<Isochrone | null>;
  gap(area: Area, question: GapQuestion): Promise<GapAnswer>;
  /** Ends the threads that hold networks. */
  close(): Promise<void>;
}

/** Keeps the networks asked about last, each read when first needed and dropped when the data has changed since. */
export function createIsochroneReader(database: Database): IsochroneReader {
  const held = new Map<string, { readonly version: string; readonly computer: Promise<IsochroneComputer> }>();
  const drop = async (districtId: string) => {
    const entry = held.get(districtId);
    held.delete(districtId);
    // a computer that could not be started needs no end
    await entry?.computer.then((computer) => computer.close()).catch(() => undefined);
  };
  const computerOf = async ({ districtId, datasetId, dataVersion }: Area): Promise<IsochroneComputer> => {
    const version = `${datasetId} ${dataVersion}`;
    const known = held.get(districtId);
    if (known?.version === version) return known.computer;
    const stale = known ? districtId : held.size >= KEPT ? held.keys().next().value : undefined;
    if (stale !== undefined) void drop(stale);
    const computer = startIsochroneComputer(database, { districtId, datasetId });
    held.set(districtId, { version, computer });
    // what could not be started, or has failed since, is started anew by the next question
    computer.catch(() => held.get(districtId)?.computer === computer && held.delete(districtId));
    return computer;
  };
  const ask = async <Reply>(area: Area, of: (computer: IsochroneComputer) => Promise<Reply>) => {
    const computer = await computerOf(area);
    try {
      return await of(computer);
    } catch (error) {
      await drop(area.districtId);
      throw error;
    }
  };
  return {
    read: (area, question) => ask(area, (computer) => computer.isochrone(question)),
    gap: (area, question) => ask(area, (computer) => computer.gap(question)),
    close: async () => {
      await Promise.all([...held.keys()].map(drop));
    },
  };
}
