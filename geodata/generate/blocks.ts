import type { Fabric } from "./character.ts";
import { readCharacter } from "./character.ts";
import { readCompounds, reservedFor } from "./compounds.ts";
import { controlRows, numberIn, placeOf } from "./control.ts";
import type { Elevation } from "./elevation.ts";
import type { Face } from "./faces.ts";
import { drawFor, type Mix, readMixes } from "./land-mix.ts";
import { distanceM, type Line, type Plane, type Point, placeInside, toPlane } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";
import type { Outline } from "./ring.ts";
import { deadEnds, type SiteInputs, sitesOf, stripsOf } from "./sites.ts";

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
  /** Too steep for a park: kept as wood. */
  readonly wooded: boolean;
  /** The class of its land where it is kept for the masses of a known place. */
  readonly reserved: LandClass | null;
}

/** Land that is not for construction is this much of the whole: 20.08 - 17.98 km². */
export const CONSTRUCTION_LAND_SQM = 17_980_000;

interface Ground {
  readonly face: Face;
  readonly middle: Point;
  readonly slope: number;
  readonly heightM: number;
  readonly beach: boolean;
  readonly fabric: Fabric;
  /** Kept for the masses of a known place, on land of this class. */
  readonly reserved: LandClass | null;
}

interface Readers {
  readonly fabricAt: (place: Point) => Fabric;
  readonly reserveAt: (place: Point) => LandClass | null;
  readonly isShore: (edge: number) => boolean;
}

function groundOf(face: Face, elevation: Elevation, { fabricAt, reserveAt, isShore }: Readers): Ground {
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
    reserved: reserveAt(middle),
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
      if (ground.reserved && !ground.beach) return [ground, -9] as const;
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

function readParks(plane: Plane): (place: Point) => string | null {
  const parks = controlRows("park").map((row) => ({
    id: row.id!,
    place: toPlane(plane, placeOf(row)),
    radiusM: numberIn(row, "radius_m"),
  }));
  return (place) => parks.find((park) => distanceM(park.place, place) < park.radiusM)?.id ?? null;
}

const CLIFF_SLOPE = 0.27;
const STEEP_SLOPE = 0.17;

// What a slope allows: nothing but wood on a cliff; below it mostly wood and scattered houses, here and there a terrace.
function onSlope(slope: number, random: Random): { wooded: boolean; archetype: string | null } | null {
  const draw = random.next();
  if (slope > CLIFF_SLOPE) return { wooded: true, archetype: null };
  if (slope < STEEP_SLOPE) return null;
  const steepness = (slope - STEEP_SLOPE) / (CLIFF_SLOPE - STEEP_SLOPE);
  if (draw < 0.15 + 0.35 * steepness) return { wooded: true, archetype: null };
  return draw < 0.6 + 0.3 * steepness ? { wooded: false, archetype: "hill-house" } : null;
}

// What else is built where a known place leaves room.
const RESERVED_FOR: Partial<Record<LandClass, string>> = { B: "cbd-tower", A: "public-hall", S: "rail-shed" };

// What a block is for: its park, its known place, what its slope allows, else what its fabric draws.
function purposeOf(ground: Ground, mix: Mix, park: string | null, random: Random) {
  const slope = onSlope(ground.slope, random);
  const built = { landClass: mix.landClass, archetype: mix.archetype, park: null, wooded: false };
  if (ground.reserved)
    return { ...built, landClass: ground.reserved, archetype: RESERVED_FOR[ground.reserved] ?? null };
  const green = { landClass: "G", archetype: null, park, wooded: false } as const;
  if (park) return green;
  if (slope?.wooded) return { ...green, wooded: true };
  if (slope) return { ...built, landClass: "R", archetype: slope.archetype } as const;
  return built;
}

interface BlockInputs extends SiteInputs {
  readonly outline: Outline;
  readonly elevation: Elevation;
  readonly seed: number;
}

/** The blocks of the city, one per face on land: sites, land class and fabric; construction land comes out at 17.98 km². */
export function layBlocks(inputs: BlockInputs): Block[] {
  const { outline, elevation, streets, graph, faces, seed } = inputs;
  const random = randomFor(seed, "blocks");
  const characterAt = readCharacter(outline.plane);
  const parkOf = readParks(outline.plane);
  const mixes = readMixes();
  const reserve = reservedFor(readCompounds(outline.plane));
  const readers: Readers = {
    fabricAt: (place) => characterAt(place).fabric,
    reserveAt: (place) => (reserve(place)?.landClass ?? null) as LandClass | null,
    isShore: (edge) => streets[graph.edges[edge]!.street]!.rank === "shore",
  };
  const grounds = faces.map((face) => groundOf(face, elevation, readers));
  const ends = deadEnds(inputs);
  const wild = chooseWild(grounds, parkOf, random);
  return grounds.map((ground) => {
    const { face } = ground;
    const sites = sitesOf(face, [...stripsOf(face, graph, streets), ...(ends.get(face) ?? [])]);
    const mix = drawFor(ground, mixes, random);
    const block = { ...ground, sites };
    if (wild.has(ground)) return { ...block, landClass: "E", archetype: null, park: null, wooded: false };
    const purpose = purposeOf(ground, mix, parkOf(ground.middle), random);
    // a site too small for anything else is a garden
    const tooSmall = sites.length === 0 || face.areaSqm < 900;
    if (tooSmall) return { ...block, ...purpose, landClass: "G", archetype: null };
    return { ...block, ...purpose };
  });
}
