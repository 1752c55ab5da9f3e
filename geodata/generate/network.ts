import { addBridges, type Structure } from "./bridges.ts";
import { addConnectors } from "./connectors.ts";
import type { Elevation } from "./elevation.ts";
import { lengthM, splitLine } from "./plane.ts";
import { randomFor } from "./random.ts";
import type { Outline } from "./ring.ts";
import type { StreetEdge, StreetEdges } from "./street-edges.ts";
import {
  addEdge,
  addNode,
  type NetworkDraft,
  stairsOf,
  type WalkEdge,
  type WalkNode,
  withFatigue,
} from "./walk-network.ts";
import { addWalkways, type Walkway } from "./walkways.ts";

/** The walking network of the district with its named walkways. */
export interface Network {
  readonly nodes: readonly WalkNode[];
  readonly edges: readonly WalkEdge[];
  readonly walkways: readonly Walkway[];
  /** Bridges, ramps and tunnels as they are drawn, from street to street. */
  readonly structures: readonly Structure[];
}

const CROSSING_M = 14;

interface NetworkInputs {
  readonly outline: Outline;
  readonly elevation: Elevation;
  readonly streets: StreetEdges;
  readonly seed: number;
}

/** Streets, crossings, walkways, lifts, escalators, the cableway and bridges as one walking network. */
export function buildNetwork({ outline, elevation, streets, seed }: NetworkInputs): Network {
  const draft: NetworkDraft = { nodes: [], edges: [] };
  addStreets(draft, streets, seed);
  const walkways = addWalkways(draft, outline.plane, elevation);
  addConnectors(draft, outline.plane);
  const structures = addBridges(draft, outline.plane);
  return { nodes: draft.nodes, edges: withFatigue(draft), walkways, structures };
}

function addStreets(draft: NetworkDraft, { places, heightsM, edges }: StreetEdges, seed: number): void {
  const numbers = new Map<number, number>();
  const numberOf = (node: number): number => {
    const known = numbers.get(node);
    if (known !== undefined) return known;
    const number = addNode(draft, places[node]!, heightsM[node]!);
    numbers.set(node, number);
    return number;
  };
  const onPrimary = new Set(
    edges.filter(({ rank }) => rank === "primary").flatMap(({ from, to }) => [from, to]),
  );
  const random = randomFor(seed, "crossings");
  edges.forEach((edge, number) => {
    const [from, to] = [numberOf(edge.from), numberOf(edge.to)];
    const crosses = onPrimary.has(edge.from) && edge.rank !== "primary" && edge.kind !== "stairs";
    if (crosses && lengthM(edge.line) > 3 * CROSSING_M && random.chance(0.6)) {
      addWithCrossing(draft, edge, { from, to, number });
    } else addStreet(draft, edge, { from, to, id: `street/${number}` });
  });
}

interface Ends {
  readonly from: number;
  readonly to: number;
}

function addStreet(draft: NetworkDraft, edge: StreetEdge, { from, to, id }: Ends & { id: string }): void {
  const climbM = draft.nodes[to]!.heightM - draft.nodes[from]!.heightM;
  const { line, kind, roadClass, nameZh, nameEn } = edge;
  const common = { id, from, to, line, lengthM: lengthM(line), roadClass, nameZh, nameEn };
  addEdge(draft, kind === "stairs" ? { ...common, ...stairsOf(climbM) } : { ...common, kind, climbM });
}

// The first metres from a main street are a signalled crossing.
function addWithCrossing(draft: NetworkDraft, edge: StreetEdge, ends: Ends & { number: number }): void {
  const [before, after] = splitLine(edge.line, CROSSING_M);
  const share = CROSSING_M / lengthM(edge.line);
  const [low, high] = [draft.nodes[ends.from]!.heightM, draft.nodes[ends.to]!.heightM];
  const middle = addNode(draft, after[0]!, low + (high - low) * share);
  addEdge(draft, {
    id: `crossing/${ends.number}`,
    from: ends.from,
    to: middle,
    kind: "crossing",
    line: before,
    lengthM: lengthM(before),
    climbM: (high - low) * share,
    signal: true,
    roadClass: edge.roadClass,
  });
  addStreet(draft, { ...edge, line: after }, { from: middle, to: ends.to, id: `street/${ends.number}` });
}
