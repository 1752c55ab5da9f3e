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
  /** Starts it; until then questions wait. */
  readonly begin: () => void;
  /** Rejects what waits for a start that will not be. */
  readonly giveUp: () => void;
  begun: boolean;
  /** Questions not answered yet. */
  open: number;
}

/** So long a district waits for another to be idle; then the one asked longest ago takes no more questions. */
const PATIENCE_MS = 10_000;

/** The version of the data that a computer holds. */
export const groundOf = ({ datasetId, groundVersion }: DataState) => `${datasetId} ${groundVersion}`;

/**
 * Holds at most so many computers. Where there is room for no more, a district waits until one that is idle goes, the one
 * asked longest ago first: a computer answers all it has been asked before it ends. One that has failed is started anew by
 * the next question.
 */
export function heldComputers<Held extends Computer>(
  most: number,
  start: (data: DataState) => Promise<Held>,
): HeldComputers<Held> {
  // by district, the one asked last at the end
  const held = new Map<string, Entry<Held>>();
  // begun and not ended, those that only answer what is open included
  const living = new Set<Entry<Held>>();
  const ending = new Set<Entry<Held>>();
  const end = async (entry: Entry<Held>) => {
    if (!living.delete(entry)) return;
    ending.add(entry);
    // a computer that could not be started needs no end
    await entry.computer.then((computer) => computer.close()).catch(() => undefined);
    ending.delete(entry);
    makeRoom();
  };
  const retire = (districtId: string) => {
    const entry = held.get(districtId)!;
    held.delete(districtId);
    if (entry.open === 0) void end(entry);
  };
  const makeRoom = () => {
    const waiting = [...held.values()].filter(({ begun }) => !begun);
    for (const entry of waiting.slice(0, Math.max(0, most - living.size - ending.size))) {
      living.add(entry);
      entry.begun = true;
      entry.begin();
    }
    const staying = [...held.values()].filter(({ begun }) => begun).length;
    const leaving = living.size + ending.size - staying;
    const wanted = waiting.filter(({ begun }) => !begun).length - leaving;
    const idle = [...held].filter(([, { begun, open }]) => begun && open === 0);
    for (const [districtId] of idle.slice(0, Math.max(0, wanted))) retire(districtId);
  };
  const insist = (entry: Entry<Held>) => {
    const longestAgo = [...held].find(([, { begun }]) => begun);
    if (!entry.begun && longestAgo) retire(longestAgo[0]);
  };
  const entryOf = (data: DataState): Entry<Held> => {
    const { districtId } = data;
    const version = groundOf(data);
    const known = held.get(districtId);
    if (known && known.version !== version) retire(districtId);
    const entry = known?.version === version ? known : newEntry(version, () => start(data));
    held.delete(districtId);
    held.set(districtId, entry);
    entry.open++;
    makeRoom();
    if (!entry.begun) setTimeout(() => insist(entry), PATIENCE_MS).unref();
    return entry;
  };
  return {
    ask: async (data, question) => {
      const entry = entryOf(data);
      try {
        return await question(await entry.computer);
      } catch (error) {
        if (held.get(data.districtId) === entry) held.delete(data.districtId);
        throw error;
      } finally {
        entry.open--;
        if (entry.open === 0 && held.get(data.districtId) !== entry) void end(entry);
        else makeRoom();
      }
    },
    close: async () => {
      for (const entry of held.values()) if (!entry.begun) entry.giveUp();
      held.clear();
      await Promise.all([...living].map(end));
    },
  };
}

function newEntry<Held>(version: string, start: () => Promise<Held>): Entry<Held> {
  let begin!: () => void;
  let giveUp!: () => void;
  const computer = new Promise<Held>((resolve, reject) => {
    begin = () => resolve(start());
    giveUp = () => reject(new Error("Nothing more is started: all is being closed."));
  });
  return { version, computer, begin, giveUp, begun: false, open: 0 };
}
