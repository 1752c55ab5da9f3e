import type { WalkNetwork } from "./network.ts";
import { type EdgeCosts, FORBIDDEN } from "./speed-model.ts";

/**
 * A directed graph in compressed rows: the arcs leaving node n are arcs[2 i], arcs[2 i + 1] = target, cost for i from
 * start[n] to start[n + 1] - 1. Target and cost lie side by side because a search always reads both.
 */
export interface Graph {
  readonly nodeCount: number;
  readonly arcCount: number;
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

type Arc = (from: number, to: number, cost: number) => void;

function eachArc(network: WalkNetwork, costs: EdgeCosts, reversed: boolean, visit: Arc): void {
  const { edgeFrom, edgeTo, edgeCount } = network;
  for (let edge = 0; edge < edgeCount; edge++) {
    const from = reversed ? edgeTo[edge]! : edgeFrom[edge]!;
    const to = reversed ? edgeFrom[edge]! : edgeTo[edge]!;
    const along = costs.forward[edge]!;
    const against = costs.reverse[edge]!;
    if (along !== FORBIDDEN) visit(from, to, along);
    if (against !== FORBIDDEN) visit(to, from, against);
  }
}

function build(network: WalkNetwork, costs: EdgeCosts, reversed: boolean): Graph {
  const start = new Int32Array(network.nodeCount + 1);
  eachArc(network, costs, reversed, (from) => {
    start[from + 1]!++;
  });
  for (let node = 0; node < network.nodeCount; node++) start[node + 1]! += start[node]!;
  const arcCount = start[network.nodeCount]!;
  const arcs = new Int32Array(2 * arcCount);
  const next = start.slice(0, network.nodeCount);
  eachArc(network, costs, reversed, (from, to, cost) => {
    const arc = next[from]!++;
    arcs[2 * arc] = to;
    arcs[2 * arc + 1] = cost;
  });
  return { nodeCount: network.nodeCount, arcCount, start, arcs };
}

/** The graph of allowed arcs: a search on it answers how far everything is from its seeds. */
export function forwardGraph(network: WalkNetwork, costs: EdgeCosts): Graph {
  return build(network, costs, false);
}

/** The same arcs turned round: a search on it answers how far its seeds are from everything. */
export function reverseGraph(network: WalkNetwork, costs: EdgeCosts): Graph {
  return build(network, costs, true);
}
