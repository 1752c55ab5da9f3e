import { buildNetwork, type EdgeKind, type EdgeRow, type WalkNetwork } from "../../server/walking/network.ts";
import { projectionAt } from "../../server/walking/projection.ts";

const ORIGIN = { lon: 106.55, lat: 29.55 };
const { metresPerLonDegree, metresPerLatDegree } = projectionAt(ORIGIN.lat);

/** The place x metres east and y metres north of the origin of the hand-made worlds, EPSG:4326. */
export function at(x: number, y: number): { lon: number; lat: number } {
  return { lon: ORIGIN.lon + x / metresPerLonDegree, lat: ORIGIN.lat + y / metresPerLatDegree };
}

/** A closed ring of lon, lat interleaved from corners in metres; the first corner is repeated at the end. */
export function ring(...corners: readonly (readonly [number, number])[]): number[] {
  return [...corners, corners[0]!].flatMap(([x, y]) => {
    const { lon, lat } = at(x, y);
    return [lon, lat];
  });
}

/** An edge of a hand-made world: flat and as long as drawn unless said otherwise. */
export type WorldEdge = Partial<Omit<EdgeRow, "from" | "to" | "kind">> & { readonly kind?: EdgeKind };

/** A network from nodes in metres (x, y and, where known, height) and edges [from, to, attributes]; paths unless a kind is given. */
export function world(
  nodes: readonly (readonly [x: number, y: number, heightM?: number | null])[],
  edges: readonly (readonly [from: number, to: number, edge?: WorldEdge])[],
): WalkNetwork {
  return buildNetwork({
    nodes: nodes.map(([x, y, heightM]) => ({ ...at(x, y), heightM: heightM ?? null })),
    edges: edges.map(([from, to, edge = {}]) => {
      const [x1, y1] = nodes[from]!;
      const [x2, y2] = nodes[to]!;
      return { from, to, kind: "path", lengthM: Math.hypot(x2 - x1, y2 - y1), climbM: 0, ...edge };
    }),
  });
}
