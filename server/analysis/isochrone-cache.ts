import type { Database } from "../database/database.ts";
import { type IsochroneComputer, startIsochroneComputer } from "../walking/isochrone-computer.ts";
import type { Isochrone, IsochroneQuestion } from "../walking/isochrone-kernel.ts";
import type { Area } from "./area.ts";

/** Districts whose walking network is held in memory at once. */
const KEPT = 2;

/** Answers isochrones of an area's dataset; null where the origin cannot be joined to its network. */
export interface IsochroneReader {
  read(area: Area, question: IsochroneQuestion): Promise<Isochrone | null>;
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
  return {
    read: async (area, question) => {
      const computer = await computerOf(area);
      try {
        return await computer.isochrone(question);
      } catch (error) {
        await drop(area.districtId);
        throw error;
      }
    },
    close: async () => {
      await Promise.all([...held.keys()].map(drop));
    },
  };
}
