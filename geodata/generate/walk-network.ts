import { distanceM, lengthM, type Point } from "./plane.ts";

/** Kinds of store.walk_edge. */
export type WalkKind =
  | "road"
  | "path"
  | "stairs"
  | "escalator"
  | "lift"
  | "cableway"
  | "bridge"
  | "tunnel"
  | "crossing";

/** A place of the walking network. */
export interface WalkNode {
  readonly place: Point;
  readonly heightM: number;
}

/** An edge of the walking network; climbs are from `from` to `to`. */
export interface WalkEdge {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly kind: WalkKind;
  readonly line: readonly Point[];
  /** Horizontal metres along the line; 0 for a lift. */
  readonly lengthM: number;
  readonly climbM: number;
  readonly climbSource: "elevation-model" | "interpolated" | "steps" | "measured";
  readonly steps: number | null;
  readonly fatigue: number;
  readonly oneWay: boolean;
  readonly stepFree: boolean;
  readonly speedMps: number | null;
  readonly headwayS: number | null;
  readonly signal: boolean;
  readonly openHours: string | null;
  readonly fare: string | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly walkway: string | null;
  readonly roadClass: string | null;
  readonly layer: number;
  readonly context: boolean;
}

/** Metres a step rises (walking_parameter stair-riser). */
export const RISER_M = 0.155;

/** Edges and nodes while they are gathered. */
export interface NetworkDraft {
  readonly nodes: WalkNode[];
  readonly edges: WalkEdge[];
}

type Given = Pick<WalkEdge, "id" | "from" | "to" | "kind" | "line" | "lengthM" | "climbM"> &
  Partial<WalkEdge>;

/** Adds an edge with the usual properties of its kind; what is given prevails. */
export function addEdge(draft: NetworkDraft, given: Given): void {
  draft.edges.push({
    climbSource: "elevation-model",
    steps: null,
    fatigue: 1,
    oneWay: false,
    stepFree: given.kind !== "stairs" && given.kind !== "escalator",
    speedMps: null,
    headwayS: null,
    signal: false,
    openHours: null,
    fare: null,
    nameZh: null,
    nameEn: null,
    walkway: null,
    roadClass: null,
    layer: 0,
    context: false,
    ...given,
  });
}

/** A flight between two nodes: whole steps whose rise is the climb. */
export function stairsOf(riseM: number, steps = Math.max(1, Math.round(Math.abs(riseM) / RISER_M))) {
  return {
    kind: "stairs" as const,
    steps,
    climbM: Math.sign(riseM) * steps * RISER_M,
    climbSource: "steps" as const,
  };
}

/** Adds a node and answers its number. */
export function addNode(draft: NetworkDraft, place: Point, heightM: number): number {
  return draft.nodes.push({ place, heightM }) - 1;
}

/** The node nearest to a place among the first `count`. */
export function nearestNode(draft: NetworkDraft, place: Point, isWanted: (node: number) => boolean): number {
  let [nearest, nearestM] = [-1, Number.POSITIVE_INFINITY];
  draft.nodes.forEach((node, number) => {
    const away = distanceM(node.place, place);
    if (away < nearestM && isWanted(number)) [nearest, nearestM] = [number, away];
  });
  return nearest;
}

/** Footways steeper than this are flights of stairs. */
export const STAIRS_GRADE = 0.1;

interface JoinOptions {
  readonly id: string;
  /** Streets are the nodes before this one. */
  readonly streetNodes: number;
  /** The street node nearest to this place is joined. */
  readonly to: Point;
}

/** Adds the way from a node to the street nearest to a place: stairs where it is steep. */
export function joinStreets(draft: NetworkDraft, node: number, { id, streetNodes, to }: JoinOptions): void {
  const { place, heightM } = draft.nodes[node]!;
  const street = nearestNode(draft, to, (other) => other < streetNodes);
  const end = draft.nodes[street]!;
  const line = [place, end.place];
  if (lengthM(line) === 0) return;
  const riseM = end.heightM - heightM;
  const common = { id, from: node, to: street, line, lengthM: lengthM(line), roadClass: "footway" };
  const steep = Math.abs(riseM) / lengthM(line) > STAIRS_GRADE && Math.abs(riseM) > RISER_M;
  addEdge(
    draft,
    steep
      ? { ...common, ...stairsOf(riseM), roadClass: "stairs" }
      : { ...common, kind: "path", climbM: riseM },
  );
}

/** Fatigue of each flight: of the whole run of stairs that follow one another, definitions.md "Seconds of an edge". */
export function withFatigue({ nodes, edges }: NetworkDraft): WalkEdge[] {
  const degree = nodes.map(() => 0);
  for (const { from, to } of edges) {
    degree[from]!++;
    degree[to]!++;
  }
  const parent = edges.map((_, edge) => edge);
  const root = (edge: number): number => {
    let at = edge;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const stairsAt = new Map<number, number>();
  edges.forEach(({ kind, from, to }, edge) => {
    if (kind !== "stairs") return;
    for (const node of [from, to]) {
      const other = stairsAt.get(node);
      // only where nothing else is met does the run go on
      if (other !== undefined && degree[node] === 2) parent[root(edge)] = root(other);
      stairsAt.set(node, edge);
    }
  });
  const riseM = new Map<number, number>();
  edges.forEach(({ kind, climbM }, edge) => {
    if (kind === "stairs") riseM.set(root(edge), (riseM.get(root(edge)) ?? 0) + Math.abs(climbM));
  });
  return edges.map((edge, number) => {
    if (edge.kind !== "stairs") return edge;
    const run = riseM.get(root(number))!;
    return { ...edge, fatigue: Math.min(1.5, 1 + 0.1 * Math.max(0, (run - 20) / 20)) };
  });
}
