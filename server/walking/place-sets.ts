import type { FacilityPlace } from "./facility-entries.ts";
import { FIELDS_AT_ONCE } from "./field-search.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import type { NetworkAccess } from "./network-access.ts";
import { type CategoryReach, createReachKernel } from "./reach-kernel.ts";

/** How a persona walks from buildings to sets of places and back. */
export interface PlaceSetsQuestion {
  readonly persona: string;
  readonly sets: readonly (readonly FacilityPlace[])[];
  /** A point on the footprint of each building, EPSG:4326. */
  readonly buildingLon: Float64Array;
  readonly buildingLat: Float64Array;
}

/** Reach of every building to each of the sets, in their order, at the stored time. Throws on an unknown persona. */
export function reachPlaceSets(
  inputs: IsochroneInputs,
  access: NetworkAccess,
  { persona, sets, buildingLon, buildingLat }: PlaceSetsQuestion,
): CategoryReach[] {
  const facilities = new Map(sets.map((places, set) => [String(set), places]));
  const kernel = createReachKernel({ ...inputs, facilities, buildingLon, buildingLat }, access);
  const names = [...facilities.keys()];
  return names.flatMap((_, first) =>
    first % FIELDS_AT_ONCE === 0
      ? kernel.categories(persona, names.slice(first, first + FIELDS_AT_ONCE))
      : [],
  );
}
