import { along, arrive, leave, type Measure, seedsOf } from "./access.ts";
import { findComponents } from "./components.ts";
import { forwardGraph } from "./graph.ts";
import type { IsochroneInputs } from "./isochrone-kernel.ts";
import { mobilityClassOf, type Persona } from "./persona.ts";
import { createHeapScratch, searchHeap, UNREACHED } from "./search.ts";
import { buildSnapIndex, type SnapIndex, snapPoint } from "./snap.ts";
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

/** By pair the metres of the shortest walk, its straight connectors included, or NO_WAY or OFF_NETWORK. Lifts are 0 m. */
export function walkDetours(
  inputs: IsochroneInputs,
  persona: Persona,
  question: Omit<DetoursQuestion, "streets">,
): Float64Array {
  const { network, parameters, water } = inputs;
  const index = buildSnapIndex(network, { mobilityClass: mobilityClassOf(persona), parameters, water });
  const costs = edgeCentimetres(network, edgeCosts(network, persona, parameters));
  const measure: Measure = { network, costs, connectorCost: (lengthM) => Math.round(lengthM * CM_PER_M) };
  const graph = forwardGraph(network, costs);
  const scratch = createHeapScratch(network.nodeCount);
  const limit = Math.round(question.searchM * CM_PER_M);
  const snapAt = (at: number) => snapPoint(index, question.lon[at]!, question.lat[at]!);
  return Float64Array.from({ length: question.pairs.length / 2 }, (_, pair) => {
    const from = snapAt(question.pairs[2 * pair]!);
    const to = snapAt(question.pairs[2 * pair + 1]!);
    if (!from || !to) return OFF_NETWORK;
    const found = searchHeap(graph, seedsOf([leave(measure, from)]), limit, scratch);
    const end = arrive(measure, to);
    const through = [
      end.fromCost === FORBIDDEN ? UNREACHED : found.costs[end.fromNode]! + end.fromCost,
      end.toCost === FORBIDDEN ? UNREACHED : found.costs[end.toNode]! + end.toCost,
    ];
    const straight = from.edge === to.edge ? along(measure, from, to) : FORBIDDEN;
    const cost = Math.min(...through, straight === FORBIDDEN ? UNREACHED : straight);
    return cost >= UNREACHED || cost > limit ? NO_WAY : cost / CM_PER_M;
  });
}

/** By place 1 where it gets onto the largest step-free part, 0 where onto a lesser one, OFF_NETWORK where onto none. */
export function joinStepFree(
  inputs: IsochroneInputs,
  { lon, lat }: Pick<JoinedQuestion, "lon" | "lat">,
): Int8Array {
  const { network, parameters, water } = inputs;
  const index: SnapIndex = buildSnapIndex(network, { mobilityClass: "step-free", parameters, water });
  const { componentOf, largest } = findComponents(network, "step-free");
  return Int8Array.from(lon, (each, at) => {
    const snap = snapPoint(index, each, lat[at]!);
    if (!snap) return OFF_NETWORK;
    return componentOf[network.edgeFrom[snap.edge]!] === largest ? 1 : 0;
  });
}
