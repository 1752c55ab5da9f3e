import { type EdgeCells, windingAt } from "./edge-cells.ts";
import type { FacilityPlace } from "./facility-entries.ts";

/**
 * Where facilities are entered, EPSG:4326. Facility f is of category categories[category[f]] and has the points firstPoint[f] to
 * firstPoint[f + 1] - 1 (lon, lat interleaved).
 */
export interface FacilityPoints {
  readonly categories: readonly string[];
  readonly category: Int32Array;
  readonly firstPoint: Int32Array;
  readonly points: Float64Array;
}

/** How many facilities of a category lie within an outline. */
export interface FacilityCount {
  readonly category: string;
  readonly count: number;
}

/** Lays out facilities, each with the places it is entered at: what has mapped entrances at those, else an area along its outline. */
export function facilityPoints(
  facilities: readonly { readonly category: string; readonly places: readonly FacilityPlace[] }[],
): FacilityPoints {
  const categories = [...new Set(facilities.map(({ category }) => category))].sort();
  const firstPoint = new Int32Array(facilities.length + 1);
  const points: number[] = [];
  for (const [index, { places }] of facilities.entries()) {
    for (const place of places) points.push(...pointsOf(place));
    firstPoint[index + 1] = points.length / 2;
  }
  const category = Int32Array.from(facilities, (each) => categories.indexOf(each.category));
  return { categories, category, firstPoint, points: Float64Array.from(points) };
}

function pointsOf(place: FacilityPlace): number[] {
  if ("lon" in place) return [place.lon, place.lat];
  if (place.entrances.length > 0) return place.entrances.flat();
  return place.outline.flatMap((ring) => Array.from(ring));
}

/** Counts by category the facilities that are entered within an outline, each once; every category of the data is told. */
export function facilitiesWithin(
  { categories, category, firstPoint, points }: FacilityPoints,
  cells: EdgeCells,
): FacilityCount[] {
  const counts = new Int32Array(categories.length);
  for (let facility = 0; facility < category.length; facility++) {
    for (let point = firstPoint[facility]!; point < firstPoint[facility + 1]!; point++) {
      if (!liesWithin(cells, points[2 * point]!, points[2 * point + 1]!)) continue;
      counts[category[facility]!]!++;
      break;
    }
  }
  return categories.map((code, index) => ({ category: code, count: counts[index]! }));
}

function liesWithin(cells: EdgeCells, lon: number, lat: number): boolean {
  const { west, south, width, height, columns, rows } = cells;
  if (lon < west || lat < south || lon > west + columns * width || lat > south + rows * height) return false;
  return windingAt(cells, lon, lat) > 0;
}
