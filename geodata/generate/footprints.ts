import { type Archetype, readArchetypes } from "./archetype.ts";
import type { Block } from "./blocks.ts";
import { inset, sharedSqm, without } from "./clip.ts";
import type { Compound } from "./compounds.ts";
import type { Elevation } from "./elevation.ts";
import { convexOverlap, frameOf, rectangle } from "./frame.ts";
import type { Institution } from "./institutions.ts";
import { type Mass, raiseMasses } from "./masses.ts";
import type { Placed } from "./placed.ts";
import { centroidOf, distanceM, isInside, type Line, type Point, signedAreaSqm } from "./plane.ts";
import { randomFor } from "./random.ts";
import { hasOpenGround, isClosePacked, layOut } from "./site-plan.ts";
import { alongSides } from "./street-rows.ts";

/** Where a building stands, of what kind, on which site of which block. */
export interface Footprint {
  readonly ring: Line;
  /** Courts, and towers through a podium. */
  readonly holes: readonly Line[];
  readonly middle: Point;
  readonly footprintSqm: number;
  readonly archetype: Archetype;
  readonly block: number;
  readonly site: number;
  /** What the control facts say of it, where it is a mass of a known place. */
  readonly mass: Mass | null;
}

/** How many buildings the district has: the rest is filled up with small annexes. */
export const BUILDING_COUNT = 20_400;
/** Small shops, sheds and gatehouses stand in short rows along the street. */
const ANNEX_RUN = { houses: [2, 6], gapM: [9, 45] } as const;
/** Nothing but small houses is built on ground steeper than the first, nothing at all beyond the second. */
const STEEPEST = [0.32, 0.42] as const;
/** Free ground around the masses of a known place, metres. */
const CLEAR_M = 7;

/** What is thinner is a wall, metres. */
const THINNEST_M = 4;

interface FootprintInputs {
  readonly blocks: readonly Block[];
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly compounds: readonly Compound[];
  readonly elevation: Elevation;
  readonly seed: number;
}

// What is built instead where a site has no room for one building of the kind.
const SMALLER = new Map([
  ["cbd-tower", "office-slab"],
  ["office-slab", "shophouse"],
  ["tower-2010", "tower-1990"],
  ["tower-2000", "tower-1990"],
  ["tower-1990", "slab-1990"],
  ["slab-1990", "shophouse"],
  ["slab-1980", "old-house"],
  ["factory", "shophouse"],
  ["rail-shed", "shophouse"],
]);

type Kinds = ReadonlyMap<string, Archetype>;

function massesOf({ compounds, blocks }: FootprintInputs): Mass[] {
  const masses: Mass[] = [];
  for (const compound of compounds) {
    const sites = blocks.flatMap(({ landClass, middle, sites: rings }, block) =>
      landClass === "E" || landClass === "G" || distanceM(middle, compound.place) > compound.reserveM + 450
        ? []
        : rings.map((ring, site) => ({ ring, block, site })),
    );
    const own = raiseMasses(compound, sites);
    masses.push(...own.filter((mass) => masses.every((other) => !convexOverlap(mass.box, other.box, 0))));
  }
  return masses;
}

/** The footprints of all buildings: none touches another, all stand on the sites of their blocks. */
export function layFootprints(inputs: FootprintInputs): Footprint[] {
  const { blocks, institutions, compounds, elevation, seed } = inputs;
  const archetypes = readArchetypes();
  const annex = archetypes.get("annex")!;
  const masses = massesOf(inputs);
  const isBuildable = buildableGround(masses, compounds, elevation);
  const annexes: Footprint[] = [];
  const footprints = masses.map((mass): Footprint => {
    const archetype = archetypes.get(mass.part.archetype)!;
    return { ...footprintOf(mass, archetype, mass.block, mass.site), mass };
  });
  blocks.forEach((block, number) => {
    if (block.archetype === null) return;
    const random = randomFor(seed, `footprints ${number}`);
    const institution = institutions.get(number);
    const first = archetypes.get(block.archetype)!;
    for (const { site, at } of openGround(block, number, masses)) {
      const plan = { site, block, institution, elevation, random };
      const { archetype, standing } = standingOn(plan, first, archetypes);
      const place = (placed: Placed, kind: Archetype) =>
        footprintOf(placed, archetypes.get(placed.archetype ?? "") ?? kind, number, at);
      footprints.push(
        ...standing
          .map((placed) => place(placed, archetype))
          .filter((footprint) => liesOn(footprint, block) && isBuildable(footprint)),
      );
      if (isClosePacked(archetype) || hasOpenGround(institution)) continue;
      const rows = alongSides(site, standing, annex, ANNEX_RUN, random);
      annexes.push(...rows.map((placed) => place(placed, annex)).filter(isBuildable));
    }
  });
  return [...footprints, ...someOf(annexes, BUILDING_COUNT - footprints.length, seed)];
}

