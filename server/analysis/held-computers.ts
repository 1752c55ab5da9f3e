import type { DataState } from "./area.ts";

/** Something that answers questions about the data of one district for as long as it is held, a thread for example. */
interface Computer {
  /** Ends it; what is still open is rejected. */
  close(): Promise<void>;
}

/** Computers of the districts asked about last. */
export interface HeldComputers<Held extends Computer> {
  /** What the computer of a district's data answers; it is started with the first question, and anew when the data has changed. */
  ask<Answer>(data: DataState, question: (computer: Held) => Promise<Answer>): Promise<Answer>;
  /** Ends all of them; what is still open is rejected. */
  close(): Promise<void>;
}

interface Entry<Held> {
  readonly version: string;
  readonly computer: Promise<Held>;
  readonly open: Set<Promise<unknown>>;
}

/** The version of the data that a computer holds. */
export const groundOf = ({ datasetId, groundVersion }: DataState) => `${datasetId} ${groundVersion}`;

/**
 * Holds at most so many computers. Where there is room for no more, the one asked longest ago goes, an idle one first: it
 * answers what it has been asked, and only then ends and makes room. One that has failed is started anew by the next question.
 */
export function heldComputers<Held extends Computer>(
  most: number,
  start: (data: DataState) => Promise<Held>,
): HeldComputers<Held> {
  const held = new Map<string, Entry<Held>>();
  const living = new Set<Entry<Held>>();
  const end = async (entry: Entry<Held>) => {
    // a computer that could not be started needs no end
    await entry.computer.then((computer) => computer.close()).catch(() => undefined);
    living.delete(entry);
  };
  const retire = async (districtId: string) => {
    const entry = held.get(districtId)!;
    held.delete(districtId);
    await Promise.allSettled(entry.open);
    await end(entry);
  };
  const longestAgo = () => [...held].find(([, { open }]) => open.size === 0)?.[0] ?? [...held.keys()][0];
  const entryOf = (data: DataState): Entry<Held> => {
    const { districtId } = data;
    const version = groundOf(data);
    const known = held.get(districtId);
    if (known?.version === version) {
      // the last in the map is the one asked last
      held.delete(districtId);
      held.set(districtId, known);
      return known;
    }
    const leaving = known ? districtId : held.size >= most ? longestAgo() : undefined;
    const room = leaving === undefined ? Promise.resolve() : retire(leaving);
    const entry: Entry<Held> = { version, computer: room.then(() => start(data)), open: new Set() };
    held.set(districtId, entry);
    living.add(entry);
    return entry;
  };
  return {
    ask: async (data, question) => {
      const entry = entryOf(data);
      const answer = entry.computer.then(question);
      entry.open.add(answer);
      try {
        return await answer;
      } catch (error) {
        if (held.get(data.districtId) === entry) void retire(data.districtId);
        throw error;
      } finally {
        entry.open.delete(answer);
      }
    },
    close: async () => {
      held.clear();
      await Promise.all([...living].map(end));
    },
  };
}
