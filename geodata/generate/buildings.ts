import { controlRows, numberIn } from "./control.ts";
import type { Elevation } from "./elevation.ts";
import type { Footprint } from "./footprints.ts";
import type { Institution } from "./institutions.ts";
import type { Plane, Point } from "./plane.ts";
import { type Random, randomFor } from "./random.ts";
import { readSkyline, type SkylineLevel } from "./skyline.ts";

/** Floor area above ground the district must have, m² (published_value gfa-above). */
export const GFA_ABOVE_SQM = 43_340_000;
const FLOOR_M = 3;

export type SafetyGrade = "A" | "B" | "C" | "D";

/** A building without the people in it. */
export interface Building extends Footprint {
  readonly floorsAbove: number;
  readonly floorsDownslope: number;
  readonly heightM: number;
  readonly gfaAboveSqm: number;
  readonly use: string;
  readonly residentialShare: number;
  readonly yearBuilt: number;
  readonly structure: string;
  readonly safetyGrade: SafetyGrade;
  readonly hasLift: boolean;
  readonly dwellings: number;
}

interface BuildingInputs {
  readonly footprints: readonly Footprint[];
  readonly institutions: ReadonlyMap<number, Institution>;
  readonly elevation: Elevation;
  readonly plane: Plane;
  readonly seed: number;
}

/** The age classes of definitions.md. */
export function ageClassOf(year: number): string {
  if (year < 1980) return "before-1980";
  if (year < 1990) return "1980s";
  if (year <= 2000) return "1990s";
  return year <= 2010 ? "2001-2010" : "after-2010";
}

// Buildings of one block are of one time and nearly one height: the block draws, the building varies a little.
function drawFloors(
  footprints: readonly Footprint[],
  skylineAt: (place: Point) => SkylineLevel,
  seed: number,
): Wanted[] {
  const blockDraw = new Map<string, number>();
  const random = randomFor(seed, "floors");
  return footprints.map(({ archetype, block, middle, mass }): Wanted => {
    const key = `${block} ${archetype.id}`;
    const common = blockDraw.get(key) ?? random.next();
    blockDraw.set(key, common);
    const level = Math.min(1, Math.max(0, 0.65 * common + 0.35 * random.next()));
    if (mass) return { floors: mass.part.floors, most: mass.part.floors, given: true };
    const [low, high] = archetype.floors;
    const { factor, mostFloors } = skylineAt(middle);
    const floors = low + (high - low) * level;
    return { floors: floors >= TALL ? floors * factor : floors, most: mostFloors, given: false };
  });
}

/** From so many floors on a building takes part in the calibration. */
const TALL = 5;

interface Wanted {
  readonly floors: number;
  readonly most: number;
  /** Stated by the control facts: not calibrated. */
  readonly given: boolean;
}

const isTall = ({ floors, given }: Wanted) => !given && floors >= TALL;

function floorsAt({ floors, most, given }: Wanted, factor: number): number {
  if (given) return floors;
  return Math.max(1, Math.round(Math.min(floors >= TALL ? floors * factor : floors, most)));
}

// The factor by which tall buildings must rise so that floor area sums to the published one: more floors, more area.
function factorFor(footprints: readonly Footprint[], wanted: readonly Wanted[]): number {
  let [low, high] = [0.3, 3];
  for (let step = 0; step < 40; step++) {
    const factor = (low + high) / 2;
    const sum = footprints.reduce(
      (all, { footprintSqm }, at) => all + footprintSqm * floorsAt(wanted[at]!, factor),
      0,
    );
    if (sum < GFA_ABOVE_SQM) low = factor;
    else high = factor;
  }
  return low;
}

/**
 * Whole floors whose floor area sums to the published one within a few m² per million: tall buildings are raised or
 * lowered in one proportion under what their place allows, then single floors are added or taken by chance.
 */
function calibrateFloors(
  footprints: readonly Footprint[],
  wanted: readonly Wanted[],
  seed: number,
): number[] {
  const factor = factorFor(footprints, wanted);
  const floors = wanted.map((want) => floorsAt(want, factor));
  let missingSqm = footprints.reduce(
    (left, { footprintSqm }, at) => left - footprintSqm * floors[at]!,
    GFA_ABOVE_SQM,
  );
  const random = randomFor(seed, "floor calibration");
  for (let attempt = 0; attempt < 200_000 && Math.abs(missingSqm) > 500; attempt++) {
    const at = random.whole(0, footprints.length - 1);
    const step = Math.sign(missingSqm);
    const changeSqm = step * footprints[at]!.footprintSqm;
    if (!isTall(wanted[at]!) || Math.abs(missingSqm - changeSqm) >= Math.abs(missingSqm)) continue;
    if (floors[at]! + step > wanted[at]!.most) continue;
    floors[at]! += step;
    missingSqm -= changeSqm;
  }
  return floors;
}

