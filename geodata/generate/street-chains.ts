import { distanceM, type Point } from "./plane.ts";
import type { PlaneGraph } from "./plane-graph.ts";
import { isStreet, type Street } from "./streets.ts";

/** A street from one junction to the next: its nodes and edges in order. */
export interface Chain {
  readonly nodes: readonly number[];
  readonly edges: readonly number[];
  readonly street: number;
}

/** A bridge or ramp lands at the street node nearest to its end, metres. */
const LANDING_M = 20;

function landingNodes(
  graph: PlaneGraph,
  onStreet: ReadonlyMap<number, readonly number[]>,
  landings: readonly Point[],
): Set<number> {
  const found = new Set<number>();
  for (const landing of landings) {
    let [nearest, nearestM] = [-1, LANDING_M];
    for (const node of onStreet.keys()) {
      const away = distanceM(graph.nodes[node]!, landing);
      if (away < nearestM) [nearest, nearestM] = [node, away];
    }
    if (nearest >= 0) found.add(nearest);
  }
  return found;
}

/** The streets of a plane graph junction to junction; nodes with two edges of the same street are only bends. */
export function chainsOf(graph: PlaneGraph, streets: readonly Street[], landings: readonly Point[]): Chain[] {
  const leaving = new Map<number, number[]>();
  graph.edges.forEach(({ from, to, street }, edge) => {
    if (!isStreet(streets[street]!.rank)) return;
    for (const node of [from, to]) {
      const known = leaving.get(node);
      if (known) known.push(edge);
      else leaving.set(node, [edge]);
    }
  });
  const landed = landingNodes(graph, leaving, landings);
  const isBend = (node: number) => {
    const [a, b, c] = leaving.get(node)!;
    if (b === undefined || c !== undefined || landed.has(node)) return false;
    return graph.edges[a!]!.street === graph.edges[b]!.street;
  };
  const done = new Set<number>();
  const follow = (start: number, first: number): Chain => {
    const nodes = [start];
    const edges = [first];
    let node = start;
    for (let edge = first; ; edge = edges.at(-1)!) {
      done.add(edge);
      const { from, to } = graph.edges[edge]!;
      node = from === node ? to : from;
      nodes.push(node);
      const next = leaving.get(node)!.find((other) => !done.has(other));
      if (!isBend(node) || next === undefined) return { nodes, edges, street: graph.edges[first]!.street };
      edges.push(next);
    }
  };
  const chains: Chain[] = [];
  for (const bends of [false, true]) {
    for (const [node, edges] of leaving) {
      if (isBend(node) !== bends) continue;
      for (const edge of edges) if (!done.has(edge)) chains.push(follow(node, edge));
    }
  }
  return chains;
}