// The sites of a block, without what the masses on them take.
function openGround({ sites }: Block, number: number, masses: readonly Mass[]) {
  return sites.flatMap((site, at) => {
    const own = masses.filter((mass) => mass.block === number && mass.site === at);
    if (own.length === 0) return [{ site, at }];
    const taken = own.flatMap(({ box }) => inset(box, -CLEAR_M));
    // a way through to either side, so that what is left has no hole
    const ways = taken.map((ring) => wayThrough(ring));
    return without(site, [...taken, ...ways]).map((rest) => ({ site: rest, at }));
  });
}

function wayThrough(ring: Line): Point[] {
  const [farM, halfM] = [800, 1.5];
  const frame = frameOf(ring);
  const [u, v] = frame.toFrame(centroidOf(ring));
  return rectangle(u - farM, v - halfM, 2 * farM, 2 * halfM).map(frame.toPlane);
}

type SiteInputs = Omit<Parameters<typeof layOut>[0], "archetype">;

// The buildings of the first kind, down to smaller ones, of which the site has room for one.
function standingOn(plan: SiteInputs, first: Archetype, archetypes: Kinds) {
  let archetype = first;
  let standing = layOut({ ...plan, archetype });
  while (standing.length === 0 && SMALLER.has(archetype.id)) {
    archetype = archetypes.get(SMALLER.get(archetype.id)!)!;
    standing = layOut({ ...plan, archetype });
  }
  return { archetype, standing };
}

const liesOn = ({ ring, site }: Footprint, { sites }: Block) =>
  ring.every((corner) => isInside(corner, sites[site]!));

// Ground that is neither too steep for a building nor kept for the masses of a known place.
function buildableGround(masses: readonly Mass[], compounds: readonly Compound[], elevation: Elevation) {
  const isSquare = (place: Point) =>
    compounds.some((compound) => distanceM(compound.place, place) < compound.openM);
  return ({ ring, middle, archetype }: Footprint): boolean => {
    if (isSquare(middle) || inset(ring, THINNEST_M / 2).length === 0) return false;
    const [gx, gy] = elevation.gradientAt(middle);
    const slope = Math.sqrt(gx * gx + gy * gy);
    if (slope > STEEPEST[1] || (slope > STEEPEST[0] && !isClosePacked(archetype))) return false;
    return masses.every(
      ({ box }) =>
        distanceM(centroidOf(box), middle) > 260 ||
        !convexOverlap(ring, box, 0) ||
        sharedSqm(ring, box) === 0,
    );
  };
}

function footprintOf(placed: Placed, archetype: Archetype, block: number, site: number): Footprint {
  const { ring, holes } = placed;
  const courtsSqm = holes.reduce((sum, hole) => sum + signedAreaSqm(hole), 0);
  return {
    ring,
    holes,
    middle: centroidOf(placed.box),
    footprintSqm: signedAreaSqm(ring) - courtsSqm,
    archetype,
    block,
    site,
    mass: null,
  };
}

// So many of the annexes, chosen by chance, in their order.
function someOf(annexes: readonly Footprint[], count: number, seed: number): Footprint[] {
  const random = randomFor(seed, "annexes");
  const drawn = annexes.map((_, at) => [random.next(), at] as const).sort((a, b) => a[0] - b[0]);
  const kept = new Set(drawn.slice(0, Math.max(0, count)).map(([, at]) => at));
  return annexes.filter((_, at) => kept.has(at));
}
