import { controlRows, lineIn, numberIn, placeOf } from "./control.ts";
import { distanceM, distanceToLineM, type Plane, type Point, toPlane } from "./plane.ts";

/** How high a place is built: `factor` times what its kind of building would be, `mostFloors` at the most. */
export interface SkylineLevel {
  readonly factor: number;
  readonly mostFloors: number;
}

/** No building of the sample but the masses of known places is higher. */
const MOST_FLOORS = 44;
const FLOOR_M = 3;

// The quarters of the skyline table fade out to their radius; of two, the lower one has the say.
function readQuarters(plane: Plane): (place: Point) => SkylineLevel {
  const quarters = controlRows("skyline").map((row) => ({
    place: toPlane(plane, placeOf(row)),
    radiusM: numberIn(row, "radius_m"),
    factor: numberIn(row, "factor"),
    mostFloors: numberIn(row, "most_floors"),
  }));
  return (place) => {
    let level: SkylineLevel = { factor: 1, mostFloors: MOST_FLOORS };
    for (const quarter of quarters) {
      const share = distanceM(quarter.place, place) / quarter.radiusM;
      if (share >= 1) continue;
      const factor = 1 + (quarter.factor - 1) * (1 - share * share);
      const mostFloors = quarter.factor < 1 && share > 0.7 ? 2 * quarter.mostFloors : quarter.mostFloors;
      if (quarter.factor < 1) return { factor, mostFloors };
      if (factor > level.factor) level = { factor, mostFloors };
    }
    return level;
  };
}

// The height limits of the schematic control zones, by whole floors.
function readLimits(plane: Plane): (place: Point) => number {
  const zones = controlRows("control-zone")
    .filter((row) => row.height_limit_m)
    .map((row) => ({
      line: lineIn(row, "line").map((place) => toPlane(plane, place)),
      radiusM: numberIn(row, "radius_m"),
      floors: Math.floor(numberIn(row, "height_limit_m") / FLOOR_M),
    }));
  return (place) =>
    zones.reduce((least, { line, radiusM, floors }) => {
      const awayM = line.length > 1 ? distanceToLineM(place, line) : distanceM(place, line[0]!);
      return awayM < radiusM ? Math.min(least, floors) : least;
    }, Number.POSITIVE_INFINITY);
}

/** Answers how high any place is built: the quarters of the skyline table under the limits of the control zones. */
export function readSkyline(plane: Plane): (place: Point) => SkylineLevel {
  const quarterAt = readQuarters(plane);
  const limitAt = readLimits(plane);
  return (place) => {
    const { factor, mostFloors } = quarterAt(place);
    return { factor, mostFloors: Math.max(1, Math.min(mostFloors, limitAt(place))) };
  };
}
