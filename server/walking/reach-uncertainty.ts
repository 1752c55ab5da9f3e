import type { Measure } from "./access.ts";
import type { Direction } from "./nearest.ts";
import type { Persona, WalkingParameters } from "./persona.ts";
import { riseSensitivity } from "./speed-model.ts";
import { edgeBefore, type MeetingEdges } from "./way-tracer.ts";

/** A search as it stands: costs by node, and the nodes reached within its limit. */
export interface Reached {
  readonly measure: Measure;
  readonly direction: Direction;
  readonly persona: Persona;
  readonly parameters: WalkingParameters;
  readonly costs: Int32Array;
  readonly nodes: ArrayLike<number>;
}

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
): (number | null)[] {
  const { costs, parameters } = reached;
  const squares = squaresByNode(reached, meeting);
  return limits.map((limit) => {
    const errors = [...squares]
      .filter(([node]) => costs[node]! <= limit && costs[node]! > (1 - OUTLINE_SHARE) * limit)
      .map(([, square]) => parameters.heightErrorM * Math.sqrt(square))
      .sort((a, b) => a - b);
    return errors.length === 0 ? null : errors[Math.floor(errors.length / 2)]!;
  });
}

// per node the sum over the walk's nodes of (seconds per metre of their height)²
function squaresByNode(reached: Reached, meeting: MeetingEdges): Map<number, number> {
  const { measure, direction, persona, parameters, costs, nodes } = reached;
  const { network } = measure;
  const outward = direction === "from";
  // searched the other way round, an edge costs in its direction what it does against it
  const searched = outward
    ? measure
    : { ...measure, costs: { forward: measure.costs.reverse, reverse: measure.costs.forward } };
  const passed = new Map<number, number>(); // without the node itself
  const lastPerM = new Map<number, number>();
  const ended = new Map<number, number>();
  for (const node of Array.from(nodes).sort((a, b) => costs[a]! - costs[b]!)) {
    const before = edgeBefore({ measure: searched, meeting }, node, costs);
    let square = 0;
    let perM = 0;
    if (before) {
      const { edge } = before;
      const other = before.forward ? network.edgeFrom[edge]! : network.edgeTo[edge]!;
      perM = riseSensitivity({ network, edge, persona, parameters, forward: before.forward === outward });
      square = (passed.get(other) ?? 0) + ((lastPerM.get(other) ?? 0) - perM) ** 2;
    }
    passed.set(node, square);
    lastPerM.set(node, perM);
    ended.set(node, square + perM * perM);
  }
  return ended;
}
