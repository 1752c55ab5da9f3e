import type { Measure } from "./access.ts";
import { type FacilityPlace, facilityEntries } from "./facility-entries.ts";
import { forwardGraph, type Graph, reverseGraph } from "./graph.ts";
import { nearestFacility, type Places, preparePlaces } from "./nearest.ts";
import type { WalkNetwork } from "./network.ts";
import { type MobilityClass, mobilityClassOf, type Persona, type WalkingParameters } from "./persona.ts";
import { createBucketScratch } from "./search.ts";
import { buildSnapIndex, type Snap, type SnapIndex, snapPoint } from "./snap.ts";
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
  category(personaId: string, category: string): CategoryReach;
}

interface ClassPart {
  readonly index: SnapIndex;
  readonly snaps: readonly (Snap | null)[];
  readonly entries: Map<string, Snap[]>;
}

interface PersonaPart {
  readonly personaId: string;
  readonly to: Places;
  readonly from: Places;
  readonly metres: Places;
  readonly toGraph: Graph;
  readonly fromGraph: Graph;
  readonly metresGraph: Graph;
}

function buildClassPart(inputs: ReachInputs, mobilityClass: MobilityClass): ClassPart {
  const { network, parameters, water, buildingLon, buildingLat } = inputs;
  const index = buildSnapIndex(network, { mobilityClass, parameters, water });
  const snaps = Array.from(buildingLon, (lon, building) => snapPoint(index, lon, buildingLat[building]!));
  return { index, snaps, entries: new Map() };
}

function buildPersonaPart(inputs: ReachInputs, persona: Persona, snaps: ClassPart["snaps"]): PersonaPart {
  const { network, parameters } = inputs;
  const seconds: Measure = {
    network,
    costs: edgeCosts(network, persona, parameters),
    connectorCost: (connectorM) => Math.round(flatDurationS(connectorM, persona) * UNITS_PER_S),
  };
  const metres: Measure = {
    network,
    costs: edgeCentimetres(network, seconds.costs),
    connectorCost: (connectorM) => Math.round(connectorM * CM_PER_M),
  };
  return {
    personaId: persona.id,
    to: preparePlaces(seconds, "to", snaps),
    from: preparePlaces(seconds, "from", snaps),
    metres: preparePlaces(metres, "to", snaps),
    toGraph: reverseGraph(network, seconds.costs),
    fromGraph: forwardGraph(network, seconds.costs),
    metresGraph: reverseGraph(network, metres.costs),
  };
}

const roundUp = (costs: Int32Array, unitsPerWhole: number) =>
  costs.map((cost) => (cost < 0 ? -1 : Math.ceil(cost / unitsPerWhole)));

/**
 * Makes the kernel that answers reach over these inputs. Buildings and facility points get onto the network by the
 * snapping rule; a building is measured from a point on its footprint.
 */
export function createReachKernel(inputs: ReachInputs): ReachKernel {
  const personas = new Map(inputs.personas.map((persona) => [persona.id, persona]));
  const classParts = new Map<MobilityClass, ClassPart>();
  const scratch = createBucketScratch();
  const nodeCosts = new Int32Array(inputs.network.nodeCount);
  let current: PersonaPart | undefined;

  const personaOf = (personaId: string): Persona => {
    const persona = personas.get(personaId);
    if (!persona) throw new Error(`There is no persona "${personaId}".`);
    return persona;
  };
  const classPartOf = (persona: Persona): ClassPart => {
    const mobilityClass = mobilityClassOf(persona);
    const part = classParts.get(mobilityClass) ?? buildClassPart(inputs, mobilityClass);
    classParts.set(mobilityClass, part);
    return part;
  };
  const entriesOf = ({ index, entries }: ClassPart, category: string): Snap[] => {
    const places = inputs.facilities.get(category) ?? [];
    const found = entries.get(category) ?? places.flatMap((place) => facilityEntries(index, place));
    entries.set(category, found);
    return found;
  };
  return {
    onNetwork: (personaId) =>
      Uint8Array.from(classPartOf(personaOf(personaId)).snaps, (snap) => (snap ? 1 : 0)),
    category: (personaId, category) => {
      const persona = personaOf(personaId);
      const classPart = classPartOf(persona);
      if (current?.personaId !== personaId) current = buildPersonaPart(inputs, persona, classPart.snaps);
      const entries = entriesOf(classPart, category);
      const nearest = (places: Places, graph: Graph, limit: number) =>
        nearestFacility(places, entries, { graph, limit, scratch, nodeCosts });
      const limitS = inputs.parameters.reachMaxS * UNITS_PER_S;
      return {
        toS: roundUp(nearest(current.to, current.toGraph, limitS), UNITS_PER_S),
        fromS: roundUp(nearest(current.from, current.fromGraph, limitS), UNITS_PER_S),
        metres: roundUp(nearest(current.metres, current.metresGraph, REACH_MAX_M * CM_PER_M), CM_PER_M),
      };
    },
  };
}
