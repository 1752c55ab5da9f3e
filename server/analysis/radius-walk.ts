import type { Database } from "../database/database.ts";
import type { FacilityPlace } from "../walking/facility-entries.ts";
import { FIELDS_AT_ONCE } from "../walking/field-search.ts";
import type { DatasetRef } from "../walking/load-network.ts";
import { startReachComputer } from "../walking/reach-computer.ts";
import { facilityPlaces, loadReachInputs, loadWalkingStandards } from "../walking/reach-inputs.ts";
import type { CategoryReach } from "../walking/reach-kernel.ts";
import { readWkb } from "../walking/wkb.ts";
import { type CoverageDefinition, radiusOf } from "./coverage-definitions.ts";
import type { SupplyPlace } from "./radius-reader.ts";
import type { KeptReach } from "./reach-cache.ts";

/** How one walks to the places of a definition, by building ordinal. */
export interface RadiusWalk {
  /** 1 = the shortest walk to a place is within that place's radius. */
  readonly walked: Uint8Array;
  /** Whole seconds to the nearest place and from the nearest, the worse of both; -1 = over an hour. */
  readonly seconds: Int16Array;
}

interface Asked {
  readonly definition: CoverageDefinition;
  readonly places: readonly SupplyPlace[];
}

/** Places with one radius, searched together; several definitions may share one. */
interface PlaceSet {
  readonly radiusM: number;
  readonly places: FacilityPlace[];
}

/** Walks a persona from every building of a dataset to the places of each definition and back, in a thread of its own. */
export async function walkToPlaces(
  database: Database,
  dataset: DatasetRef,
  { asked, persona }: { readonly asked: readonly Asked[]; readonly persona: string },
): Promise<readonly RadiusWalk[]> {
  const sets = new Map<string, PlaceSet>();
  const setsOf = asked.map(({ definition, places }) => addSets(sets, definition, places));
  const inputs = await loadReachInputs(database, dataset, await loadWalkingStandards(database));
  const buildings = inputs.buildingLon.length;
  const facilities = new Map([...sets].map(([key, { places }]) => [key, places]));
  const computer = startReachComputer({ ...inputs, facilities });
  try {
    const keys = [...sets.keys()];
    const reach = new Map<string, CategoryReach>();
    for (let first = 0; first < keys.length; first += FIELDS_AT_ONCE) {
      const group = keys.slice(first, first + FIELDS_AT_ONCE);
      const answers = await computer.categories(persona, group);
      for (const [at, key] of group.entries()) reach.set(key, answers[at]!);
    }
    return setsOf.map((own) =>
      foldWalks(
        buildings,
        own.map((key) => ({ radiusM: sets.get(key)!.radiusM, reach: reach.get(key)! })),
      ),
    );
  } finally {
    await computer.close();
  }
}

// the sets of a definition, by radius, put in with those of the others
function addSets(
  sets: Map<string, PlaceSet>,
  definition: CoverageDefinition,
  places: readonly SupplyPlace[],
): string[] {
  const byRadius = new Map<number, SupplyPlace[]>();
  for (const place of places) {
    const radiusM = radiusOf(place.areaSqm, definition);
    if (typeof radiusM === "number") byRadius.set(radiusM, [...(byRadius.get(radiusM) ?? []), place]);
  }
  return [...byRadius].map(([radiusM, members]) => {
    const key = `${radiusM} ${members.map(({ id }) => id).join("|")}`;
    sets.set(key, { radiusM, places: members.flatMap(placesOf) });
    return key;
  });
}

// a walkway is entered anywhere along it, as an area is at its outline
function placesOf({ shape, entrances }: SupplyPlace): FacilityPlace[] {
  const { lines } = readWkb(shape);
  return lines.length > 0 ? [{ outline: lines, entrances: [] }] : facilityPlaces(shape, entrances);
}

interface Walkable {
  readonly radiusM: number;
  readonly reach: {
    readonly toS: ArrayLike<number>;
    readonly fromS: ArrayLike<number>;
    readonly metres: ArrayLike<number>;
  };
}

/** Folds the reach to several sets of places (-1 = out of reach) into that of all of them together. */
export function foldWalks(buildings: number, sets: readonly Walkable[]): RadiusWalk {
  const walked = new Uint8Array(buildings);
  const seconds = new Int16Array(buildings).fill(-1);
  for (let building = 0; building < buildings; building++) {
    let [to, from] = [Infinity, Infinity];
    for (const { radiusM, reach } of sets) {
      const [toS, fromS, metres] = [reach.toS[building]!, reach.fromS[building]!, reach.metres[building]!];
      if (toS >= 0) to = Math.min(to, toS);
      if (fromS >= 0) from = Math.min(from, fromS);
      if (metres >= 0 && metres <= radiusM) walked[building] = 1;
    }
    const worse = Math.max(to, from);
    if (worse < Infinity) seconds[building] = worse;
  }
  return { walked, seconds };
}

/** The same from the stored reach, for a definition that counts whole categories; a category it lacks has no place. */
export function walkByReach(
  { onNetwork, categories }: KeptReach,
  definition: CoverageDefinition,
): RadiusWalk {
  const { radiusM } = definition.radii[0]!;
  const sets = definition.categories.flatMap((category) => {
    const reach = categories.get(category);
    return reach ? [{ radiusM, reach }] : [];
  });
  return foldWalks(onNetwork.length, sets);
}
