import type { Fabric } from "./character.ts";
import { readCharacter } from "./character.ts";
import { besideStrips, type Strip } from "./clip.ts";
import { controlRows, numberIn, placeOf } from "./control.ts";
import type { Elevation } from "./elevation.ts";
import type { Face } from "./faces.ts";
import {
  distanceM,
  type Line,
  type Plane,
  type Point,
  placeInside,
  signedAreaSqm,
  toPlane,
} from "./plane.ts";
import type { PlaneGraph } from "./plane-graph.ts";
import { type Random, randomFor } from "./random.ts";
import type { Outline } from "./ring.ts";
import type { Street, StreetRank } from "./streets.ts";

/** A class of GB 50137, as far as the sample needs it. */
export type LandClass = "R" | "A" | "B" | "M" | "W" | "S" | "G" | "E";

/** A block: a face of the street plan, what may be built on within it, and what it is for. */
export interface Block {
  readonly face: Face;
  /** The face without its streets; empty where nothing is left. */
  readonly sites: readonly Line[];
  readonly middle: Point;
  readonly fabric: Fabric;
  readonly landClass: LandClass;
  /** The kind of building that prevails; null where none stand. */
  readonly archetype: string | null;
  /** The park it belongs to, by id. */
  readonly park: string | null;
  readonly slope: number;
  readonly heightM: number;
  /** On the strip along the water. */
  readonly beach: boolean;
}

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
const NECK_M = 9;
const SMALLEST_SITE_SQM = 120;
/** Land that is not for construction is this much of the whole: 20.08 - 17.98 km². */
export const CONSTRUCTION_LAND_SQM = 17_980_000;

// Neighbouring edges of one width become one line, so that strips turn corners without gaps.
function stripsOf(face: Face, graph: PlaneGraph, streets: readonly Street[]): Strip[] {
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

function sitesOf(face: Face, strips: readonly Strip[]): Line[] {
  return besideStrips(face.ring, strips, NECK_M)
    .filter((ring) => signedAreaSqm(ring) >= SMALLEST_SITE_SQM)
    .sort((a, b) => signedAreaSqm(b) - signedAreaSqm(a));
}

interface Ground {
  readonly face: Face;
  readonly middle: Point;
  readonly slope: number;
  readonly heightM: number;
  readonly beach: boolean;
  readonly fabric: Fabric;
}

function groundOf(
  face: Face,
  elevation: Elevation,
  fabricAt: (place: Point) => Fabric,
  isShore: (edge: number) => boolean,
): Ground {
  const middle = placeInside(face.ring);
  const places = [middle, ...face.ring.filter((_, at) => at % 3 === 0)];
  const slopes = places.map((place) => {
    const [gx, gy] = elevation.gradientAt(place);
    return Math.sqrt(gx * gx + gy * gy);
  });
  return {
    face,
    middle,
    slope: slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length,
    heightM: elevation.heightAt(middle),
    beach: face.edges.some(isShore),
    fabric: fabricAt(middle),
  };
}

// Beaches first, then hills and the steepest slopes, until what is left is construction land.
function chooseWild(
  grounds: readonly Ground[],
  parkOf: (place: Point) => string | null,
  random: Random,
): Set<Ground> {
  const total = grounds.reduce((sum, { face }) => sum + face.areaSqm, 0);
  let room = total - CONSTRUCTION_LAND_SQM;
  const score = new Map(
    grounds.map((ground) => {
      const hilly = (ground.fabric === "hill" ? 0.14 : 0) + (parkOf(ground.middle) ? -0.2 : 0);
      return [ground, ground.beach ? 9 : ground.slope + hilly + random.between(0, 0.08)] as const;
    }),
  );
  const wild = new Set<Ground>();
  for (const ground of [...grounds].sort((a, b) => score.get(b)! - score.get(a)!)) {
    if (ground.face.areaSqm > room) continue;
    wild.add(ground);
    room -= ground.face.areaSqm;
  }
  return wild;
}

interface Mix {
  readonly landClass: LandClass;
  readonly archetype: string | null;
  readonly share: number;
}

function readMixes(): Map<Fabric, Mix[]> {
  const mixes = new Map<Fabric, Mix[]>();
  for (const row of controlRows("fabric")) {
    const mix = {
      landClass: row.land_class as LandClass,
      archetype: row.archetype || null,
      share: numberIn(row, "share"),
    };
    mixes.set(row.fabric as Fabric, [...(mixes.get(row.fabric as Fabric) ?? []), mix]);
  }
  return mixes;
}

function draw(mixes: readonly Mix[], random: Random): Mix {
  let rest = random.next() * mixes.reduce((sum, { share }) => sum + share, 0);
  for (const mix of mixes) {
    rest -= mix.share;
    if (rest < 0) return mix;
  }
  return mixes.at(-1)!;
}

function readParks(plane: Plane): (place: Point) => string | null {
  const parks = controlRows("park").map((row) => ({
    id: row.id!,
    place: toPlane(plane, placeOf(row)),
    radiusM: numberIn(row, "radius_m"),
  }));
  return (place) => parks.find((park) => distanceM(park.place, place) < park.radiusM)?.id ?? null;
}

interface BlockInputs {
  readonly outline: Outline;
  readonly elevation: Elevation;
  readonly streets: readonly Street[];
  readonly graph: PlaneGraph;
  /** Faces on land. */
  readonly faces: readonly Face[];
  readonly seed: number;
}

/** The blocks of the city, one per face on land: sites, land class and fabric; construction land comes out at 17.98 km². */
export function layBlocks({ outline, elevation, streets, graph, faces, seed }: BlockInputs): Block[] {
  const random = randomFor(seed, "blocks");
  const characterAt = readCharacter(outline.plane);
  const parkOf = readParks(outline.plane);
  const mixes = readMixes();
  const fabricAt = (place: Point) => characterAt(place).fabric;
  const isShore = (edge: number) => streets[graph.edges[edge]!.street]!.rank === "shore";
  const grounds = faces.map((face) => groundOf(face, elevation, fabricAt, isShore));
  const wild = chooseWild(grounds, parkOf, random);
  return grounds.map((ground) => {
    const { face } = ground;
    const sites = sitesOf(face, stripsOf(face, graph, streets));
    const mix = draw(mixes.get(ground.fabric)!, random);
    if (wild.has(ground)) return { ...ground, sites, landClass: "E", archetype: null, park: null };
    const park = parkOf(ground.middle);
    if (park) return { ...ground, sites, landClass: "G", archetype: null, park };
    // a site too small for anything else is a garden
    if (sites.length === 0 || face.areaSqm < 900) {
      return { ...ground, sites, landClass: "G", archetype: null, park: null };
    }
    return { ...ground, sites, landClass: mix.landClass, archetype: mix.archetype, park: null };
  });
}
