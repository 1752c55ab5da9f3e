import { readCharacter } from "./character.ts";
import { readCompounds, reservedFor } from "./compounds.ts";
import type { Elevation } from "./elevation.ts";
import { type Face, type Faces, findFaces } from "./faces.ts";
import { distanceM, isInside, type Point, placeInside } from "./plane.ts";
import { buildPlaneGraph, type PlaneGraph } from "./plane-graph.ts";
import { isOnBar, type Outline } from "./ring.ts";
import { crossing } from "./street-drawing.ts";
import { planStreets, type Street } from "./streets.ts";

/** Larger blocks are cut by a lane, m²; on hills there are fewer. */
const LARGEST_BLOCK_SQM = 24_000;
const LARGEST_HILL_SQM = 90_000;
const SHORTEST_LANE_M = 30;
const LANE_ROUNDS = 6;

/** The streets of the district with the plane graph and the faces they make. */
export interface StreetPlan extends Faces {
  readonly streets: readonly Street[];
  readonly graph: PlaneGraph;
  /** Faces on land, and faces in the rivers. */
  readonly land: readonly Face[];
  readonly water: readonly Face[];
}

// The nearest place where the ray from a place meets the ring.
function hitFrom(place: Point, [dx, dy]: Point, ring: readonly Point[]): Point {
  const far: Point = [place[0] + dx * 4_000, place[1] + dy * 4_000];
  let nearest = 1;
  for (let at = 0; at < ring.length; at++) {
    const cut = crossing(place, far, ring[at]!, ring[(at + 1) % ring.length]!);
    if (cut) nearest = Math.min(nearest, cut[0]);
  }
  return [place[0] + (far[0] - place[0]) * nearest, place[1] + (far[1] - place[1]) * nearest];
}

// The lane through the middle of a large block: along or across the slope, whichever is shorter.
function laneThrough(face: Face, elevation: Elevation): Street | null {
  const middle = placeInside(face.ring);
  const [gx, gy] = elevation.gradientAt(middle);
  const slope = Math.sqrt(gx * gx + gy * gy) || 1;
  const chords = [
    { direction: [-gy / slope, gx / slope] as Point, rank: "contour" as const },
    { direction: [gx / slope, gy / slope] as Point, rank: "climb" as const },
  ].map(({ direction, rank }) => ({
    rank,
    points: [
      hitFrom(middle, [-direction[0], -direction[1]], face.ring),
      hitFrom(middle, direction, face.ring),
    ],
  }));
  chords.sort((a, b) => distanceM(a.points[0]!, a.points[1]!) - distanceM(b.points[0]!, b.points[1]!));
  const chord = chords.find(({ points }) => distanceM(points[0]!, points[1]!) >= SHORTEST_LANE_M);
  return chord ? { ...chord, nameZh: null, nameEn: null } : null;
}

/** Plans the streets and cuts blocks that came out too large by lanes. */
export function layStreetPlan(outline: Outline, elevation: Elevation, seed: number): StreetPlan {
  const characterAt = readCharacter(outline.plane);
  const reserve = reservedFor(readCompounds(outline.plane));
  let streets = planStreets(outline, elevation, seed);
  for (let round = 0; ; round++) {
    const graph = buildPlaneGraph(streets);
    const found = findFaces(graph);
    const land = found.faces.filter(({ ring }) => isInside(placeInside(ring), outline.landRing));
    const lanes = land
      .filter(({ ring, areaSqm }) => {
        const middle = placeInside(ring);
        if (isOnBar(outline, middle) || reserve(middle)) return false;
        const hill = characterAt(middle).fabric === "hill";
        return areaSqm > (hill ? LARGEST_HILL_SQM : LARGEST_BLOCK_SQM);
      })
      .map((face) => laneThrough(face, elevation))
      .filter((lane) => lane !== null);
    if (lanes.length === 0 || round === LANE_ROUNDS) {
      const onLand = new Set(land);
      return { streets, graph, ...found, land, water: found.faces.filter((face) => !onLand.has(face)) };
    }
    streets = [...streets, ...lanes];
  }
}
