import { type Line, signedAreaSqm } from "./plane.ts";
import type { PlaneEdge, PlaneGraph } from "./plane-graph.ts";

/** A piece of the plane enclosed by edges of the graph. */
export interface Face {
  /** Its nodes in order, counter-clockwise, the first not repeated. */
  readonly nodes: readonly number[];
  /** The edges between them: edges[i] joins nodes[i] and nodes[i + 1]. */
  readonly edges: readonly number[];
  /** The same as places in the plane. */
  readonly ring: Line;
  readonly areaSqm: number;
}

/** The faces of a plane graph, and which edges bound none of them. */
export interface Faces {
  readonly faces: readonly Face[];
  /** Edges that lead into a face and end there, or are not joined to the rest. */
  readonly loose: ReadonlySet<number>;
}

interface HalfEdge {
  readonly edge: number;
  readonly from: number;
  readonly to: number;
}

// A number that grows with the angle of a direction, without trigonometry.
const turnOf = (dx: number, dy: number): number => {
  const fraction = dx / (Math.abs(dx) + Math.abs(dy) || 1);
  return dy >= 0 ? 1 - fraction : 3 + fraction;
};

function halfEdgesOf({ nodes, edges }: PlaneGraph, kept: ReadonlySet<number>): Map<number, HalfEdge[]> {
  const leaving = new Map<number, HalfEdge[]>();
  const add = (edge: number, from: number, to: number) => {
    const list = leaving.get(from);
    if (list) list.push({ edge, from, to });
    else leaving.set(from, [{ edge, from, to }]);
  };
  for (const edge of kept) {
    const { from, to } = edges[edge]!;
    add(edge, from, to);
    add(edge, to, from);
  }
  const angle = ({ from, to }: HalfEdge) =>
    turnOf(nodes[to]![0] - nodes[from]![0], nodes[to]![1] - nodes[from]![1]);
  for (const list of leaving.values()) list.sort((a, b) => angle(a) - angle(b) || a.edge - b.edge);
  return leaving;
}

// Walks along half-edges, always taking the next one clockwise from where it came: faces keep to the left.
function walkFaces(leaving: ReadonlyMap<number, HalfEdge[]>): HalfEdge[][] {
  const done = new Set<HalfEdge>();
  const walks: HalfEdge[][] = [];
  const after = ({ edge, to }: HalfEdge): HalfEdge => {
    const list = leaving.get(to)!;
    const back = list.findIndex((candidate) => candidate.edge === edge);
    return list[(back - 1 + list.length) % list.length]!;
  };
  for (const list of leaving.values()) {
    for (const start of list) {
      if (done.has(start)) continue;
      const walk: HalfEdge[] = [];
      for (let at = start; !done.has(at); at = after(at)) {
        done.add(at);
        walk.push(at);
      }
      walks.push(walk);
    }
  }
  return walks;
}

/** The nodes of the largest part of the graph that hangs together. */
function mainPart(edges: readonly PlaneEdge[], kept: ReadonlySet<number>, nodeCount: number): Set<number> {
  const parent = Int32Array.from({ length: nodeCount }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  for (const edge of kept) parent[root(edges[edge]!.from)] = root(edges[edge]!.to);
  const sizes = new Map<number, number>();
  for (const edge of kept) {
    const part = root(edges[edge]!.from);
    sizes.set(part, (sizes.get(part) ?? 0) + 1);
  }
  const [largest] = [...sizes].reduce((best, part) => (part[1] > best[1] ? part : best), [-1, 0]);
  const nodes = new Set<number>();
  for (let node = 0; node < nodeCount; node++) if (root(node) === largest) nodes.add(node);
  return nodes;
}

function dropDangling(edges: readonly PlaneEdge[], kept: Set<number>): void {
  const degree = new Map<number, number>();
  const count = (node: number, by: number) => degree.set(node, (degree.get(node) ?? 0) + by);
  for (const edge of kept) {
    count(edges[edge]!.from, 1);
    count(edges[edge]!.to, 1);
  }
  for (let dropped = true; dropped; ) {
    dropped = false;
    for (const edge of kept) {
      const { from, to } = edges[edge]!;
      if (degree.get(from)! > 1 && degree.get(to)! > 1) continue;
      kept.delete(edge);
      count(from, -1);
      count(to, -1);
      dropped = true;
    }
  }
}

// Edges with one face on both sides, and loops that hang on one node: they would make a ring touch itself.
function selfTouching(walk: readonly HalfEdge[]): number[] {
  const edgesSeen = new Set<number>();
  const nodeAt = new Map<number, number>();
  for (const [at, { edge, from }] of walk.entries()) {
    if (edgesSeen.has(edge)) return [edge];
    edgesSeen.add(edge);
    const earlier = nodeAt.get(from);
    if (earlier === undefined) nodeAt.set(from, at);
    else {
      const inner = walk.slice(earlier, at);
      const outer = [...walk.slice(at), ...walk.slice(0, earlier)];
      return (inner.length < outer.length ? inner : outer).map((half) => half.edge);
    }
  }
  return [];
}

/** The faces of a plane graph as simple rings; what would spoil a ring is left out and named loose. */
export function findFaces(graph: PlaneGraph): Faces {
  const kept = new Set(graph.edges.keys());
  const main = mainPart(graph.edges, kept, graph.nodes.length);
  for (const edge of kept) if (!main.has(graph.edges[edge]!.from)) kept.delete(edge);
  for (;;) {
    dropDangling(graph.edges, kept);
    const still = mainPart(graph.edges, kept, graph.nodes.length);
    for (const edge of kept) if (!still.has(graph.edges[edge]!.from)) kept.delete(edge);
    const walks = walkFaces(halfEdgesOf(graph, kept));
    const spoiling = walks.flatMap(selfTouching);
    if (spoiling.length > 0) {
      for (const edge of spoiling) kept.delete(edge);
      continue;
    }
    const faces = walks.map((walk) => faceOf(graph, walk)).filter(({ areaSqm }) => areaSqm > 0);
    return { faces, loose: new Set([...graph.edges.keys()].filter((edge) => !kept.has(edge))) };
  }
}

function faceOf({ nodes }: PlaneGraph, walk: readonly HalfEdge[]): Face {
  const ring = walk.map(({ from }) => nodes[from]!);
  return {
    nodes: walk.map(({ from }) => from),
    edges: walk.map(({ edge }) => edge),
    ring,
    areaSqm: signedAreaSqm(ring),
  };
}
