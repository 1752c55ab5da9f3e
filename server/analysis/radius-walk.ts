import type { FacilityPlace } from "../walking/facility-entries.ts";
import type { PlaceSetsQuestion } from "../walking/place-sets.ts";
import { facilityPlaces } from "../walking/reach-inputs.ts";
import type { CategoryReach } from "../walking/reach-kernel.ts";
import { readWkb } from "../walking/wkb.ts";
import type { Grounds } from "./building-grounds.ts";
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

/** What walks over a dataset rest on: where its buildings stand by ordinal, and who walks. */
export interface WalkGround {
  readonly grounds: () => Promise<Grounds>;
  readonly placeSets: (question: PlaceSetsQuestion) => Promise<CategoryReach[]>;
}

/** Walks a persona from every building of a dataset to the places of each definition and back. */
export async function walkToPlaces(
  { grounds, placeSets }: WalkGround,
  { asked, persona }: { readonly asked: readonly Asked[]; readonly persona: string },
): Promise<readonly RadiusWalk[]> {
  const sets = new Map<string, PlaceSet>();
  const setsOf = asked.map(({ definition, places }) => addSets(sets, definition, places));
  const { lon, lat } = await grounds();
  const answers = await placeSets({
    persona,
    sets: [...sets.values()].map(({ places }) => places),
    buildingLon: lon,
    buildingLat: lat,
  });
  const reach = new Map([...sets.keys()].map((key, set) => [key, answers[set]!]));
  return setsOf.map((own) =>
    foldWalks(
      lon.length,
      own.map((key) => ({ radiusM: sets.get(key)!.radiusM, reach: reach.get(key)! })),
    ),
  );
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

/** Walks folded of one stored reach that are kept. */
const KEPT_WALKS = 64;
/** What was folded of a stored reach, for as long as that is kept. */
const folded = new WeakMap<KeptReach, Map<string, RadiusWalk>>();

/** The same from the stored reach, for a definition that counts whole categories; a category it lacks has no place. */
export function walkByReach(reach: KeptReach, { categories, radii }: CoverageDefinition): RadiusWalk {
  const { radiusM } = radii[0]!;
  const known = folded.get(reach) ?? new Map<string, RadiusWalk>();
  folded.set(reach, known);
  const key = `${radiusM} ${categories.join(";")}`;
  const sets = categories.flatMap((category) => {
    const ofCategory = reach.categories.get(category);
    return ofCategory ? [{ radiusM, reach: ofCategory }] : [];
  });
  const walk = known.get(key) ?? foldWalks(reach.onNetwork.length, sets);
  known.delete(key);
  known.set(key, walk);
  if (known.size > KEPT_WALKS) known.delete(known.keys().next().value!);
  return walk;
}
