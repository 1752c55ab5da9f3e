import type { Building } from "./buildings.ts";
import { controlRows, placeOf } from "./control.ts";
import { distanceM, type Plane, type Point, toPlane } from "./plane.ts";

/** A known place of the control facts. */
export interface Landmark {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly place: Point;
  /** Use of the building that bears its name; null where it is no building. */
  readonly use: string | null;
  /** How far the place may be off, in metres; null where the facts do not say. */
  readonly accuracyM: number | null;
}

/** How far from the known place its building may stand: positions are certain to a few hundred metres at best. */
const NEAR_M = 250;
const SMALLEST_SQM = 500;

/** The landmarks of the control facts. */
export function readLandmarks(plane: Plane): Landmark[] {
  return controlRows("landmark").map((row) => ({
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    place: toPlane(plane, placeOf(row)),
    use: row.use || null,
    accuracyM: accuracyIn(row.certainty),
  }));
}

// as the tables write it: ±60 m
function accuracyIn(certainty: string | undefined): number | null {
  const metres = /±(\d+) m/.exec(certainty ?? "")?.[1];
  return metres === undefined ? null : Number(metres);
}

/** Which building bears the name of which landmark: the largest of its masses, else the nearest large one; by building number. */
export function nameBuildings(buildings: readonly Building[], plane: Plane): ReadonlyMap<number, Landmark> {
  const named = new Map<number, Landmark>();
  for (const landmark of readLandmarks(plane)) {
    if (landmark.use === null) continue;
    const nearest = largestMass(buildings, landmark) ?? nearestLarge(buildings, landmark, named);
    if (nearest !== null) named.set(nearest, landmark);
  }
  return named;
}

function largestMass(buildings: readonly Building[], { nameZh }: Landmark): number | null {
  const own = [...buildings.keys()].filter((at) => buildings[at]!.mass?.compound.landmark === nameZh);
  own.sort((a, b) => buildings[b]!.footprintSqm - buildings[a]!.footprintSqm);
  return own[0] ?? null;
}

function nearestLarge(
  buildings: readonly Building[],
  { place }: Landmark,
  named: ReadonlyMap<number, Landmark>,
): number | null {
  let [nearest, nearestM]: [number | null, number] = [null, NEAR_M];
  buildings.forEach(({ middle, footprintSqm, mass }, at) => {
    const away = distanceM(middle, place);
    if (footprintSqm < SMALLEST_SQM || away >= nearestM || named.has(at) || mass?.compound.landmark) return;
    [nearest, nearestM] = [at, away];
  });
  return nearest;
}
