import type { Fabric } from "./character.ts";
import type { Faces } from "./faces.ts";
import type { Point } from "./plane.ts";
import type { PlaneEdge, PlaneGraph } from "./plane-graph.ts";
import type { Random } from "./random.ts";
import { type Chain, chainsOf } from "./street-chains.ts";
import type { Street } from "./streets.ts";

/** Share of generated streets that are but plot lines, by what the quarter is made of. */
const CONTOUR_SHARE: Readonly<Record<Fabric, number>> = {
  cbd: 0.45,
  mixed: 0.45,
  old: 0.4,
  slab: 0.55,
  tower: 0.6,
  civic: 0.6,
  campus: 0.6,
  factory: 0.6,
  rail: 0.7,
  hill: 0.65,
};
/** Of climbs fewer are open to all. */
const CLIMB_SHARE = 0.62;

interface ThinningInputs {
  readonly graph: PlaneGraph;
  readonly faces: Faces;
  readonly streets: readonly Street[];
  readonly landings: readonly Point[];
  readonly fabricAt: (place: Point) => Fabric;
  readonly random: Random;
}

/**
 * The plane graph with part of its generated streets made plot lines, as blocks of one owner lie side by side: a street
 * goes only where the rest stays connected and every block keeps a street. What is left has dead ends and few crossings.
 */
export function thinOut({ graph, faces, streets, landings, fabricAt, random }: ThinningInputs) {
  const chains = chainsOf(graph, streets, landings);
  const open = openStreets(chains);
  const sides = sidesOf(faces);
  const streetsAround = new Map<number, number>();
  const facesOf = (chain: Chain) => [...new Set(chain.edges.flatMap((edge) => sides.get(edge) ?? []))];
  for (const chain of chains) {
    for (const face of facesOf(chain)) streetsAround.set(face, (streetsAround.get(face) ?? 0) + 1);
  }
  const plot = streets.length;
  const edges: PlaneEdge[] = [...graph.edges];
  for (const chain of shuffled(chains, random)) {
    const { rank } = streets[chain.street]!;
    if (rank !== "contour" && rank !== "climb") continue;
    const middle = graph.nodes[chain.nodes[Math.floor(chain.nodes.length / 2)]!]!;
    if (!random.chance(rank === "climb" ? CLIMB_SHARE : CONTOUR_SHARE[fabricAt(middle)])) continue;
    const beside = facesOf(chain);
    if (beside.some((face) => streetsAround.get(face)! < 2) || !open.close(chain)) continue;
    for (const face of beside) streetsAround.set(face, streetsAround.get(face)! - 1);
    for (const edge of chain.edges) edges[edge] = { ...edges[edge]!, street: plot };
  }
  const plotLine: Street = { points: [], rank: "plot", nameZh: null, nameEn: null };
  return { graph: { nodes: graph.nodes, edges }, streets: [...streets, plotLine] };
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);
}

// The faces on both sides of each edge.
function sidesOf({ faces }: Faces): Map<number, number[]> {
  const sides = new Map<number, number[]>();
  faces.forEach(({ edges }, face) => {
    for (const edge of edges) sides.set(edge, [...(sides.get(edge) ?? []), face]);
  });
  return sides;
}

/** Junctions and the streets open between them. */
function openStreets(chains: readonly Chain[]) {
  const leaving = new Map<number, Set<Chain>>();
  const ends = ({ nodes }: Chain) => [nodes[0]!, nodes.at(-1)!] as const;
  for (const chain of chains) {
    for (const node of ends(chain)) leaving.set(node, (leaving.get(node) ?? new Set()).add(chain));
  }
  const areJoined = (a: number, b: number): boolean => {
    const seen = new Set([a]);
    for (const node of seen) {
      if (node === b) return true;
      for (const chain of leaving.get(node)!) for (const end of ends(chain)) seen.add(end);
    }
    return false;
  };
  return {
    /** Closes a street unless that parts what hung together; whether it did. A dead end goes altogether. */
    close(chain: Chain): boolean {
      const [a, b] = ends(chain);
      leaving.get(a)!.delete(chain);
      leaving.get(b)!.delete(chain);
      if (leaving.get(a)!.size === 0 || leaving.get(b)!.size === 0 || areJoined(a, b)) return true;
      leaving.get(a)!.add(chain);
      leaving.get(b)!.add(chain);
      return false;
    },
  };
}
