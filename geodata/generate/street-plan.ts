import { landingsOf, readStructures } from "./bridges.ts";
import { readCharacter } from "./character.ts";
import { readCompounds, reservedFor } from "./compounds.ts";
import type { Elevation } from "./elevation.ts";
import { type Face, type Faces, findFaces } from "./faces.ts";
import { distanceM, type Point, placeInside } from "./plane.ts";
import { buildPlaneGraph, type PlaneGraph } from "./plane-graph.ts";
import { randomFor } from "./random.ts";
import { isOnBar, isOnLand, type Outline } from "./ring.ts";
import { crossing } from "./street-drawing.ts";
import { planStreets, type Street } from "./streets.ts";
import { thinOut } from "./thinning.ts";

/** Larger blocks are parted by a plot line, m²; on hills there are fewer. */
const LARGEST_BLOCK_SQM = 24_000;
const LARGEST_HILL_SQM = 90_000;
const SHORTEST_LINE_M = 30;
const LINE_ROUNDS = 6;

/** The streets of the district with the plane graph and the faces they make. */
export interface StreetPlan extends Faces {
  readonly streets: readonly Street[];
  readonly graph: PlaneGraph;
  /** Faces on land, and faces in the rivers. */
  readonly land: readonly Face[];
  readonly water: readonly Face[];
  /** Where bridges, ramps and tunnels meet the streets. */
  readonly landings: readonly Point[];
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

// The line through the middle of a large block: along or across the slope, whichever is shorter.
function lineThrough(face: Face, elevation: Elevation): Street | null {
  const middle = placeInside(face.ring);
  const [gx, gy] = elevation.gradientAt(middle);
  const slope = Math.sqrt(gx * gx + gy * gy) || 1;
  const directions: Point[] = [
    [-gy / slope, gx / slope],
    [gx / slope, gy / slope],
  ];
  const chords = directions.map((direction) => [
    hitFrom(middle, [-direction[0], -direction[1]], face.ring),
    hitFrom(middle, direction, face.ring),
  ]);
  chords.sort((a, b) => distanceM(a[0]!, a[1]!) - distanceM(b[0]!, b[1]!));
  const points = chords.find(([a, b]) => distanceM(a!, b!) >= SHORTEST_LINE_M);
  return points ? { points, rank: "plot", nameZh: null, nameEn: null } : null;
}

/** Plans the streets, parts blocks that came out too large, and leaves open only part of the streets drawn. */
export function layStreetPlan(outline: Outline, elevation: Elevation, seed: number): StreetPlan {
  const characterAt = readCharacter(outline.plane);
  const reserve = reservedFor(readCompounds(outline.plane));
  let streets = planStreets(outline, elevation, seed);
  for (let round = 0; ; round++) {
    const graph = buildPlaneGraph(streets);
    const found = findFaces(graph);
    const land = found.faces.filter(({ ring }) => isOnLand(outline, placeInside(ring)));
    const lines = land
      .filter(({ ring, areaSqm }) => {
        const middle = placeInside(ring);
        if (isOnBar(outline, middle) || reserve(middle)) return false;
        const hill = characterAt(middle).fabric === "hill";
        return areaSqm > (hill ? LARGEST_HILL_SQM : LARGEST_BLOCK_SQM);
      })
      .map((face) => lineThrough(face, elevation))
      .filter((line) => line !== null);
    if (lines.length === 0 || round === LINE_ROUNDS) {
      const onLand = new Set(land);
      const landings = landingsOf(readStructures(outline.plane));
      const thinned = thinOut({
        graph,
        faces: found,
        streets,
        landings,
        elevation,
        fabricAt: (place) => characterAt(place).fabric,
        random: randomFor(seed, "thinning"),
      });
      return { ...found, ...thinned, land, water: found.faces.filter((face) => !onLand.has(face)), landings };
    }
    streets = [...streets, ...lines];
  }
}
