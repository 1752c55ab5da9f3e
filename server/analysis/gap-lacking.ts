import type { ServiceGapParams } from "../contract/service-gap.ts";
import { worseSeconds } from "./coverage-kernel.ts";
import type { AskedCategories } from "./gap-categories.ts";
import { type KeptReach, reachNotReady } from "./reach-cache.ts";
import type { WalkingFacts } from "./walking-facts.ts";

const SECONDS_PER_MINUTE = 60;

interface Asking {
  readonly asked: AskedCategories;
  readonly walking: WalkingFacts;
  readonly reach: KeptReach;
  readonly params: ServiceGapParams;
}

/**
 * By category the data holds, 1 for each building that lacks it, in the order of the ordinals. Throws busy where the
 * reach of a category is yet to be computed.
 */
export function whoLacks(
  ordinals: Int32Array,
  { asked, walking, reach, params }: Asking,
): Map<string, Uint8Array> {
  const limitS = params.minutes * SECONDS_PER_MINUTE;
  const held = asked.categories.filter(({ category }) => walking.facilities[category] !== undefined);
  return new Map(
    held.map(({ category }) => {
      const ofCategory = reach.categories.get(category);
      // facilities that came after the reach was computed
      if (!ofCategory) throw reachNotReady(params.persona);
      const lacking = Uint8Array.from(ordinals, (ordinal) => {
        const seconds = worseSeconds(ofCategory, ordinal);
        return seconds >= 0 && seconds <= limitS ? 0 : 1;
      });
      return [category, lacking] as const;
    }),
  );
}

/** 1 for each building that lacks any of the categories. */
export function lacksAny(missing: ReadonlyMap<string, Uint8Array>, buildings: number): Uint8Array {
  const masks = [...missing.values()];
  return new Uint8Array(buildings).map((_, at) => (masks.some((lacking) => lacking[at] === 1) ? 1 : 0));
}
