import { type Archetype, readArchetypes } from "./archetype.ts";
import type { Block } from "./blocks.ts";
import type { Institution } from "./institutions.ts";
import { alongSides, inRows, onLots, type Placed } from "./layout.ts";
import { centroidOf, type Line, type Point, signedAreaSqm } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";

/** Where a building stands, of what kind, on which site of which block. */
export interface Footprint {
  readonly ring: Line;
  readonly middle: Point;
  readonly footprintSqm: number;
  readonly archetype: Archetype;
  readonly block: number;
  readonly site: number;
}

/** How many buildings the district has: the rest is filled up with small annexes. */
export const BUILDING_COUNT = 21_800;
const LOT_TYPES = new Set(["old-house", "shophouse"]);
// playing fields leave little room for buildings
const ROOMY = new Map([
  ["sport-large", 4.5],
  ["sport-medium", 3.5],
  ["primary", 1.9],
  ["junior", 1.9],
  ["kinder", 1.6],
]);

interface FootprintInputs {
  readonly blocks: readonly Block[];
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly seed: number;
}

function standingOn(
  site: Line,
  archetype: Archetype,
  institution: Institution | undefined,
  random: Random,
): Placed[] {
  if (LOT_TYPES.has(archetype.id)) return onLots(site, archetype, random);
  const roominess = ROOMY.get(institution?.kind ?? "") ?? random.between(0.95, 1.25);
  return inRows(site, archetype, random, roominess);
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

/** The footprints of all buildings: none touches another, all stand on the sites of their blocks. */
export function layFootprints({ blocks, institutions, seed }: FootprintInputs): Footprint[] {
  const archetypes = readArchetypes();
  const annex = archetypes.get("annex")!;
  const annexes: Footprint[] = [];
  const footprints: Footprint[] = [];
  blocks.forEach((block, number) => {
    if (block.archetype === null) return;
    const random = randomFor(seed, `footprints ${number}`);
    block.sites.forEach((site, at) => {
      let archetype = archetypes.get(block.archetype!)!;
      let standing = standingOn(site, archetype, institutions.get(number), random);
      while (standing.length === 0 && SMALLER.has(archetype.id)) {
        archetype = archetypes.get(SMALLER.get(archetype.id)!)!;
        standing = standingOn(site, archetype, institutions.get(number), random);
      }
      const place = (kind: Archetype) => (placed: Placed) => footprintOf(placed, kind, number, at);
      footprints.push(...standing.map(place(archetype)));
      if (LOT_TYPES.has(archetype.id)) return;
      annexes.push(...alongSides(site, standing, annex, random).map(place(annex)));
    });
  });
  return [...footprints, ...someOf(annexes, BUILDING_COUNT - footprints.length, seed)];
}

const footprintOf = (placed: Placed, archetype: Archetype, block: number, site: number): Footprint => ({
  ring: placed.ring,
  middle: centroidOf(placed.box),
  footprintSqm: signedAreaSqm(placed.ring),
  archetype,
  block,
  site,
});

// So many of the annexes, chosen by chance, in their order.
function someOf(annexes: readonly Footprint[], count: number, seed: number): Footprint[] {
  const random = randomFor(seed, "annexes");
  const drawn = annexes.map((_, at) => [random.next(), at] as const).sort((a, b) => a[0] - b[0]);
  const kept = new Set(drawn.slice(0, Math.max(0, count)).map(([, at]) => at));
  return annexes.filter((_, at) => kept.has(at));
}
