import type { WalkNetwork } from "./network.ts";
import type { Snap } from "./snap.ts";
import { type EdgeCosts, FORBIDDEN, partialCost } from "./speed-model.ts";

/** One way of measuring a walk: what edges cost and what a straight metre off the network costs, in the same unit. */
export interface Measure {
  readonly network: WalkNetwork;
  readonly costs: EdgeCosts;
  readonly connectorCost: (connectorM: number) => number;
}

/** A place between the two ends of its edge: for each end the node and the cost between it and the place, or FORBIDDEN. */
export interface Ends {
  readonly fromNode: number;
  readonly fromCost: number;
  readonly toNode: number;
  readonly toCost: number;
}

const together = (cost: number, connector: number) => (cost === FORBIDDEN ? FORBIDDEN : cost + connector);

/** The cost of leaving a place for either end of its edge, its connector included. */
export function leave(measure: Measure, { edge, fraction, connectorM }: Snap): Ends {
  const { network, costs, connectorCost } = measure;
  const connector = connectorCost(connectorM);
  return {
    fromNode: network.edgeFrom[edge]!,
    fromCost: together(partialCost(costs.reverse[edge]!, fraction), connector),
    toNode: network.edgeTo[edge]!,
    toCost: together(partialCost(costs.forward[edge]!, 1 - fraction), connector),
  };
}

/** The cost of arriving at a place from either end of its edge, its connector included. */
export function arrive(measure: Measure, { edge, fraction, connectorM }: Snap): Ends {
  const { network, costs, connectorCost } = measure;
  const connector = connectorCost(connectorM);
  return {
    fromNode: network.edgeFrom[edge]!,
    fromCost: together(partialCost(costs.forward[edge]!, fraction), connector),
    toNode: network.edgeTo[edge]!,
    toCost: together(partialCost(costs.reverse[edge]!, 1 - fraction), connector),
  };
}

/** The cost of walking between two places of the same edge without leaving it, both connectors included, or FORBIDDEN. */
export function along(measure: Measure, origin: Snap, destination: Snap): number {
  const { costs, connectorCost } = measure;
  const step = destination.fraction - origin.fraction;
  const cost = step >= 0 ? costs.forward[origin.edge]! : costs.reverse[origin.edge]!;
  const connectors = connectorCost(origin.connectorM) + connectorCost(destination.connectorM);
  return together(partialCost(cost, Math.abs(step)), connectors);
}

/** The ends of many places as seeds of a search; forbidden ends are left out. */
export function seedsOf(ends: readonly Ends[]): { nodes: number[]; costs: number[] } {
  const nodes: number[] = [];
  const costs: number[] = [];
  for (const { fromNode, fromCost, toNode, toCost } of ends) {
    if (fromCost !== FORBIDDEN) {
      nodes.push(fromNode);
      costs.push(fromCost);
    }
    if (toCost !== FORBIDDEN) {
      nodes.push(toNode);
      costs.push(toCost);
    }
  }
  return { nodes, costs };
}
