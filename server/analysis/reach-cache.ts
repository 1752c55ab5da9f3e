import type { Database } from "../database/database.ts";
import { type AppError, busy } from "../errors.ts";
import { type ByteCache, byteCache } from "../tiles/byte-cache.ts";
import { loadReach, type PersonaReach } from "../walking/reach.ts";
import type { Area } from "./area.ts";

const CACHE_BYTES = 384 * 2 ** 20;

/** One persona's stored reach by building ordinal; -1 = not within the limit. Seconds and metres fit in 16 bits. */
export interface KeptReach {
  /** 1 = the building gets onto the network. */
  readonly onNetwork: Uint8Array;
  readonly categories: ReadonlyMap<string, KeptCategoryReach>;
}

/** Whole seconds to and from the nearest of a category, whole metres to it. */
export interface KeptCategoryReach {
  readonly toS: Int16Array;
  readonly fromS: Int16Array;
  readonly metres: Int16Array;
}

/** The stored reach of a persona in an area's dataset; `sha256` is what the record says it was computed from. */
export type ReachReader = (area: Area, persona: string, sha256: string | null) => Promise<KeptReach>;

/** 503: the walking times of a persona are not all computed yet. */
export function reachNotReady(persona: string): AppError {
  return busy(30, `The walking times of the persona ${persona} are still being computed`);
}

/**
 * Keeps stored reach in memory, up to 384 MB. What it was computed from is part of the key, so a reach computed anew is
 * read anew. Throws busy where the record holds none yet.
 */
export function createReachReader(database: Database): ReachReader {
  const entries: ByteCache<Promise<KeptReach>> = byteCache(CACHE_BYTES);
  return async ({ districtId, datasetId }, persona, sha256) => {
    if (sha256 === null) throw reachNotReady(persona);
    const key = `${datasetId} ${persona} ${sha256}`;
    const known = entries.get(key);
    if (known) return known;
    const reading = loadReach(database, { districtId, datasetId, personas: [persona] }).then((table) => {
      const reach = table.personas.get(persona);
      if (!reach) throw reachNotReady(persona);
      return keep(reach);
    });
    entries.set(key, reading, 0);
    try {
      const reach = await reading;
      entries.set(key, reading, bytesOf(reach));
      return reach;
    } catch (error) {
      entries.delete(key);
      throw error;
    }
  };
}

function keep({ onNetwork, categories }: PersonaReach): KeptReach {
  const kept = [...categories].map(([category, { toS, fromS, metres }]) => {
    return [
      category,
      { toS: Int16Array.from(toS), fromS: Int16Array.from(fromS), metres: Int16Array.from(metres) },
    ] as const;
  });
  return { onNetwork, categories: new Map(kept) };
}

function bytesOf({ onNetwork, categories }: KeptReach): number {
  let bytes = onNetwork.byteLength;
  for (const { toS, fromS, metres } of categories.values()) {
    bytes += toS.byteLength + fromS.byteLength + metres.byteLength;
  }
  return bytes;
}
