import { kindNumber, type WalkNetwork } from "./network.ts";
import type { MobilityClass } from "./persona.ts";

const STAIRS = kindNumber("stairs");
const ESCALATOR = kindNumber("escalator");

/** Whether a mobility class may be on an edge at all: step-free keeps to step-free edges that are no stairs or escalator. */
export function mayUse(network: WalkNetwork, edge: number, mobilityClass: MobilityClass): boolean {
  if (mobilityClass === "any") return true;
  const kind = network.edgeKind[edge];
  return network.stepFree[edge] === 1 && kind !== STAIRS && kind !== ESCALATOR;
}

/** Which connected part each node belongs to and how many nodes each part has. */
export interface Components {
  /** Per node, the number of one node of its part: the part's name. */
  readonly componentOf: Int32Array;
  /** Per part (by that name), its nodes. */
  readonly size: Int32Array;
  readonly largest: number;
}

function rootOf(parent: Int32Array, node: number): number {
  let root = node;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}

/** The connected parts of the edges a mobility class may use, directions left aside. */
export function findComponents(network: WalkNetwork, mobilityClass: MobilityClass): Components {
  const parent = Int32Array.from({ length: network.nodeCount }, (_, node) => node);
  for (let edge = 0; edge < network.edgeCount; edge++) {
    if (!mayUse(network, edge, mobilityClass)) continue;
    const from = rootOf(parent, network.edgeFrom[edge]!);
    const to = rootOf(parent, network.edgeTo[edge]!);
    if (from !== to) parent[Math.max(from, to)] = Math.min(from, to);
  }
  const size = new Int32Array(network.nodeCount);
  const componentOf = parent.map((_, node) => rootOf(parent, node));
  for (const component of componentOf) size[component]!++;
  let largest = 0;
  size.forEach((nodes, component) => {
    if (nodes > size[largest]!) largest = component;
  });
  return { componentOf, size, largest };
}
