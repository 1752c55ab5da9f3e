import type { Elevation } from "./elevation.ts";
import { densify, distanceM, lengthM, type Point } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";
import { type Chain, chainsOf } from "./street-chains.ts";
import type { StreetPlan } from "./street-plan.ts";
import type { StreetRank } from "./streets.ts";

/** A street between two junctions, with the kind of walking it means. */
export interface StreetEdge {
  readonly from: number;
  readonly to: number;
  readonly line: readonly Point[];
  readonly rank: StreetRank;
  readonly kind: "road" | "path" | "stairs";
  /** Class of store.road. */
  readonly roadClass: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
}

/** The streets as edges between numbered places with heights. */
export interface StreetEdges {
  readonly places: readonly Point[];
  readonly heightsM: readonly number[];
  readonly edges: readonly StreetEdge[];
}

/** Climbs steeper than this are stairs. */
export const STAIRS_GRADE = 0.14;
/** Roads are cut and filled until they are no steeper than this. */
const ROAD_GRADE: Readonly<Partial<Record<StreetRank, number>>> = {
  primary: 0.055,
  secondary: 0.065,
  tertiary: 0.08,
  riverside: 0.04,
  contour: 0.09,
  pedestrian: 0.07,
};
const SHORTEST_DEAD_END_M = 18;

// Dead ends of a few metres are drawing noise; what hangs on nothing is no street.
function usefulChains(chains: readonly Chain[], places: readonly Point[]): Chain[] {
  const degree = new Map<number, number>();
  const ends = ({ nodes }: Chain) => [nodes[0]!, nodes.at(-1)!] as const;
  for (const chain of chains) for (const end of ends(chain)) degree.set(end, (degree.get(end) ?? 0) + 1);
  const useful = chains.filter((chain) => {
    const short = lengthM(chain.nodes.map((node) => places[node]!)) < SHORTEST_DEAD_END_M;
    return !(short && ends(chain).some((end) => degree.get(end) === 1));
  });
  const parent = new Map<number, number>();
  const root = (node: number): number => {
    let top = node;
    while (parent.has(top)) top = parent.get(top)!;
    for (let at = node; at !== top; ) {
      const next = parent.get(at)!;
      parent.set(at, top);
      at = next;
    }
    return top;
  };
  for (const chain of useful) {
    const [a, b] = ends(chain).map(root);
    if (a !== b) parent.set(a!, b!);
  }
  const lengths = new Map<number, number>();
  for (const chain of useful) {
    const part = root(chain.nodes[0]!);
    lengths.set(part, (lengths.get(part) ?? 0) + lengthM(chain.nodes.map((node) => places[node]!)));
  }
  const [main] = [...lengths].sort((a, b) => b[1] - a[1])[0]!;
  return useful.filter(({ nodes }) => root(nodes[0]!) === main);
}

// Node heights with roads cut into the hill: where a road is too steep both its ends give way, again and again.
function gradedHeights(chains: readonly Chain[], plan: StreetPlan, elevation: Elevation): number[] {
  const { nodes } = plan.graph;
  const heights = nodes.map((place) => elevation.heightAt(place));
  const roads = chains.flatMap((chain) => {
    const limit = ROAD_GRADE[plan.streets[chain.street]!.rank];
    if (limit === undefined) return [];
    const [a, b] = [chain.nodes[0]!, chain.nodes.at(-1)!];
    return [{ a, b, mostM: limit * lengthM(chain.nodes.map((node) => nodes[node]!)) }];
  });
  for (let round = 0; round < 80; round++) {
    for (const { a, b, mostM } of roads) {
      const riseM = heights[b]! - heights[a]!;
      const excessM = Math.abs(riseM) - mostM;
      if (excessM <= 0) continue;
      heights[a]! += (Math.sign(riseM) * excessM) / 2.2;
      heights[b]! -= (Math.sign(riseM) * excessM) / 2.2;
    }
  }
  return heights;
}

interface Ground {
  readonly rank: StreetRank;
  readonly grade: number;
  /** On a hill that is not built over. */
  readonly wooded: boolean;
}

function kindOf({ rank, grade, wooded }: Ground, random: Random): Pick<StreetEdge, "kind" | "roadClass"> {
  const laneWide = random.chance(0.6);
  if (rank === "climb" || rank === "bank-path" || rank === "alley") {
    if (grade > STAIRS_GRADE) return { kind: "stairs", roadClass: "stairs" };
    if (rank === "climb") return { kind: "road", roadClass: "residential" };
    return { kind: "path", roadClass: "footway" };
  }
  if (grade > 0.22) return { kind: "stairs", roadClass: "stairs" };
  if (rank === "contour" && wooded) return { kind: "path", roadClass: "footway" };
  if (rank === "pedestrian") return { kind: "path", roadClass: "pedestrian" };
  if (rank === "contour") return { kind: "road", roadClass: laneWide ? "residential" : "service" };
  return { kind: "road", roadClass: rank === "riverside" ? "primary" : rank };
}

interface StreetEdgeInputs {
  readonly elevation: Elevation;
  /** Whether a place lies on a hill that is not built over: its streets are footpaths. */
  readonly isWooded: (place: Point) => boolean;
  readonly seed: number;
}

/** The street plan as walking edges: steep climbs are stairs, roads are graded, all hang together. */
export function streetEdges(plan: StreetPlan, { elevation, isWooded, seed }: StreetEdgeInputs): StreetEdges {
  const places = plan.graph.nodes;
  const chains = usefulChains(chainsOf(plan.graph, plan.streets, plan.landings), places);
  const heightsM = gradedHeights(chains, plan, elevation);
  const random = randomFor(seed, "street kinds");
  const edges = chains.map(({ nodes, street }): StreetEdge => {
    const { rank, nameZh, nameEn } = plan.streets[street]!;
    const line = nodes.map((node) => places[node]!);
    const [from, to] = [nodes[0]!, nodes.at(-1)!];
    const grade = Math.abs(heightsM[to]! - heightsM[from]!) / (lengthM(line) || 1);
    return {
      from,
      to,
      line,
      rank,
      ...kindOf({ rank, grade, wooded: isWooded(line[Math.floor(line.length / 2)]!) }, random),
      nameZh,
      nameEn,
    };
  });
  return {
    places,
    heightsM,
    edges: edges.filter(
      ({ from, to, line }) => from !== to || distanceM(line[0]!, densify(line, 20)[1]!) > 0,
    ),
  };
}
