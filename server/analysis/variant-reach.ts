import type { Database } from "../database/database.ts";
import { type ByteCache, byteCache } from "../tiles/byte-cache.ts";
import { FIELDS_AT_ONCE } from "../walking/field-search.ts";
import type { WalkConditions } from "../walking/opening-hours.ts";
import { type ReachComputer, startReachComputer } from "../walking/reach-computer.ts";
import { loadReachInputs, loadWalkingStandards } from "../walking/reach-inputs.ts";
import type { DataState } from "./area.ts";
import { groundOf, heldComputers } from "./held-computers.ts";
import type { KeptCategoryReach } from "./reach-cache.ts";

/** Districts whose network is held for such questions at once. */
const KEPT_DISTRICTS = 2;
const CACHE_BYTES = 128 * 2 ** 20;

/** Reach to a few categories under conditions that are not stored. */
export interface VariantQuestion {
  readonly persona: string;
  readonly categories: readonly string[];
  readonly conditions: WalkConditions;
  /** The edges not walked under the conditions, where they are known: two times with the same ones have one answer. */
  readonly closed?: readonly number[];
}

/** Computes reach at other times of the week than the stored one, without what costs a fare, and on a flat map. */
export interface VariantReach {
  read(data: DataState, question: VariantQuestion): Promise<ReadonlyMap<string, KeptCategoryReach>>;
  close(): Promise<void>;
}

async function startComputer(database: Database, data: DataState): Promise<ReachComputer> {
  const standards = await loadWalkingStandards(database);
  return startReachComputer(await loadReachInputs(database, data, standards));
}

/** Keeps the networks asked about last in threads, and up to 128 MB of answers. */
export function createVariantReach(database: Database): VariantReach {
  const answers: ByteCache<KeptCategoryReach> = byteCache(CACHE_BYTES);
  const { ask, close } = heldComputers(KEPT_DISTRICTS, (data) => startComputer(database, data));
  return {
    read: async (data, { persona, categories, conditions, closed }) => {
      const { weekday, minute, avoidsFares = false, isFlat = false } = conditions;
      const when = [isFlat, ...(closed ? ["closed", closed] : [weekday, minute, avoidsFares])];
      const keyOf = (category: string) =>
        [data.districtId, groundOf(data), persona, ...when, category].join(" ");
      const known = new Map(categories.map((category) => [category, answers.get(keyOf(category))]));
      const missing = categories.filter((category) => !known.get(category));
      for (let first = 0; first < missing.length; first += FIELDS_AT_ONCE) {
        const group = missing.slice(first, first + FIELDS_AT_ONCE);
        const reached = await ask(data, (computer) => computer.categories(persona, group, conditions));
        for (const [at, { toS, fromS, metres }] of reached.entries()) {
          const kept = {
            toS: Int16Array.from(toS),
            fromS: Int16Array.from(fromS),
            metres: Int16Array.from(metres),
          };
          known.set(group[at]!, kept);
          answers.set(keyOf(group[at]!), kept, 6 * toS.length);
        }
      }
      return new Map([...known].map(([category, reach]) => [category, reach!]));
    },
    close,
  };
}
