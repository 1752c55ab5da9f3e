import type { Block } from "./blocks.ts";
import { controlRows, numberIn } from "./control.ts";
import { distanceM, type Point, signedAreaSqm } from "./plane.ts";
import { randomFor } from "./random.ts";

/** What a public block (class A) is used for. */
export interface Institution {
  readonly kind: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Facility category of geodata/standards/facility-category.csv. */
  readonly category: string;
  /** Use of its buildings. */
  readonly use: string;
  readonly capacityPerSqm: number | null;
}

const siteSqm = (block: Block) => block.sites.reduce((sum, ring) => sum + signedAreaSqm(ring), 0);

// The order in which blocks are offered: by chance, so that institutions gather where public land does.
function shuffled(blocks: readonly number[], seed: number, kind: string): number[] {
  const random = randomFor(seed, `institution ${kind}`);
  return blocks
    .map((block) => [random.next(), block] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, block]) => block);
}

/** Gives public blocks their institutions, as many of each kind as the control facts say, a distance apart; by block number. */
export function placeInstitutions(blocks: readonly Block[], seed: number): ReadonlyMap<number, Institution> {
  const placed = new Map<number, Institution>();
  const free = [...blocks.keys()].filter((at) => blocks[at]!.landClass === "A" && !blocks[at]!.reserved);
  for (const row of controlRows("institution")) {
    const institution: Institution = {
      kind: row.id!,
      nameZh: row.name_zh!,
      nameEn: row.name_en!,
      category: row.category!,
      use: row.use!,
      capacityPerSqm: row.capacity_per_sqm ? numberIn(row, "capacity_per_sqm") : null,
    };
    const places: Point[] = [];
    for (const number of shuffled(free, seed, institution.kind)) {
      if (places.length >= numberIn(row, "count")) break;
      const block = blocks[number]!;
      if (placed.has(number) || siteSqm(block) < numberIn(row, "smallest_sqm")) continue;
      if (places.some((place) => distanceM(place, block.middle) < numberIn(row, "spacing_m"))) continue;
      places.push(block.middle);
      placed.set(number, institution);
    }
  }
  return placed;
}