function drawYears(footprints: readonly Footprint[], seed: number): number[] {
  const random = randomFor(seed, "years");
  const blockYear = new Map<string, number>();
  return footprints.map(({ archetype, block, site, mass }) => {
    if (mass) return mass.compound.year;
    const [first, last] = archetype.years;
    const key = `${block} ${site} ${archetype.id}`;
    const common = blockYear.get(key) ?? random.whole(first, last);
    blockYear.set(key, common);
    return Math.min(last, Math.max(first, common + random.whole(-3, 3)));
  });
}

// In each age class exactly the stated shares, dealt out by chance.
function dealGrades(years: readonly number[], seed: number): SafetyGrade[] {
  const random = randomFor(seed, "grades");
  const grades: SafetyGrade[] = years.map(() => "A");
  const shares = controlRows("building-share").filter((row) => row.what === "safety_grade");
  for (const ageClass of new Set(shares.map((row) => row.age_class!))) {
    const members = years.flatMap((year, at) =>
      ageClassOf(year) === ageClass ? [[random.next(), at] as const] : [],
    );
    members.sort((a, b) => a[0] - b[0]);
    let [dealt, upTo] = [0, 0];
    for (const row of shares.filter(({ age_class }) => age_class === ageClass)) {
      upTo += numberIn(row, "share");
      const end = Math.round(upTo * members.length);
      for (; dealt < end; dealt++) grades[members[dealt]![1]] = row.value as SafetyGrade;
    }
  }
  return grades;
}

function liftShares(): ReadonlyMap<string, number> {
  const rows = controlRows("building-share").filter((row) => row.what === "has_lift");
  return new Map(rows.map((row) => [row.age_class!, numberIn(row, "share")]));
}

// Floors below the street on the downhill side: the ground falls by so many storeys under the house.
function downslopeFloors(footprint: Footprint, floorsAbove: number, elevation: Elevation): number {
  if (floorsAbove < 3 || footprint.archetype.id === "annex") return 0;
  const heights = footprint.ring.map((corner) => elevation.heightAt(corner));
  return Math.min(6, Math.floor((Math.max(...heights) - Math.min(...heights)) / FLOOR_M));
}

function useOf(
  { archetype, block, mass }: Footprint,
  institution: Institution | undefined,
  random: Random,
): string {
  if (mass) return mass.compound.use;
  if (institution) return institution.use;
  if (archetype.id === "public-hall") return random.chance(0.35) ? "office" : "public";
  if (archetype.id === "cbd-tower" && block % 2 === 0) return "commercial";
  return archetype.use;
}

/** The buildings on the footprints, with floors, year, structure, safety, lift, use and dwellings. */
export function raiseBuildings({
  footprints,
  institutions,
  elevation,
  plane,
  seed,
}: BuildingInputs): Building[] {
  const floors = calibrateFloors(footprints, drawFloors(footprints, readSkyline(plane), seed), seed);
  const years = drawYears(footprints, seed);
  const grades = dealGrades(years, seed);
  const lifts = liftShares();
  const random = randomFor(seed, "attributes");
  return footprints.map((footprint, at) => {
    const { archetype, footprintSqm, mass } = footprint;
    const floorsAbove = floors[at]!;
    const use = useOf(footprint, institutions.get(footprint.block), random);
    const lived = use === "residential" || archetype.residentialShare > 0 ? archetype.residentialShare : 0;
    const gfaAboveSqm = footprintSqm * floorsAbove;
    return {
      ...footprint,
      floorsAbove,
      floorsDownslope: downslopeFloors(footprint, floorsAbove, elevation),
      heightM:
        mass?.part.heightM ?? Math.round(floorsAbove * (use === "residential" ? FLOOR_M : 3.9) * 10) / 10,
      gfaAboveSqm,
      use,
      residentialShare: lived,
      yearBuilt: years[at]!,
      structure: archetype.structure,
      safetyGrade: grades[at]!,
      hasLift: random.chance(lifts.get(archetype.id) ?? (floorsAbove >= 9 ? 1 : 0)),
      dwellings: lived > 0 ? Math.max(1, Math.floor((gfaAboveSqm * lived) / archetype.dwellingSqm)) : 0,
    };
  });
}
