import { along, arrive, leave, type Measure, seedsOf } from "./access.ts";
import { findComponents } from "./components.ts";
import { forwardGraph, type Graph } from "./graph.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import type { NetworkAccess } from "./network-access.ts";
import { mobilityClassOf, type Persona } from "./persona.ts";
import { createHeapScratch, type HeapScratch, searchHeap, UNREACHED } from "./search.ts";
import { type Snap, type SnapIndex, snapPoint } from "./snap.ts";
import { edgeCentimetres, edgeCosts, FORBIDDEN } from "./speed-model.ts";

/** How long the shortest walks between places are, for a persona. Places in degrees, EPSG:4326. */
export interface DetoursQuestion {
  readonly streets: "detours";
  readonly persona: string;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Positions of the places: from, to, from, to … */
  readonly pairs: Int32Array;
  readonly searchM: number;
}

/** A walk longer than the search, or none at all. */
export const NO_WAY = -1;
/** One of the two places does not get onto the network. */
export const OFF_NETWORK = -2;

/** Which places get onto the largest part of the network that can be used without a step. */
export interface JoinedQuestion {
  readonly streets: "joined";
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

const CM_PER_M = 100;
/** Walks are searched so far at first, then twice as far each time. */
const FIRST_SEARCH_CM = 1000 * CM_PER_M;

/** The shortest walks of one persona, lifts at 0 m. */
interface Shortest {
  readonly index: SnapIndex;
  readonly measure: Measure;
  readonly graph: Graph;
  readonly scratch: HeapScratch;
}

/** By pair the metres of the shortest walk, its straight connectors included, or NO_WAY or OFF_NETWORK. Lifts are 0 m. */
export type DetourWalker = (persona: Persona, question: Omit<DetoursQuestion, "streets">) => Float64Array;

/** Makes the walker over a network; keeps the graph of each persona. */
export function createDetourWalker(inputs: IsochroneInputs, access: NetworkAccess): DetourWalker {
  const kept = new Map<string, Shortest>();
  return (persona, { lon, lat, pairs, searchM }) => {
    const walks = kept.get(persona.id) ?? shortestOf(inputs, access, persona);
    kept.set(persona.id, walks);
    const limit = Math.round(searchM * CM_PER_M);
    const snapAt = (at: number) => snapPoint(walks.index, lon[at]!, lat[at]!);
    return Float64Array.from({ length: pairs.length / 2 }, (_, pair) => {
      const [from, to] = [snapAt(pairs[2 * pair]!), snapAt(pairs[2 * pair + 1]!)];
      if (!from || !to) return OFF_NETWORK;
      // a walk found within a limit is the shortest, and most are far shorter than the search
      for (let within = Math.min(limit, FIRST_SEARCH_CM); ; within = Math.min(limit, 2 * within)) {
        const cost = costBetween(walks, from, to, within);
        if (cost <= within) return cost / CM_PER_M;
        if (within === limit) return NO_WAY;
      }
    });
  };
}

function shortestOf(
  { network, parameters }: IsochroneInputs,
  access: NetworkAccess,
  persona: Persona,
): Shortest {
  const costs = edgeCentimetres(network, edgeCosts(network, persona, parameters));
  return {
    index: access.index(mobilityClassOf(persona)),
    measure: { network, costs, connectorCost: (lengthM) => Math.round(lengthM * CM_PER_M) },
    graph: forwardGraph(network, costs),
    scratch: createHeapScratch(network.nodeCount),
  };
}

// right where it is at most the limit
function costBetween({ measure, graph, scratch }: Shortest, from: Snap, to: Snap, limit: number): number {
  const { costs } = searchHeap(graph, seedsOf([leave(measure, from)]), limit, scratch);
  const end = arrive(measure, to);
  const straight = from.edge === to.edge ? along(measure, from, to) : FORBIDDEN;
  return Math.min(
    end.fromCost === FORBIDDEN ? UNREACHED : costs[end.fromNode]! + end.fromCost,
    end.toCost === FORBIDDEN ? UNREACHED : costs[end.toNode]! + end.toCost,
    straight === FORBIDDEN ? UNREACHED : straight,
  );
}

/** By place 1 where it gets onto the largest step-free part, 0 where onto a lesser one, OFF_NETWORK where onto none. */
export function joinStepFree(
  { network }: IsochroneInputs,
  access: NetworkAccess,
  { lon, lat }: Pick<JoinedQuestion, "lon" | "lat">,
): Int8Array {
  const { componentOf, largest } = findComponents(network, "step-free");
  return Int8Array.from(access.snaps("step-free", lon, lat), ([snap]) => {
    if (!snap) return OFF_NETWORK;
    return componentOf[network.edgeFrom[snap.edge]!] === largest ? 1 : 0;
  });
}
