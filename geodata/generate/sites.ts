import { besideStrips, type Strip } from "./clip.ts";
import type { Face } from "./faces.ts";
import { between, isInside, type Line, type Point, signedAreaSqm } from "./plane.ts";
import type { PlaneGraph } from "./plane-graph.ts";
import { spatialHash } from "./spatial-hash.ts";
import type { Street, StreetRank } from "./streets.ts";

const HALF_WIDTH_M: Readonly<Record<StreetRank, number>> = {
  outline: 1.5,
  shore: 1.5,
  plot: 1.2,
  viaduct: 9,
  primary: 12,
  secondary: 9,
  tertiary: 6.5,
  riverside: 9,
  pedestrian: 6.5,
  contour: 4.5,
  climb: 3,
  alley: 1.8,
  "bank-path": 2,
};
/** Lines on which nobody walks: a plot line that ends within a face parts nothing. */
const UNDRAWN: ReadonlySet<StreetRank> = new Set(["outline", "shore", "plot"]);
const NECK_M = 9;
const SMALLEST_SITE_SQM = 120;
/** The faces of a street plan and the edges that bound none of them. */
export interface SiteInputs {
  readonly streets: readonly Street[];
  readonly graph: PlaneGraph;
  /** Faces on land. */
  readonly faces: readonly Face[];
  /** Edges of the graph that bound no face. */
  readonly loose: ReadonlySet<number>;
}

/** The streets round a face as strips. Neighbouring edges of one width are one line, so that strips turn corners without gaps. */
export function stripsOf(face: Face, graph: PlaneGraph, streets: readonly Street[]): Strip[] {
  const strips: { line: Point[]; halfWidthM: number }[] = [];
  face.edges.forEach((edge, at) => {
    const halfWidthM = HALF_WIDTH_M[streets[graph.edges[edge]!.street]!.rank];
    const [a, b] = [face.ring[at]!, face.ring[(at + 1) % face.ring.length]!];
    const last = strips.at(-1);
    if (last && last.halfWidthM === halfWidthM) last.line.push(b);
    else strips.push({ line: [a, b], halfWidthM });
  });
  return strips;
}

/** Streets that end within a face: nothing is built on them either. By face. */
export function deadEnds({ faces, graph, streets, loose }: SiteInputs): ReadonlyMap<Face, Strip[]> {
  const ends = new Map<Face, Strip[]>();
  const near = spatialHash<Face>(150);
  for (const face of faces) {
    const xs = face.ring.map(([x]) => x);
    const ys = face.ring.map(([, y]) => y);
    near.add(face, [Math.min(...xs), Math.min(...ys)], [Math.max(...xs), Math.max(...ys)]);
  }
  for (const edge of loose) {
    const { from, to, street } = graph.edges[edge]!;
    const { rank } = streets[street]!;
    if (UNDRAWN.has(rank)) continue;
    const line = [graph.nodes[from]!, graph.nodes[to]!];
    const middle = between(line[0]!, line[1]!, 0.5);
    const face = near.near(middle, 1).find(({ ring }) => isInside(middle, ring));
    if (face) ends.set(face, [...(ends.get(face) ?? []), { line, halfWidthM: HALF_WIDTH_M[rank] }]);
  }
  return ends;
}

/** What a face leaves beside strips, the largest site first. */
export function sitesOf(face: Face, strips: readonly Strip[]): Line[] {
  return besideStrips(face.ring, strips, NECK_M)
    .filter((ring) => signedAreaSqm(ring) >= SMALLEST_SITE_SQM)
    .sort((a, b) => signedAreaSqm(b) - signedAreaSqm(a));
}
