import type { Database } from "../database/database.ts";
import { type AppError, busy } from "../errors.ts";
import { type ByteCache, byteCache } from "../tiles/byte-cache.ts";
import { loadReach, type PersonaReach } from "../walking/reach.ts";
import type { Area } from "./area.ts";

const CACHE_BYTES = 256 * 2 ** 20;

/** The stored reach of a persona in an area's dataset; `sha256` is what the record says it was computed from. */
export type ReachReader = (area: Area, persona: string, sha256: string | null) => Promise<PersonaReach>;

/** 503: the walking times of a persona are not all computed yet. */
export function reachNotReady(persona: string): AppError {
  return busy(30, `The walking times of the persona ${persona} are still being computed`);
}

/**
 * Keeps stored reach in memory, up to 256 MB. What it was computed from is part of the key, so a reach computed anew is
 * read anew. Throws busy where the record holds none yet.
 */
export function createReachReader(database: Database): ReachReader {
  const entries: ByteCache<Promise<PersonaReach>> = byteCache(CACHE_BYTES);
  return async ({ districtId, datasetId }, persona, sha256) => {
    if (sha256 === null) throw reachNotReady(persona);
    const key = `${datasetId} ${persona} ${sha256}`;
    const known = entries.get(key);
    if (known) return known;
    const reading = loadReach(database, { districtId, datasetId, personas: [persona] }).then((table) => {
      const reach = table.personas.get(persona);
      if (!reach) throw reachNotReady(persona);
      return reach;
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

function bytesOf({ onNetwork, categories }: PersonaReach): number {
  let bytes = onNetwork.byteLength;
  for (const { toS, fromS, metres } of categories.values()) {
    bytes += toS.byteLength + fromS.byteLength + metres.byteLength;
  }
  return bytes;
}
