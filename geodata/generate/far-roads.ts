import { controlRows, numberIn } from "./control.ts";
import { courseIn } from "./curve.ts";
import { distanceM, type Line, lengthM, nearestOnSegment, type Plane, type Point } from "./plane.ts";
import { addEdge, addNode, type NetworkDraft } from "./walk-network.ts";

/** Ends of far roads nearer than this are one node, metres. */
const SAME_PLACE_M = 5;

/** A road outside the district, on the far banks or where a main street goes on: context only. */
interface FarRoad {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly roadClass: string;
  readonly heightM: number;
  readonly line: Line;
}

function readFarRoads(plane: Plane): FarRoad[] {
  return controlRows("far-road").map((row) => ({
    id: row.id!,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    roadClass: row.class!,
    heightM: numberIn(row, "height_m"),
    line: courseIn(row, plane),
  }));
}

// A line with one more point where it passes nearest to each place, if that is near.
function withPlaces(line: Line, places: readonly Point[]): Point[] {
  return places.reduce(
    (points: Point[], place) => {
      const found = points
        .slice(1)
        .map((b, at) => ({ at: at + 1, ...nearestOnSegment(place, points[at]!, b) }))
        .reduce((best, other) => (other.distanceM < best.distanceM ? other : best));
      if (found.distanceM > 60 || points.some((point) => distanceM(point, found.point) < SAME_PLACE_M))
        return points;
      return [...points.slice(0, found.at), found.point, ...points.slice(found.at)];
    },
    [...line],
  );
}

/** Adds the far roads, cut where bridges reach them, and answers their nodes. */
export function addFarRoads(draft: NetworkDraft, plane: Plane, bridgeEnds: readonly Point[]): Set<number> {
  const roads = readFarRoads(plane);
  const ends = [...bridgeEnds, ...roads.map(({ line }) => line[0]!)];
  const far = new Set<number>();
  const knownAt = (place: Point) =>
    draft.nodes.findIndex((node) => distanceM(node.place, place) < SAME_PLACE_M);
  const nodeAt = (place: Point, heightM: number): number => {
    const known = knownAt(place);
    const node = known < 0 ? addNode(draft, place, heightM) : known;
    far.add(node);
    return node;
  };
  for (const { id, nameZh, nameEn, roadClass, heightM, line } of roads) {
    // from where a street goes on it rises or falls evenly to its own height
    const startM = draft.nodes[knownAt(line[0]!)]?.heightM ?? heightM;
    const places = withPlaces(line, ends);
    const nodes = places.map((place, at) => {
      const share = lengthM(places.slice(0, at + 1)) / lengthM(places);
      return nodeAt(place, startM + share * (heightM - startM));
    });
    nodes.slice(1).forEach((to, at) => {
      const from = nodes[at]!;
      if (from === to) return;
      const piece = [draft.nodes[from]!.place, draft.nodes[to]!.place];
      addEdge(draft, {
        id: `far-road/${id}/${at}`,
        from,
        to,
        kind: "road",
        line: piece,
        lengthM: lengthM(piece),
        climbM: draft.nodes[to]!.heightM - draft.nodes[from]!.heightM,
        climbSource: "interpolated",
        nameZh,
        nameEn,
        roadClass,
        context: true,
      });
    });
  }
  return far;
}
