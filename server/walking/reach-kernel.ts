import type { Measure } from "./access.ts";
import type { FacilityPlace } from "./facility-entries.ts";
import { createFieldSearch, type FieldSearch } from "./field-search.ts";
import { flatNetwork } from "./flat-map.ts";
import { forwardGraph, reverseGraph } from "./graph.ts";
import { type Direction, facilitySeeds, nearestFacility, type Places, preparePlaces } from "./nearest.ts";
import type { WalkNetwork } from "./network.ts";
import { createNetworkAccess, type NetworkAccess } from "./network-access.ts";
import { closedEdges, STORED_TIME, type WalkConditions } from "./opening-hours.ts";
import { type MobilityClass, mobilityClassOf, type Persona, type WalkingParameters } from "./persona.ts";
import { type BucketScratch, createBucketScratch } from "./search.ts";
import type { Snap } from "./snap.ts";
import { edgeCentimetres, edgeCosts, flatDurationS, UNITS_PER_S } from "./speed-model.ts";
import type { Rings } from "./water-barrier.ts";

/** Farther than this (inclusive) a shortest distance is not kept. A bound of storage, not a standard. */
export const REACH_MAX_M = 5000;
const CM_PER_M = 100;

/** Everything reach depends on, as plain data that can be posted to a worker. */
export interface ReachInputs {
  readonly network: WalkNetwork;
  readonly parameters: WalkingParameters;
  readonly personas: readonly Persona[];
  readonly water: readonly Rings[];
  /** A point on each building's footprint in the order of building.ordinal, EPSG:4326. */
  readonly buildingLon: Float64Array;
  readonly buildingLat: Float64Array;
  readonly facilities: ReadonlyMap<string, readonly FacilityPlace[]>;
}

/** Reach of every building to one category, by building ordinal; -1 = not within the limit or not on the network. */
export interface CategoryReach {
  /** Whole seconds rounded up, so that "at most 300 s" never claims too much. */
  readonly toS: Int32Array;
  readonly fromS: Int32Array;
  /** Shortest distance of a walk to the category, whole metres rounded up. */
  readonly metres: Int32Array;
}

/** Answers reach for one persona after the other; keeps what personas of one mobility class share. */
export interface ReachKernel {
  /** Per building 1 where a persona's class gets onto the network, else 0. */
  onNetwork(personaId: string): Uint8Array;
  /** Reach to each of up to FIELDS_AT_ONCE categories, in their order; at the stored time unless conditions are given. */
  categories(personaId: string, categories: readonly string[], conditions?: WalkConditions): CategoryReach[];
}

// What one of the three arrays of reach is folded from.
interface Field {
  readonly places: Places;
  readonly search: FieldSearch;
  readonly limit: number;
  readonly unitsPerWhole: number;
}

interface PersonaPart {
  readonly key: string;
  readonly toS: Field;
  readonly fromS: Field;
  readonly metres: Field;
}

interface PartMaking {
  readonly snaps: readonly (readonly Snap[])[];
  readonly scratch: BucketScratch;
  readonly conditions: WalkConditions;
  readonly key: string;
}

function buildPersonaPart(
  inputs: ReachInputs,
  persona: Persona,
  { snaps, scratch, conditions, key }: PartMaking,
): PersonaPart {
  const { parameters } = inputs;
  const network = conditions.isFlat ? flatNetwork(inputs.network) : inputs.network;
  const seconds: Measure = {
    network,
    costs: edgeCosts(network, persona, parameters, conditions),
    connectorCost: (connectorM) => Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S),
  };
  const metres: Measure = {
    network,
    costs: edgeCentimetres(network, seconds.costs),
    connectorCost: (connectorM) => Math.round(connectorM * CM_PER_M),
  };
  const field = (measure: Measure, direction: Direction, most: number, unitsPerWhole: number): Field => {
    const graph = (direction === "to" ? reverseGraph : forwardGraph)(network, measure.costs);
    const limit = most * unitsPerWhole;
    const search = createFieldSearch(graph, limit, scratch);
    return { places: preparePlaces(measure, direction, snaps), search, limit, unitsPerWhole };
  };
  return {
    key,
    toS: field(seconds, "to", parameters.reachMaxS, UNITS_PER_S),
    fromS: field(seconds, "from", parameters.reachMaxS, UNITS_PER_S),
    metres: field(metres, "to", REACH_MAX_M, CM_PER_M),
  };
}

const roundUp = (costs: Int32Array, unitsPerWhole: number) =>
  costs.map((cost) => (cost < 0 ? -1 : Math.ceil(cost / unitsPerWhole)));

function nearestOfEach({ places, search, limit, unitsPerWhole }: Field, entrySets: readonly Snap[][]) {
  const fields = search(entrySets.map((entries) => facilitySeeds(places, entries)));
  return entrySets.map((entries, index) =>
    roundUp(nearestFacility(places, entries, { costs: fields[index]!, limit }), unitsPerWhole),
  );
}

/**
 * Makes the kernel that answers reach over these inputs. Buildings and facility points get onto the network by the
 * snapping rule; a building is measured from a point on its footprint.
 */
export function createReachKernel(
  inputs: ReachInputs,
  access: NetworkAccess = createNetworkAccess(inputs),
): ReachKernel {
  const personas = new Map(inputs.personas.map((persona) => [persona.id, persona]));
  const snaps = new Map<MobilityClass, readonly (readonly Snap[])[]>();
  const scratch = createBucketScratch();
  let current: PersonaPart | undefined;

  const personaOf = (personaId: string): Persona => {
    const persona = personas.get(personaId);
    if (!persona) throw new Error(`There is no persona "${personaId}".`);
    return persona;
  };
  const snapsOf = (persona: Persona): readonly (readonly Snap[])[] => {
    const mobilityClass = mobilityClassOf(persona);
    const found =
      snaps.get(mobilityClass) ?? access.snaps(mobilityClass, inputs.buildingLon, inputs.buildingLat);
    snaps.set(mobilityClass, found);
    return found;
  };
  const entriesOf = (persona: Persona, category: string): Snap[] =>
    (inputs.facilities.get(category) ?? []).flatMap((place) =>
      access.entries(mobilityClassOf(persona), place),
    );
  return {
    onNetwork: (personaId) =>
      Uint8Array.from(snapsOf(personaOf(personaId)), (own) => (own.length > 0 ? 1 : 0)),
    categories: (personaId, categories, conditions = STORED_TIME) => {
      const persona = personaOf(personaId);
      const key = `${personaId} ${conditions.isFlat ?? false} ${closedEdges(inputs.network, conditions)}`;
      if (current?.key !== key) {
        current = buildPersonaPart(inputs, persona, { snaps: snapsOf(persona), scratch, conditions, key });
      }
      const entrySets = categories.map((category) => entriesOf(persona, category));
      const toS = nearestOfEach(current.toS, entrySets);
      const fromS = nearestOfEach(current.fromS, entrySets);
      const metres = nearestOfEach(current.metres, entrySets);
      return categories.map((_, index) => ({
        toS: toS[index]!,
        fromS: fromS[index]!,
        metres: metres[index]!,
      }));
    },
  };
}
