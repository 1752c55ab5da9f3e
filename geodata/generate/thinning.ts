import type { Fabric } from "./character.ts";
import type { Elevation } from "./elevation.ts";
import type { Faces } from "./faces.ts";
import { lengthM, type Point } from "./plane.ts";
import type { PlaneEdge, PlaneGraph } from "./plane-graph.ts";
import type { Random } from "./random.ts";
import { type Chain, chainsOf } from "./street-chains.ts";
import { STAIRS_GRADE } from "./street-edges.ts";
import type { Street, StreetRank } from "./streets.ts";

/** Share of generated streets that are no streets open to all, by what the quarter is made of. */
const CLOSED_SHARE: Readonly<Record<Fabric, number>> = {
  cbd: 0.26,
  mixed: 0.3,
  old: 0.32,
  slab: 0.38,
  tower: 0.36,
  civic: 0.38,
  campus: 0.32,
  factory: 0.36,
  rail: 0.4,
  hill: 0.4,
};
/** Share of them that one may still walk through. */
const ALLEY_SHARE = 0.4;
/** Share of dead ends that are no roads, looked for so many times. */
const DEAD_END_SHARE = 0.5;
const DEAD_END_ROUNDS = 4;

interface ThinningInputs {
  readonly graph: PlaneGraph;
  readonly faces: Faces;
  readonly streets: readonly Street[];
  readonly landings: readonly Point[];
  readonly elevation: Elevation;
  readonly fabricAt: (place: Point) => Fabric;
  readonly random: Random;
}

/** The plane graph with part of its generated streets made alleys or plot lines, as blocks of one owner lie side by side. */
export function thinOut({ graph, faces, streets, landings, elevation, fabricAt, random }: ThinningInputs) {
  const all = chainsOf(graph, streets, landings);
  const given = new Set(all.filter(({ street }) => !isGenerated(streets[street]!.rank)));
  const generated = shuffled(
    all.filter((chain) => !given.has(chain)),
    random,
  );
  const walked = openStreets(all, faces);
  const driven = openStreets(
    all.filter((chain) => given.has(chain) || !isSteep(chain, graph, elevation)),
    faces,
  );
  const alleys = new Set<Chain>();
  const plots = new Set<Chain>();
  const close = (chain: Chain) => {
    if (!random.chance(ALLEY_SHARE) && walked.close(chain)) plots.add(chain);
    else alleys.add(chain);
  };
  for (const chain of generated) {
    const middle = graph.nodes[chain.nodes[Math.floor(chain.nodes.length / 2)]!]!;
    if (!random.chance(CLOSED_SHARE[fabricAt(middle)])) continue;
    if (!driven.has(chain)) walked.close(chain) && plots.add(chain);
    else if (driven.close(chain)) close(chain);
  }
  for (let round = 0; round < DEAD_END_ROUNDS; round++) {
    for (const chain of generated) {
      if (!driven.has(chain) || !driven.isDeadEnd(chain) || !random.chance(DEAD_END_SHARE)) continue;
      driven.drop(chain);
      close(chain);
    }
  }
  return relabelled(graph, streets, { alley: alleys, plot: plots });
}

const isGenerated = (rank: StreetRank) => rank === "contour" || rank === "climb";

function isSteep({ nodes }: Chain, graph: PlaneGraph, elevation: Elevation): boolean {
  const places = nodes.map((node) => graph.nodes[node]!);
  const riseM = elevation.heightAt(places.at(-1)!) - elevation.heightAt(places[0]!);
  return Math.abs(riseM) / (lengthM(places) || 1) > STAIRS_GRADE;
}

function relabelled(
  { nodes, edges }: PlaneGraph,
  streets: readonly Street[],
  chains: Readonly<Record<"alley" | "plot", ReadonlySet<Chain>>>,
) {
  const after: PlaneEdge[] = [...edges];
  const added = (["alley", "plot"] as const).map((rank): Street => {
    return { points: [], rank, nameZh: null, nameEn: null };
  });
  added.forEach(({ rank }, at) => {
    for (const chain of chains[rank as "alley" | "plot"]) {
      for (const edge of chain.edges) after[edge] = { ...edges[edge]!, street: streets.length + at };
    }
  });
  return { graph: { nodes, edges: after }, streets: [...streets, ...added] };
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

/** Junctions, the streets open between them, and the faces beside those. */
function openStreets(chains: readonly Chain[], faces: Faces) {
  const open = new Set(chains);
  const leaving = new Map<number, Set<Chain>>();
  const sides = sidesOf(faces);
  const around = new Map<number, number>();
  const ends = ({ nodes }: Chain) => [nodes[0]!, nodes.at(-1)!] as const;
  const beside = (chain: Chain) => new Set(chain.edges.flatMap((edge) => sides.get(edge) ?? []));
  const count = (chain: Chain, by: number) => {
    for (const face of beside(chain)) around.set(face, (around.get(face) ?? 0) + by);
  };
  for (const chain of chains) {
    for (const node of ends(chain)) leaving.set(node, (leaving.get(node) ?? new Set()).add(chain));
    count(chain, 1);
  }
  const areJoined = (a: number, b: number): boolean => {
    const seen = new Set([a]);
    for (const node of seen) {
      if (node === b) return true;
      for (const chain of leaving.get(node)!) for (const end of ends(chain)) seen.add(end);
    }
    return false;
  };
  const drop = (chain: Chain) => {
    open.delete(chain);
    count(chain, -1);
    for (const node of ends(chain)) leaving.get(node)!.delete(chain);
  };
  return {
    has: (chain: Chain) => open.has(chain),
    /** Whether nothing goes on at one of its ends. */
    isDeadEnd: (chain: Chain) => ends(chain).some((node) => leaving.get(node)!.size === 1),
    drop,
    /** Closes a street unless a block would lose its last or what hangs together would be parted; whether it did. */
    close(chain: Chain): boolean {
      if ([...beside(chain)].some((face) => around.get(face)! < 2)) return false;
      drop(chain);
      const [a, b] = ends(chain);
      const kept = leaving.get(a)!.size > 0 && leaving.get(b)!.size > 0;
      if (!kept || areJoined(a, b)) return true;
      open.add(chain);
      count(chain, 1);
      for (const node of ends(chain)) leaving.get(node)!.add(chain);
      return false;
    },
  };
}
