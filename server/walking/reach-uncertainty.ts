import type { Measure } from "./access.ts";
import type { Direction } from "./nearest.ts";
import type { WalkNetwork } from "./network.ts";
import type { Persona, WalkingParameters } from "./persona.ts";
import { riseSensitivity } from "./speed-model.ts";
import { edgeBefore, type MeetingEdges } from "./way-tracer.ts";

/** A search as it stands: costs by node, and the nodes reached within its limit, in the order of their costs. */
export interface Reached {
  readonly measure: Measure;
  readonly direction: Direction;
  readonly riseS: RiseSensitivity;
  readonly parameters: WalkingParameters;
  readonly costs: Int32Array;
  readonly nodes: Int32Array;
}

/** Seconds by which one more metre of rise lengthens the walk over an edge, along it or against it. */
export type RiseSensitivity = (edge: number, forward: boolean) => number;

/** Makes the sensitivity of a persona's walks; each edge is worked out once. */
export function riseSensitivities(
  network: WalkNetwork,
  persona: Persona,
  parameters: WalkingParameters,
): RiseSensitivity {
  const known = new Float32Array(2 * network.edgeCount).fill(Number.NaN);
  return (edge, forward) => {
    const at = 2 * edge + (forward ? 1 : 0);
    if (Number.isNaN(known[at])) known[at] = riseSensitivity({ network, edge, persona, parameters, forward });
    return known[at]!;
  };
}

/** Memory by node of a network, used again by each reach. */
export interface UncertaintyMemory {
  /** Along the walk to each node, the sum over the nodes before it of (seconds per metre of their height)². */
  readonly passed: Float64Array;
  /** Seconds per metre of the node's own height. */
  readonly lastPerM: Float64Array;
}

/** Makes the memory of reaches over a network of so many nodes. */
export const createUncertaintyMemory = (nodeCount: number): UncertaintyMemory => ({
  passed: new Float64Array(nodeCount),
  lastPerM: new Float64Array(nodeCount),
});

/** The last part of a time, in which a place is taken to lie at the outline. */
const OUTLINE_SHARE = 0.2;

/**
 * How far walks of about each limit (units of cost) may be off because heights of an elevation model err, 90 in 100:
 * the median, in seconds, over the nodes reached in the last fifth of the limit; null where there are none. Errors are
 * carried along the quickest way to each node, those of one node within it together (JCGM 100:2008, 5.1.2).
 */
export function plusMinusOfReach(
  reached: Reached,
  meeting: MeetingEdges,
  limits: readonly number[],
  memory: UncertaintyMemory,
): (number | null)[] {
  const { costs, nodes, parameters } = reached;
  carryErrors(reached, meeting, memory);
  return limits.map((limit) => {
    const near = nodes.filter((node) => costs[node]! <= limit && costs[node]! > (1 - OUTLINE_SHARE) * limit);
    const squares = Float64Array.from(near, (node) => memory.passed[node]! + memory.lastPerM[node]! ** 2);
    // the root of the middle square is the middle of the roots
    return near.length === 0
      ? null
      : parameters.heightErrorM * Math.sqrt(squares.sort()[Math.floor(near.length / 2)]!);
  });
}

// nodes in the order of their costs, so that each is written after those it is reached through
function carryErrors(reached: Reached, meeting: MeetingEdges, { passed, lastPerM }: UncertaintyMemory): void {
  const { measure, direction, riseS, costs, nodes } = reached;
  const { network } = measure;
  const outward = direction === "from";
  // searched the other way round, an edge costs in its direction what it does against it
  const searched = outward
    ? measure
    : { ...measure, costs: { forward: measure.costs.reverse, reverse: measure.costs.forward } };
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    passed[node] = 0;
    lastPerM[node] = 0;
    const before = edgeBefore({ measure: searched, meeting }, node, costs);
    if (!before) continue;
    const { edge } = before;
    const other = before.forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
    const perM = riseS(edge, before.forward === outward);
    passed[node] = passed[other]! + (lastPerM[other]! - perM) ** 2;
    lastPerM[node] = perM;
  }
}
