import { between, distanceM, nearestOnSegment, type Point } from "./plane.ts";
import { spatialHash } from "./spatial-hash.ts";
import { crossing } from "./street-drawing.ts";
import type { Street } from "./streets.ts";

/** A straight piece of a street between two nodes. */
export interface PlaneEdge {
  readonly from: number;
  readonly to: number;
  /** Which street of the plan it belongs to. */
  readonly street: number;
}

/** The street plan as a plane graph: edges meet only at nodes. */
export interface PlaneGraph {
  readonly nodes: readonly Point[];
  readonly edges: readonly PlaneEdge[];
}

/** Nodes nearer than this become one, metres. */
const MERGE_M = 9;
/** A node so near to an edge lies on it, metres. */
const TOUCH_M = 0.6;

const centimetres = ([x, y]: Point): Point => [Math.round(x * 100) / 100, Math.round(y * 100) / 100];

interface Piece {
  readonly a: Point;
  readonly b: Point;
  readonly street: number;
}

// Where each piece must be cut: at crossings, and where another piece's end lies on it.
function cutsOf(pieces: readonly Piece[]): number[][] {
  const cuts: number[][] = pieces.map(() => []);
  const hash = spatialHash<number>(50);
  pieces.forEach(({ a, b }, number) => {
    hash.add(number, a, b);
  });
  pieces.forEach((piece, number) => {
    const radiusM = distanceM(piece.a, piece.b) / 2 + TOUCH_M;
    for (const other of hash.near(between(piece.a, piece.b, 0.5), radiusM)) {
      if (other !== number) cutPair(piece, pieces[other]!, cuts[number]!);
    }
  });
  return cuts;
}

function cutPair(piece: Piece, other: Piece, cuts: number[]): void {
  const cut = crossing(piece.a, piece.b, other.a, other.b);
  if (cut) cuts.push(cut[0]);
  for (const end of [other.a, other.b]) {
    const nearest = nearestOnSegment(end, piece.a, piece.b);
    if (nearest.distanceM <= TOUCH_M) cuts.push(nearest.fraction);
  }
}

function cutPieces(pieces: readonly Piece[]): Piece[] {
  const cuts = cutsOf(pieces);
  return pieces.flatMap((piece, number) => {
    const fractions = [...new Set([0, ...cuts[number]!, 1])].sort((a, b) => a - b);
    const points = fractions.map((fraction) => centimetres(between(piece.a, piece.b, fraction)));
    return points.slice(1).map((b, at) => ({ a: points[at]!, b, street: piece.street }));
  });
}

// The node of each place: places within `toleranceM` of an earlier node are that node.
function numberNodes(pieces: readonly Piece[], toleranceM: number) {
  const nodes: Point[] = [];
  const hash = spatialHash<number>(Math.max(5, toleranceM));
  const numberOf = (place: Point): number => {
    let nearest = -1;
    let nearestM = toleranceM;
    for (const known of hash.near(place, toleranceM)) {
      const away = distanceM(nodes[known]!, place);
      if (away <= nearestM) [nearest, nearestM] = [known, away];
    }
    if (nearest >= 0) return nearest;
    nodes.push(place);
    hash.add(nodes.length - 1, place, place);
    return nodes.length - 1;
  };
  const edges = pieces.map(({ a, b, street }) => ({ from: numberOf(a), to: numberOf(b), street }));
  return { nodes, edges };
}

// One edge per pair of nodes, the earlier street's: the outline comes first and is never replaced.
function distinctEdges(edges: readonly PlaneEdge[]): PlaneEdge[] {
  const seen = new Map<string, PlaneEdge>();
  for (const edge of edges) {
    if (edge.from === edge.to) continue;
    const pair = edge.from < edge.to ? `${edge.from} ${edge.to}` : `${edge.to} ${edge.from}`;
    const known = seen.get(pair);
    if (!known || edge.street < known.street) seen.set(pair, edge);
  }
  return [...seen.values()];
}

/**
 * Cuts all streets where they meet and joins what lies within a few metres, until no edge crosses another. Nodes of the
 * outline keep their place, for they are numbered first.
 */
export function buildPlaneGraph(streets: readonly Street[]): PlaneGraph {
  let pieces: Piece[] = streets.flatMap(({ points }, street) =>
    points.slice(1).map((b, at) => ({ a: centimetres(points[at]!), b: centimetres(b), street })),
  );
  let [nodes, edges]: [Point[], PlaneEdge[]] = [[], []];
  for (let round = 0; round < 8; round++) {
    const before = edges.length;
    const numbered = numberNodes(cutPieces(pieces), round === 0 ? MERGE_M : round === 1 ? 3 : TOUCH_M);
    nodes = numbered.nodes;
    edges = distinctEdges(numbered.edges);
    pieces = edges.map(({ from, to, street }) => ({ a: nodes[from]!, b: nodes[to]!, street }));
    if (round > 1 && edges.length === before) break;
  }
  return { nodes, edges };
}
